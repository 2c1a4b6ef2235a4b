//! Something was named that is not there: what there is instead.

use super::list;
use crate::analysis::SegmentKey;
use crate::chart::words::segment_word;
use crate::i18n::Language;
use crate::model::Period;
use crate::tr;

pub(super) fn survey(name: &str, known: &[String], language: Language) -> String {
    let known = list(known, language);
    tr!(language, "error-unknown-survey", name = name, known = known)
}

pub(super) fn wave(period: Period, known: &[Period], language: Language) -> String {
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    tr!(
        language,
        "error-unknown-wave",
        period = period.to_string(),
        known = list(&known, language)
    )
}

pub(super) fn subject(code: &str, known: &[String], language: Language) -> String {
    let known = list(known, language);
    tr!(
        language,
        "error-unknown-subject",
        code = code,
        known = known
    )
}

/// What should be the order of the options of an item.
pub(super) fn order(item: &str, label: &str, known: &[String], language: Language) -> String {
    let known = list(known, language);
    tr!(
        language,
        "error-not-an-order",
        item = item,
        label = label,
        known = known
    )
}

/// It is there and has no score.
pub(super) fn scored(code: &str, known: &[String], language: Language) -> String {
    let known = list(known, language);
    tr!(language, "error-no-score", code = code, known = known)
}

/// Returns are to be filtered by it.
pub(super) fn segment(
    name: &str,
    known: &[String],
    own: &[SegmentKey],
    language: Language,
) -> String {
    let word = |key| segment_word(key, language);
    let words = own.iter().filter_map(word);
    let names: Vec<String> = words.chain(known.iter().cloned()).collect();
    let known = list(&names, language);
    tr!(
        language,
        "error-unknown-segment",
        name = name,
        known = known
    )
}

pub(super) fn key_account(found: &str, language: Language) -> String {
    let known = [tr!(language, "sheet-yes"), tr!(language, "sheet-no")];
    value(&tr!(language, "segment-key"), found, &known, language)
}

pub(super) fn value(name: &str, value: &str, known: &[String], language: Language) -> String {
    tr!(
        language,
        "error-unknown-segment-value",
        name = name,
        value = value,
        known = list(known, language)
    )
}

pub(super) fn past_wave(period: Period, language: Language) -> String {
    let period = crate::i18n::period::name(language, period);
    tr!(language, "error-past-wave", period = period)
}
