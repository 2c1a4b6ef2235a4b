//! The cover block, section titles, and notes under the ledger.

use serde::Serialize;

use super::Review;
use crate::analysis::Evidence;
use crate::chart::words::limit;
use crate::i18n::{Language, period};
use crate::paper::Heading;
use crate::tr;

/// What this is about.
#[derive(Serialize)]
pub(super) struct Cover {
    title: String,
    company: String,
    /// Label and value.
    facts: Vec<[String; 2]>,
}

/// Section titles.
#[derive(Serialize)]
pub(super) struct Titles {
    findings: String,
    ledger: String,
    scores: String,
    answers: String,
    trend: String,
    actions: String,
    rules: String,
    /// How sections are numbered, in the notation of typst.
    numbering: String,
    no_answers: String,
}

pub(super) fn cover(review: &Review, heading: &Heading) -> Cover {
    let language = heading.language;
    let wave = review.evidence.current.wave;
    let revision = review.evidence.current.revision;
    let when = match wave.label.as_str() {
        "" => period::name(language, wave.period),
        label => format!("{} {label}", period::name(language, wave.period)),
    };
    let form = [revision.document.as_str(), revision.label.as_str()].join(" ");
    let facts = [
        (tr!(language, "paper-survey"), review.survey.name.clone()),
        (tr!(language, "paper-period"), when),
        (
            tr!(language, "paper-document"),
            heading.workspace.document.clone(),
        ),
        (tr!(language, "paper-form"), form.trim().to_owned()),
        (tr!(language, "paper-as-of"), review.today.to_string()),
    ];
    Cover {
        title: tr!(language, "paper-kind-review"),
        company: heading.workspace.company.clone(),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| [label, value])
            .collect(),
    }
}

pub(super) fn titles(language: Language) -> Titles {
    Titles {
        findings: tr!(language, "paper-section-findings"),
        ledger: tr!(language, "paper-section-ledger"),
        scores: tr!(language, "paper-section-scores"),
        answers: tr!(language, "paper-answers"),
        trend: tr!(language, "paper-section-trend"),
        actions: tr!(language, "paper-section-actions"),
        rules: tr!(language, "paper-section-rules"),
        numbering: tr!(language, "paper-numbering"),
        no_answers: tr!(language, "paper-no-answers"),
    }
}

/// What limits the figures.
pub(super) fn ledger_notes(evidence: &Evidence, language: Language) -> Vec<String> {
    let notes = evidence.current.figures.notes.iter();
    notes
        .map(|note| limit(note, evidence.customers, language))
        .collect()
}
