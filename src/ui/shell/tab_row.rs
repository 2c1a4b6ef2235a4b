//! The six tabs, with what waits in them.

use egui::accesskit::Role;
use egui::{Align2, Panel, Rect, Stroke, Ui, pos2, vec2};

use crate::i18n::number;
use crate::theme::{Color, tokens};
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, panel, text};
use crate::ui::{Action, Cx, Place, Tab};

/// Draws the row. The shown tab can be pressed too: it leads back from a page inside it.
pub fn tab_row(ui: &mut Ui, cx: &Cx<'_>) {
    let tabs = Panel::top("tabs");
    panel::chrome(ui, tabs, tokens().height.tabs, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for tab in Tab::ALL {
            if self::tab(ui, cx, tab) {
                cx.ask(Action::Go(Place::Tab(tab)));
            }
        }
    });
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), ui.cursor().top() - 0.5, line);
}

fn tab(ui: &mut Ui, cx: &Cx<'_>, tab: Tab) -> bool {
    let colors = palette(ui);
    let chosen = tab == cx.tab;
    let name = tab.name(cx.language);
    let (face, ink) = if chosen {
        (Face::Section, colors.text)
    } else {
        (Face::Body, colors.text_weak)
    };
    let (count, count_ink) = waiting(ui, cx, tab);
    let padding = 14.0;
    // As wide as the bold name, so that nothing moves when a tab is chosen.
    let widest = text::width(ui, Face::Section, &name);
    let counted = match count.as_str() {
        "" => 0.0,
        count => text::width(ui, Face::Small, count) + 6.0,
    };
    let size = vec2(widest + counted + 2.0 * padding, ui.available_height());
    let (_, rect) = ui.allocate_space(size);
    let response = Hotspot::button(&name)
        .role(Role::Tab)
        .chosen(chosen)
        .ring(rect.shrink2(vec2(4.0, 6.0)), 4.0)
        .at(ui, rect, tab);
    let ink = if response.hovered() { colors.text } else { ink };
    let room = rect.with_min_x(rect.left() + padding);
    let left = Align2::LEFT_CENTER;
    text::paint(ui, room, left, (face, ink), &name);
    let room = room.with_min_x(room.left() + widest + 6.0);
    let room = room.translate(vec2(0.0, 1.0));
    text::paint(ui, room, left, (Face::Small, count_ink), &count);
    if chosen {
        let line = tokens().stroke.tab_underline;
        let under = Rect::from_min_max(
            pos2(rect.left() + padding - 2.0, rect.bottom() - 1.0 - line),
            pos2(rect.right() - padding + 2.0, rect.bottom() - 1.0),
        );
        ui.painter().rect_filled(under, 0.0, colors.accent);
    }
    response.clicked()
}

/// What waits in a tab: returns of those issued, actions past their due date.
fn waiting(ui: &Ui, cx: &Cx<'_>, tab: Tab) -> (String, Color) {
    let colors = palette(ui);
    match tab {
        Tab::Returns => {
            let ledger = cx.view.map(|view| &view.whole.ledger);
            let words = ledger.map_or_else(String::new, |ledger| match ledger.issued {
                // More than were asked are no part of them.
                Some(issued) if issued >= ledger.returned.max(1) => {
                    let [returned, issued] = [ledger.returned, issued].map(number::count);
                    format!("{returned}/{issued}")
                }
                _ => number::count(ledger.returned),
            });
            (words, colors.text_weak)
        }
        Tab::Actions => {
            let survey = cx.survey.map(|survey| survey.id);
            let overdue = cx
                .data
                .actions
                .iter()
                .filter(|action| Some(action.survey) == survey)
                .filter(|action| action.overdue(cx.today).is_some())
                .count();
            let words = match overdue {
                0 => String::new(),
                overdue => tr!(cx.language, "tab-overdue", count = overdue),
            };
            (words, colors.negative)
        }
        _ => (String::new(), colors.text_weak),
    }
}
