//! The way from a page of its own up to the scores.

use egui::Ui;

use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Button, icons, text};

/// Draws it; whether somebody takes it.
pub fn up(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(cx.language, "item-to-scores"));
    let leads = ui.add(back).clicked();
    text::link(ui, tr!(cx.language, "tab-scores")).clicked() || leads
}
