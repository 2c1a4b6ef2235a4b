//! The formats files are saved in, in words.

use super::loader;
use crate::i18n::Language;
use crate::model::Format;

/// What a format is called: its message `format-ENDING` where it has one, its ending else.
pub fn name(language: Language, format: Format) -> String {
    let message = format!("format-{}", format.ending);
    match loader(language).has(&message) {
        true => loader(language).get(&message),
        false => format.ending.to_uppercase(),
    }
}
