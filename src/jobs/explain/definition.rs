//! What can be wrong with a definition workbook.

use super::list;
use crate::i18n::period::example;
use crate::i18n::{Language, number};
use crate::intake::DefinitionFault;
use crate::tr;

pub(super) fn explain(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::MissingSheet { found } => {
            tr!(
                language,
                "error-missing-sheet",
                found = list(found, language)
            )
        }
        DefinitionFault::Failed { found } => {
            tr!(language, "error-failed-formula", found = found.as_str())
        }
        DefinitionFault::MissingColumn { .. }
        | DefinitionFault::DuplicateColumn { .. }
        | DefinitionFault::MissingValue { .. } => column(fault, language),
        DefinitionFault::Duplicate { .. }
        | DefinitionFault::DuplicateBand { .. }
        | DefinitionFault::MixedBands { .. }
        | DefinitionFault::ReservedCode { .. } => clash(fault, language),
        DefinitionFault::UnknownDimension { .. }
        | DefinitionFault::UnknownScale { .. }
        | DefinitionFault::UnknownItem { .. }
        | DefinitionFault::AmbiguousCustomer { .. }
        | DefinitionFault::UnknownCustomer { .. } => unknown_name(fault, language),
        DefinitionFault::CircularDimension { path } => {
            tr!(language, "error-circular", path = path.join(" → "))
        }
        DefinitionFault::TooDeep { code, level, limit } => tr!(
            language,
            "error-too-deep",
            code = code.as_str(),
            level = level.to_string(),
            limit = limit.to_string()
        ),
        DefinitionFault::ScaleNeeded { .. }
        | DefinitionFault::ScaleWithoutScore { .. }
        | DefinitionFault::EqualScores { .. }
        | DefinitionFault::TooManyOptions { .. }
        | DefinitionFault::CannotBeScored { .. } => scale(fault, language),
        DefinitionFault::UnknownWord { .. }
        | DefinitionFault::NotANumber { .. }
        | DefinitionFault::NotPositive { .. }
        | DefinitionFault::OutOfRange { .. }
        | DefinitionFault::TooLarge { .. }
        | DefinitionFault::NegativeTurnover { .. }
        | DefinitionFault::NotADate { .. }
        | DefinitionFault::NotAPeriod { .. }
        | DefinitionFault::OtherPeriod { .. }
        | DefinitionFault::NotABand { .. } => wrong_value(fault, language),
    }
}

/// A column is missing, or there twice, or has a gap.
fn column(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::MissingColumn { heading } => {
            tr!(
                language,
                "error-missing-column",
                heading = words(heading, language)
            )
        }
        DefinitionFault::DuplicateColumn { heading, first } => tr!(
            language,
            "error-duplicate-column",
            heading = words(heading, language),
            first = first.as_str()
        ),
        DefinitionFault::MissingValue { heading } => {
            tr!(
                language,
                "error-missing-value",
                heading = words(heading, language)
            )
        }
        _ => super::unexpected(&fault.to_string(), language),
    }
}

/// Two things that have to differ do not.
fn clash(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::Duplicate { found, first } => tr!(
            language,
            "error-duplicate",
            found = found.as_str(),
            first = first.as_str()
        ),
        DefinitionFault::DuplicateBand { found, first } => tr!(
            language,
            "error-duplicate-band",
            found = found.as_str(),
            first = first.as_str()
        ),
        DefinitionFault::MixedBands { found, first } => tr!(
            language,
            "error-mixed-bands",
            found = found.as_str(),
            first = first.as_str()
        ),
        DefinitionFault::ReservedCode { code } => {
            tr!(language, "error-reserved-code", code = code.as_str())
        }
        _ => super::unexpected(&fault.to_string(), language),
    }
}

/// An item and its scale do not go together.
fn scale(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::ScaleNeeded { code } => {
            tr!(language, "error-scale-needed", code = code.as_str())
        }
        DefinitionFault::ScaleWithoutScore { scale } => {
            tr!(
                language,
                "error-scale-without-score",
                scale = scale.as_str()
            )
        }
        DefinitionFault::EqualScores { scale, score } => tr!(
            language,
            "error-equal-scores",
            scale = scale.as_str(),
            score = number::plain(*score)
        ),
        DefinitionFault::TooManyOptions { scale, limit } => tr!(
            language,
            "error-too-many-options",
            scale = scale.as_str(),
            limit = limit.to_string()
        ),
        DefinitionFault::CannotBeScored { code } => {
            tr!(language, "error-cannot-be-scored", code = code.as_str())
        }
        _ => super::unexpected(&fault.to_string(), language),
    }
}

/// A cell names something no sheet holds.
fn unknown_name(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::UnknownDimension { code } => {
            tr!(language, "error-unknown-dimension", code = code.as_str())
        }
        DefinitionFault::UnknownScale { name } => {
            tr!(language, "error-unknown-scale", name = name.as_str())
        }
        DefinitionFault::UnknownItem { code } => {
            tr!(language, "error-unknown-item", code = code.as_str())
        }
        DefinitionFault::AmbiguousCustomer { found, codes } => tr!(
            language,
            "error-ambiguous-customer",
            found = found.as_str(),
            codes = list(codes, language)
        ),
        DefinitionFault::UnknownCustomer { code } => {
            tr!(language, "error-unknown-customer", code = code.as_str())
        }
        _ => super::unexpected(&fault.to_string(), language),
    }
}

/// A cell that holds something else than it should.
fn wrong_value(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::UnknownWord {
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
        DefinitionFault::NotANumber { heading, found } => tr!(
            language,
            "error-not-a-number",
            heading = words(heading, language),
            found = found.as_str()
        ),
        DefinitionFault::NotPositive { heading, found } => tr!(
            language,
            "error-not-positive",
            heading = words(heading, language),
            found = found.as_str()
        ),
        DefinitionFault::OutOfRange {
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
        DefinitionFault::TooLarge {
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
        other => misread(other, language),
    }
}

/// A text that is not what the cell holds.
fn misread(fault: &DefinitionFault, language: Language) -> String {
    match fault {
        DefinitionFault::NegativeTurnover { found } => {
            tr!(language, "error-customer-turnover", found = found.as_str())
        }
        DefinitionFault::NotADate { found } => {
            tr!(language, "error-not-a-date", found = found.as_str())
        }
        DefinitionFault::NotAPeriod { found } => {
            tr!(language, "error-not-a-period", found = found.as_str())
        }
        DefinitionFault::OtherPeriod { found, kind } => tr!(
            language,
            "error-frame-period",
            found = found.as_str(),
            example = example(*kind)
        ),
        DefinitionFault::NotABand { found } => {
            tr!(language, "error-not-a-band", found = found.as_str())
        }
        _ => super::unexpected(&fault.to_string(), language),
    }
}

/// What a column or key is called where the workbook is written in the language.
fn words(heading: &str, language: Language) -> String {
    match heading {
        "code" => tr!(language, "sheet-code"),
        "name" => tr!(language, "sheet-name"),
        "parent" => tr!(language, "sheet-parent"),
        "weight" => tr!(language, "sheet-weight"),
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
        other => survey_key(other, language),
    }
}

/// The same for the keys of the first sheet.
fn survey_key(key: &str, language: Language) -> String {
    match key {
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
        other => other.to_owned(),
    }
}
