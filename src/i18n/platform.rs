//! What a file of returns was written by, in words.

use crate::i18n::Language;
use crate::tr;

/// The name of a platform by the key an import keeps; a plain sheet for any other.
pub fn name(language: Language, key: &str) -> String {
    match key {
        "wenjuanxing" => tr!(language, "platform-wenjuanxing"),
        _ => tr!(language, "platform-plain"),
    }
}
