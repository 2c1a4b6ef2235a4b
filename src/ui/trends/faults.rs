//! What is wrong with figures that are typed in a table, said below it.

use egui::Ui;

use crate::i18n::Language;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::text;

/// Most that are said at once.
const MOST: usize = 3;

/// One of them: what it is about, and why it cannot be.
pub(super) fn said(language: Language, name: &str, why: &str) -> String {
    tr!(language, "typed-fault", name = name, why = why)
}

/// The first of them, and how many pasted cells found no place.
pub(super) fn show(ui: &mut Ui, language: Language, faults: &[(String, String)], lost: usize) {
    let colors = palette(ui);
    for (name, why) in faults.iter().take(MOST) {
        text::say(ui, Face::Small, colors.negative, said(language, name, why));
    }
    if lost > 0 {
        let words = tr!(language, "typed-lost", n = lost);
        text::say(ui, Face::Small, colors.warning, words);
    }
}
