//! Forms that are not made, or not taken in.

use crate::i18n::{Language, period};
use crate::jobs::forms::NoForms;
use crate::tr;

/// Why none are made, and what to do first.
pub(super) fn none(why: &NoForms, language: Language) -> String {
    match why {
        NoForms::NotApproved { revision } => {
            tr!(language, "forms-not-approved", revision = revision.as_str())
        }
        NoForms::NoFrame { period: of } => {
            tr!(
                language,
                "forms-no-frame",
                wave = period::name(language, *of)
            )
        }
        NoForms::NotChosen { code, period: of } => tr!(
            language,
            "forms-not-chosen",
            code = code.as_str(),
            wave = period::name(language, *of)
        ),
        NoForms::NothingAsked { revision } => {
            tr!(
                language,
                "forms-nothing-asked",
                revision = revision.as_str()
            )
        }
    }
}
