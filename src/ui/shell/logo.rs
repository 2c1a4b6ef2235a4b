//! The mark of the program: its first character on the accent.

use egui::{Sense, Ui, vec2};

use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::text;

/// Draws it.
pub fn logo(ui: &mut Ui) {
    let colors = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    let corner = radius(tokens().radius.control);
    ui.painter().rect_filled(rect, corner, colors.accent);
    let mark = tr!(Language::Zh, "app-mark");
    let galley = text::galley(ui, Face::SmallBold, colors.accent_text, &mark, 24.0);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, colors.accent_text.into());
}
