//! What the rules of validity can be.

use crate::i18n::{Language, flag, number};
use crate::model::Flag;
use crate::tr;

/// What of the scored items must be answered, as a share.
pub(super) fn least(l: Language) -> Vec<(f64, String)> {
    let choices = [0.0, 0.3, 0.5, 0.8, 1.0].map(|it| {
        let words = match it > 0.0 {
            true => tr!(l, "validity-at-least", share = number::whole_percent(it)),
            false => tr!(l, "validity-none"),
        };
        (it, words)
    });
    choices.into()
}

/// From how many items on the same option throughout is flagged.
pub(super) fn alike(l: Language) -> Vec<(u8, String)> {
    let choices = [0, 5, 8, 10, 15].map(|it: u8| {
        let words = match it > 0 {
            true => tr!(l, "validity-alike-from", count = u32::from(it)),
            false => tr!(l, "validity-none"),
        };
        (it, words)
    });
    choices.into()
}

/// How long an answered item takes at least.
pub(super) fn seconds(l: Language) -> Vec<(f64, String)> {
    let choices = [0.0, 1.0, 2.0, 3.0, 5.0].map(|it| {
        let words = match it > 0.0 {
            true => tr!(l, "validity-seconds-an-item", seconds = number::plain(it)),
            false => tr!(l, "validity-none"),
        };
        (it, words)
    });
    choices.into()
}

/// Whether required items must be answered.
pub(super) fn required(l: Language) -> Vec<(bool, String)> {
    vec![
        (false, tr!(l, "validity-none")),
        (true, tr!(l, "validity-required-all")),
    ]
}

/// What makes a return void by itself.
pub(super) fn voids(l: Language) -> Vec<(Vec<Flag>, String)> {
    let choices = [
        vec![],
        vec![Flag::TooFew],
        vec![Flag::TooFew, Flag::TooFast],
        Flag::ALL.to_vec(),
    ];
    let named = choices.map(|it| {
        let names: Vec<String> = it.iter().map(|it| flag::name(l, *it)).collect();
        let words = match names.is_empty() {
            true => tr!(l, "validity-by-hand"),
            false => names.join(&tr!(l, "list-comma")),
        };
        (it, words)
    });
    named.into()
}
