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

/// Why a return is void where a rule made it so: in every language, since who reads it later may
/// read any.
pub fn reason(flag: Flag) -> String {
    let words = Language::ALL.map(|it| rule(it, flag));
    words.join(" / ")
}

/// Whether it is a rule that says so, not a person.
pub fn is_of_a_rule(void: &str) -> bool {
    Flag::ALL.into_iter().any(|flag| reason(flag) == void)
}

fn rule(language: Language, flag: Flag) -> String {
    let words = name(language, flag);
    tr!(language, "flag-rule", words = words)
}
