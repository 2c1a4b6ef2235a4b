//! The one big figure of a page, its interval beside it.

use egui::{Galley, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::theme::tokens;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, text};

/// Draws the figure on the baseline of the words beside it. `name` is what a screen reader
/// says. True when it was pressed.
pub fn figure(ui: &mut Ui, value: &str, beside: &str, name: &str) -> bool {
    let colors = palette(ui);
    let value = text::galley(ui, Face::Figure, colors.text, value, f32::INFINITY);
    let beside = text::galley(ui, Face::Body, colors.text_weak, beside, f32::INFINITY);
    let gap = tokens().space.group_gap;
    let size = vec2(value.size().x + gap + beside.size().x, value.size().y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let spot = Rect::from_min_size(rect.min, value.size());
    let line = rect.top() + baseline(&value);
    let response = Hotspot::link(name)
        .line(spot.x_range(), line + 4.0, Stroke::new(2.0, colors.text))
        .corner(tokens().radius.checkbox)
        .at(ui, spot, ("figure", name));
    ui.painter().galley(rect.min, value, colors.text.into());
    let at = pos2(rect.right() - beside.size().x, line - baseline(&beside));
    ui.painter().galley(at, beside, colors.text_weak.into());
    response.clicked()
}

/// From the top of a text to the line its letters stand on.
fn baseline(galley: &Galley) -> f32 {
    let row = galley.rows.first();
    let glyph = row.and_then(|row| row.glyphs.first());
    glyph.map_or(0.0, |glyph| glyph.pos.y)
}

/// A weak label over a bold value with weak words beside it, side by side with others. True
/// when the value, which then opens what lies behind it, was pressed.
pub fn beside(ui: &mut Ui, label: &str, value: &str, words: &str, opens: bool) -> bool {
    let colors = palette(ui);
    let label_text = text::galley(ui, Face::Small, colors.text_weak, label, f32::INFINITY);
    let bold = text::galley(ui, Face::Section, colors.text, value, f32::INFINITY);
    let weak = text::galley(ui, Face::Table, colors.text_weak, words, f32::INFINITY);
    let second = bold.size().x
        + if words.is_empty() {
            0.0
        } else {
            8.0 + weak.size().x
        };
    let size = vec2(second.max(label_text.size().x), 40.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = rect.min + vec2(0.0, 19.0);
    let spot = Rect::from_min_size(at, bold.size());
    let name = format!("{label} {value} {words}");
    let hotspot = Hotspot::link(name.trim()).underlined(colors.text);
    let hotspot = if opens { hotspot } else { hotspot.inert() };
    let response = hotspot.at(ui, spot, ("beside", label));
    ui.painter()
        .galley(rect.min, label_text, colors.text_weak.into());
    let line = at.y + baseline(&bold);
    let weak_at = pos2(spot.right() + 8.0, line - baseline(&weak));
    ui.painter().galley(at, bold, colors.text.into());
    ui.painter().galley(weak_at, weak, colors.text_weak.into());
    response.clicked()
}
