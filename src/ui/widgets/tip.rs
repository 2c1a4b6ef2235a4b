//! Tooltips: a few words, and the key that does the same.

use egui::{Response, Ui};

use super::text;
use crate::ui::style::{Face, palette};

/// Says what a control does while the pointer rests on it.
pub fn tip(response: Response, words: &str, key: Option<&str>) -> Response {
    let draw = |ui: &mut Ui| {
        let colors = palette(ui);
        ui.horizontal(|ui| {
            text::say(ui, Face::Small, colors.text, words);
            if let Some(key) = key {
                text::say(ui, Face::Small, colors.text_weak, key);
            }
        });
    };
    response.on_hover_ui(draw).on_disabled_hover_ui(draw)
}
