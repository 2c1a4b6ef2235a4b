//! What the index is held against, in lines beside it: target, band, change, valid returns.

use egui::{Align2, Rect, Ui, vec2};

use crate::model::Rules;
use crate::report::Fact;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, text};

/// Height of one line.
const LINE: f32 = 22.0;

/// Draws the lines under each other, in columns.
pub(super) fn show(ui: &mut Ui, facts: &[Fact], rules: &Rules) {
    let colors = palette(ui);
    let widths = facts
        .iter()
        .map(|fact| text::width(ui, Face::Small, &fact.label));
    let beside = widths.fold(0.0, f32::max) + 20.0;
    for fact in facts {
        let (_, line) = ui.allocate_space(vec2(ui.available_width(), LINE));
        let value = fact.value.written(rules);
        let said = format!("{} {value} {}", fact.label, fact.note);
        Hotspot::label(said.trim()).at(ui, line, &fact.label);
        let paint = |room: Rect, face, ink, words: &str| {
            text::paint(ui, room, Align2::LEFT_CENTER, (face, ink), words)
        };
        paint(line, Face::Small, colors.text_weak, &fact.label);
        let room = line.with_min_x(line.left() + beside);
        let value = paint(room, Face::Section, colors.text, &value);
        let room = room.with_min_x(value.rect.right() + 8.0);
        paint(room, Face::Small, colors.text_weak, &fact.note);
    }
}
