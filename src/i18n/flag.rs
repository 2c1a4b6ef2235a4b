//! What is doubtful of a return, in words.

use super::Language;
use crate::model::Flag;
use crate::tr;

/// In a word or two.
pub fn name(language: Language, flag: Flag) -> String {
    match flag {
        Flag::TooFew => tr!(language, "flag-too-few"),
        Flag::Required => tr!(language, "flag-required"),
        Flag::Alike => tr!(language, "flag-alike"),
        Flag::TooFast => tr!(language, "flag-too-fast"),
    }
}

/// Why it is void, where a rule makes it so.
pub fn rule(language: Language, flag: Flag) -> String {
    let words = name(language, flag);
    tr!(language, "flag-rule", words = words)
}
