//! The rules that made the figures, in words beside them.

use egui::{Align, Layout, Rect, Stroke, Ui, pos2, vec2};

use crate::chart::words::{rules_in_short, rules_in_words};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, icon, icons, menu, text};

/// Room the words take, the icon before them included.
pub(super) fn width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let words = short(cx);
    let color = palette(ui).text_weak;
    let galley = text::galley(ui, Face::Small, color, &words, f32::INFINITY);
    galley.size().x + tokens().icon.control + 6.0
}

fn short(cx: &Cx<'_>) -> String {
    let revision = cx.revision();
    revision.map_or_else(String::new, |revision| {
        rules_in_short(&revision.questionnaire.rules, cx.language)
    })
}

/// Draws them into `room` at its right end, cut if need be. Pressed, they open all rules.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: Rect) {
    let Some(revision) = cx.revision() else {
        return;
    };
    let colors = palette(ui);
    let words = short(cx);
    let size = tokens().icon.control;
    let most = (room.width() - size - 6.0).max(0.0);
    let galley = text::galley(ui, Face::Small, colors.text_weak, &words, most);
    let spot = Rect::from_min_max(
        pos2(room.right() - galley.size().x - size - 6.0, room.top()),
        room.max,
    );
    let at = pos2(
        spot.left() + size + 6.0,
        spot.center().y - galley.size().y / 2.0,
    );
    let under = at.y + galley.size().y - 2.0;
    let line = Stroke::new(tokens().stroke.hairline, colors.text_weak);
    let name = tr!(cx.language, "scores-rules", rules = words.as_str());
    let response = Hotspot::opens(name)
        .line(at.x..=at.x + galley.size().x, under, line)
        .ring(spot.shrink2(vec2(0.0, 3.0)), 2.0)
        .at(ui, spot, "rules");
    let mark = pos2(spot.left() + size / 2.0, spot.center().y);
    icon::paint(ui.painter(), mark, icons::ICON_RULE, size, colors.text_weak);
    ui.painter().galley(at, galley, colors.text_weak.into());
    menu::sized(&response, 420.0, |ui| {
        ui.spacing_mut().item_spacing.y = tokens().space.unit;
        let inset = crate::ui::style::margin(10.0, 8.0);
        egui::Frame::NONE.inner_margin(inset).show(ui, |ui| {
            ui.set_width(400.0);
            // A menu stretches what stands in it, spaces too.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                for line in rules_in_words(&revision.questionnaire.rules, cx.language) {
                    text::table(ui, line);
                }
            });
        });
    });
}
