//! Chips at the left; the rules and the menu of the table at the right, the rules in a line of
//! their own where there is no room.

use egui::{Frame, Rect, Ui, UiBuilder, vec2};

use super::contents::OverviewContents;
use super::{filter, rules};
use crate::analysis::Segment;
use crate::chart::Chart;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::style::margin;
use crate::ui::widgets::{Button, icons};
use crate::ui::{Action, Cx, Place};

/// Between the chips and the rules beside them, at least.
const APART: f32 = 24.0;

/// Draws it; without a table there is no menu.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: Option<&OverviewContents>) {
    let sizes = tokens();
    let line = sizes.height.control_small;
    let inset = margin(sizes.space.page_margin, sizes.space.control_gap);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        let whole = ui.available_rect_before_wrap();
        let menu = whole.with_min_x(whole.right() - line);
        let room = menu.left() - sizes.space.control_gap;
        let chips = ui.scope(|ui| {
            ui.set_max_width(room - whole.left());
            ui.spacing_mut().item_spacing.y = sizes.space.unit;
            ui.horizontal_wrapped(|ui| {
                filter::show(ui, cx);
                groups(ui, cx);
            });
        });
        let used = chips.response.rect;
        let beside = Rect::from_x_y_ranges(
            used.right() + APART..=room.max(used.right() + APART),
            whole.top()..=whole.top() + line,
        );
        let one_row = used.height() <= line + 1.0;
        let below = !one_row || rules::width(ui, cx) > beside.width();
        if !below {
            rules::show(ui, cx, beside);
        }
        if let Some(made) = made {
            let name = tr!(cx.language, "scores-table");
            let mut ui = ui.new_child(UiBuilder::new().max_rect(menu));
            chart_menu(&mut ui, cx, &name, || Chart::Scores(made.table.clone()));
        }
        if below {
            let (_, room) = ui.allocate_space(vec2(whole.width(), line));
            rules::show(ui, cx, room);
        }
    });
}

/// The way to the groups side by side, where there are any.
fn groups(ui: &mut Ui, cx: &Cx<'_>) {
    let mut segments = cx.view.iter().flat_map(|view| view.segments.iter());
    if segments.any(Segment::compares) {
        let words = tr!(cx.language, "group-compare");
        let button = Button::quiet(words).icon(icons::ICON_GROUP).small();
        if ui.add(button).clicked() {
            cx.ask(Action::Go(Place::Groups));
        }
    }
}
