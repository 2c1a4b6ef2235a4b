//! What looks wrong in a questionnaire, in words.

use super::{Language, number, refusal};
use crate::edit::{Check, Refusal};
use crate::model::{LineageId, Questionnaire};
use crate::tr;

/// A line of the list.
pub fn words(language: Language, all: &Questionnaire, check: &Check) -> String {
    let code = |lineage: &LineageId| {
        let item = all.item_of(*lineage);
        item.map_or_else(String::new, |item| item.code.clone())
    };
    match check {
        Check::NoItems => tr!(language, "check-no-items"),
        Check::NothingScored => tr!(language, "check-nothing-scored"),
        Check::DuplicateCode(code) => tr!(language, "check-duplicate", code = code.as_str()),
        Check::ReservedCode(code) => refusal::words(language, &Refusal::ReservedCode(code.clone())),
        Check::SameText(lineage) => tr!(language, "check-same-text", code = code(lineage)),
        Check::EqualScores(lineage) => tr!(language, "check-equal-scores", code = code(lineage)),
        Check::SameBand(name) => tr!(language, "check-same-band", name = name.as_str()),
        Check::NoText(lineage) => tr!(language, "check-no-text", code = code(lineage)),
        Check::NoScale(lineage) => tr!(language, "check-no-scale", code = code(lineage)),
        Check::NoSatisfied(lineage) => tr!(language, "check-no-satisfied", code = code(lineage)),
        Check::SameOption(lineage, option) => {
            let option = option.as_str();
            tr!(
                language,
                "check-same-option",
                code = code(lineage),
                option = option
            )
        }
        Check::OutsideTree(lineage) => tr!(language, "check-outside-tree", code = code(lineage)),
        Check::EmptyDimension(code) => {
            tr!(language, "check-empty-dimension", code = code.as_str())
        }
        Check::NoBand(score) => tr!(language, "check-no-band", score = number::plain(*score)),
        Check::BandOrder => tr!(language, "check-band-order"),
    }
}
