//! What a file of returns was written by, in words.

use super::loader;
use crate::i18n::Language;
use crate::tr;

/// The name of a platform by the key an import keeps, which is its message `platform-KEY`; a
/// plain sheet for any other.
pub fn name(language: Language, key: &str) -> String {
    let message = format!("platform-{key}");
    match loader(language).has(&message) {
        true => loader(language).get(&message),
        false => tr!(language, "platform-plain"),
    }
}
