//! Lines to sign on.

use serde::Serialize;

use crate::i18n::Language;
use crate::tr;

#[derive(Serialize)]
pub(super) struct SignatureLine {
    role: String,
    date: String,
}

/// Prepared, reviewed, approved: empty, to be signed by hand.
pub(super) fn signatures(language: Language) -> Vec<SignatureLine> {
    [
        tr!(language, "paper-prepared"),
        tr!(language, "paper-reviewed"),
        tr!(language, "paper-approved"),
    ]
    .into_iter()
    .map(|role| SignatureLine {
        role,
        date: tr!(language, "paper-date"),
    })
    .collect()
}
