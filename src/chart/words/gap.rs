//! What is wanted, or expected, held against what is found.

use super::difference_written;
use crate::analysis::{Gap, Gaps, Verdict};
use crate::i18n::{Language, number};
use crate::model::{Questionnaire, Rules, says_expected};
use crate::tr;

/// Codes a title names.
const NAMED: usize = 3;

/// What is held against what is found: importance, or what is expected.
pub fn gap_wanted(gaps: &Gaps, asked: &Questionnaire, language: Language) -> String {
    let expects = |gap: &Gap| {
        let asking = asked.item_of(gap.asking);
        asking.is_some_and(|it| says_expected(&it.text))
    };
    let expected = gaps.items.iter().filter(|it| expects(it)).count();
    match expected {
        0 => tr!(language, "gap-important"),
        all if all == gaps.items.len() => tr!(language, "gap-expected"),
        _ => tr!(language, "gap-either"),
    }
}

/// Which items fall short beyond chance.
pub fn gap_title(gaps: &Gaps, wanted: &str, language: Language) -> String {
    let short = gaps.items.iter();
    let short = short.filter(|it| !it.hidden && it.verdict == Verdict::Rose);
    let mut short: Vec<&Gap> = short.collect();
    short.sort_by(|a, b| b.difference().total_cmp(&a.difference()));
    let codes: Vec<&str> = short.iter().map(|it| it.code.as_str()).collect();
    let comma = tr!(language, "matrix-comma");
    let named = codes[..codes.len().min(NAMED)].join(&comma);
    match codes.len() {
        0 => tr!(language, "gap-title-none", wanted = wanted),
        all if all > NAMED => {
            let more = all - NAMED;
            let codes = tr!(language, "matrix-and-more", codes = named, count = more);
            tr!(language, "gap-title", codes = codes, wanted = wanted)
        }
        _ => tr!(language, "gap-title", codes = named, wanted = wanted),
    }
}

/// As it is written; a dash where it may not be shown.
pub fn gap_written(gap: &Gap) -> String {
    match gap.hidden {
        true => number::MISSING.to_owned(),
        false => difference_written(gap.difference(), gap.verdict),
    }
}

/// The interval of a gap in words; `None` where there is none, or none to be shown.
pub fn gap_interval(gap: &Gap, language: Language) -> Option<String> {
    let (low, high) = gap.test.filter(|_| !gap.hidden)?.interval()?;
    let (low, high) = (number::signed(Some(low)), number::signed(Some(high)));
    Some(tr!(language, "gap-interval", low = low, high = high))
}

/// What may be said of it.
pub fn gap_verdict(gap: &Gap, rules: &Rules, language: Language) -> String {
    if gap.hidden {
        return tr!(language, "gap-few");
    }
    match gap.verdict {
        Verdict::Rose => tr!(language, "gap-short"),
        Verdict::Fell => tr!(language, "gap-over"),
        Verdict::NoChange => {
            let margin = number::plain(rules.no_change_within);
            tr!(language, "gap-none", margin = margin)
        }
        Verdict::CannotTell => tr!(language, "gap-unsure"),
    }
}
