//! What can be wrong with a definition workbook.

use super::list;
use crate::i18n::period::example;
use crate::i18n::{Language, number};
use crate::intake::DefinitionFault as Fault;
use crate::tr;

#[expect(clippy::too_many_lines, reason = "a sentence for each fault")]
pub(super) fn explain(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::MissingSheet { found } => {
            tr!(
                language,
                "error-missing-sheet",
                found = list(found, language)
            )
        }
        Fault::Failed { found } => {
            tr!(language, "error-failed-formula", found = found.as_str())
        }
        Fault::MissingColumn { heading } => {
            tr!(
                language,
                "error-missing-column",
                heading = words(heading, language)
            )
        }
        Fault::DuplicateColumn { heading, first } => tr!(
            language,
            "error-duplicate-column",
            heading = words(heading, language),
            first = first.as_str()
        ),
        Fault::MissingValue { heading } => {
            tr!(
                language,
                "error-missing-value",
                heading = words(heading, language)
            )
        }
        Fault::Duplicate { found, first } => tr!(
            language,
            "error-duplicate",
            found = found.as_str(),
            first = first.as_str()
        ),
        Fault::DuplicateBand { found, first } => tr!(
            language,
            "error-duplicate-band",
            found = found.as_str(),
            first = first.as_str()
        ),
        Fault::MixedBands { found, first } => tr!(
            language,
            "error-mixed-bands",
            found = found.as_str(),
            first = first.as_str()
        ),
        Fault::ReservedCode { code } => {
            tr!(language, "error-reserved-code", code = code.as_str())
        }
        Fault::UnknownDimension { code } => {
            tr!(language, "error-unknown-dimension", code = code.as_str())
        }
        Fault::UnknownScale { name } => {
            tr!(language, "error-unknown-scale", name = name.as_str())
        }
        Fault::UnknownItem { code } => {
            tr!(language, "error-unknown-item", code = code.as_str())
        }
        Fault::AmbiguousCustomer { found, codes } => tr!(
            language,
            "error-ambiguous-customer",
            found = found.as_str(),
            codes = list(codes, language)
        ),
        Fault::UnknownCustomer { code } => {
            tr!(language, "error-unknown-customer", code = code.as_str())
        }
        Fault::CircularDimension { path } => {
            tr!(language, "error-circular", path = path.join(" → "))
        }
        Fault::TooDeep { code, level, limit } => tr!(
            language,
            "error-too-deep",
            code = code.as_str(),
            level = level.to_string(),
            limit = limit.to_string()
        ),
        Fault::ScaleNeeded { code } => {
            tr!(language, "error-scale-needed", code = code.as_str())
        }
        Fault::ScaleWithoutScore { scale } => {
            tr!(
                language,
                "error-scale-without-score",
                scale = scale.as_str()
            )
        }
        Fault::EqualScores { scale, score } => tr!(
            language,
            "error-equal-scores",
            scale = scale.as_str(),
            score = number::plain(*score)
        ),
        Fault::TooManyOptions { scale, limit } => tr!(
            language,
            "error-too-many-options",
            scale = scale.as_str(),
            limit = limit.to_string()
        ),
        Fault::ImpossibleShare {
            found,
            n,
            below,
            above,
        } => {
            let (n, below, above) = (*n, *below, *above);
            let share = |count: u32| number::percent(Some(f64::from(count) / f64::from(n)));
            tr!(
                language,
                "error-impossible-share",
                found = found.as_str(),
                n = n,
                below = below,
                lower = share(below),
                above = above,
                upper = share(above)
            )
        }
        Fault::PercentOrShare { name } => {
            tr!(language, "error-percent-or-share", name = name.as_str())
        }
        Fault::CannotBeScored { code } => {
            tr!(language, "error-cannot-be-scored", code = code.as_str())
        }
        Fault::UnknownWord {
            heading,
            found,
            allowed,
        } => tr!(
            language,
            "error-unknown-word",
            heading = words(heading, language),
            found = found.as_str(),
            allowed = list(allowed, language)
        ),
        Fault::NotANumber { heading, found } => tr!(
            language,
            "error-not-a-number",
            heading = words(heading, language),
            found = found.as_str()
        ),
        Fault::NotPositive { heading, found } => tr!(
            language,
            "error-not-positive",
            heading = words(heading, language),
            found = found.as_str()
        ),
        Fault::OutOfRange {
            heading,
            found,
            low,
            high,
        } => tr!(
            language,
            "error-out-of-range",
            heading = words(heading, language),
            found = found.as_str(),
            low = number::plain(*low),
            high = number::plain(*high)
        ),
        Fault::TooLarge {
            heading,
            found,
            limit,
        } => tr!(
            language,
            "error-too-large",
            heading = words(heading, language),
            found = found.as_str(),
            limit = number::plain(*limit)
        ),
        Fault::NegativeTurnover { found } => {
            tr!(language, "error-customer-turnover", found = found.as_str())
        }
        Fault::NotADate { found } => {
            tr!(language, "error-not-a-date", found = found.as_str())
        }
        Fault::NotAPeriod { found } => {
            tr!(language, "error-not-a-period", found = found.as_str())
        }
        Fault::OtherPeriod { found, kind } => tr!(
            language,
            "error-frame-period",
            found = found.as_str(),
            example = example(*kind)
        ),
        Fault::NotABand { found } => {
            tr!(language, "error-not-a-band", found = found.as_str())
        }
    }
}

/// What a column or key is called where the workbook is written in the language.
fn words(heading: &str, language: Language) -> String {
    match heading {
        "code" => tr!(language, "sheet-code"),
        "name" => tr!(language, "sheet-name"),
        "parent" => tr!(language, "sheet-parent"),
        "of" => tr!(language, "past-of"),
        "n" => tr!(language, "past-n"),
        "s" => tr!(language, "past-sd"),
        "value" => tr!(language, "sheet-value"),
        "weight" => tr!(language, "sheet-weight"),
        "acts_on" => tr!(language, "sheet-acts-on"),
        "better" => tr!(language, "sheet-better"),
        "external" => tr!(language, "sheet-external"),
        "text" => tr!(language, "sheet-text"),
        "dimension" => tr!(language, "sheet-dimension"),
        "kind" => tr!(language, "sheet-kind"),
        "scale" => tr!(language, "sheet-scale"),
        "scored" => tr!(language, "sheet-scored"),
        "required" => tr!(language, "sheet-required"),
        "segment" => tr!(language, "sheet-segment"),
        "importance_of" => tr!(language, "sheet-importance-of"),
        "aliases" => tr!(language, "sheet-aliases"),
        "label" => tr!(language, "sheet-option"),
        "score" => tr!(language, "sheet-score"),
        "satisfied" => tr!(language, "sheet-satisfied"),
        "turnover" => tr!(language, "sheet-turnover"),
        "key" => tr!(language, "sheet-key-account"),
        "wave" => tr!(language, "sheet-wave"),
        "customer" => tr!(language, "sheet-customer"),
        "issued" => tr!(language, "sheet-issued"),
        "channel" => tr!(language, "sheet-channel"),
        "title" => tr!(language, "sheet-title"),
        "document" => tr!(language, "sheet-document"),
        "revision" => tr!(language, "sheet-revision"),
        "period" => tr!(language, "sheet-period"),
        "target" => tr!(language, "sheet-target"),
        "target_rule" => tr!(language, "sheet-target-rule"),
        "normalisation" => tr!(language, "sheet-normalisation"),
        "index" => tr!(language, "sheet-index"),
        "na" => tr!(language, "sheet-na"),
        "min_answered" => tr!(language, "sheet-min-answered"),
        "weights" => tr!(language, "sheet-weights"),
        "bands" => tr!(language, "sheet-bands"),
        "validity" => tr!(language, "sheet-validity"),
        "no_change_within" => tr!(language, "sheet-no-change-within"),
        other => other.to_owned(),
    }
}
