//! The cover of the review, and what limits its figures.

use super::Review;
use crate::analysis::Evidence;
use crate::chart::words::{frame, limit};
use crate::i18n::{Language, period};
use crate::model::Workspace;
use crate::tr;

/// What this is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    pub title: String,
    pub company: String,
    /// Label and value.
    pub facts: Vec<[String; 2]>,
}

pub(super) fn cover(review: &Review<'_>, workspace: &Workspace, language: Language) -> Cover {
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
        (tr!(language, "paper-document"), workspace.document.clone()),
        (tr!(language, "paper-form"), form.trim().to_owned()),
        (tr!(language, "paper-as-of"), review.today.to_string()),
    ];
    Cover {
        title: tr!(language, "paper-kind-review"),
        company: workspace.company.clone(),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| [label, value])
            .collect(),
    }
}

/// What the list says together, and what limits the figures.
pub(super) fn limits(evidence: &Evidence<'_>, language: Language) -> Vec<String> {
    let figures = evidence.current.figures;
    let rules = &evidence.current.revision.questionnaire.rules;
    let notes = figures.notes.iter();
    let notes = notes.map(|note| limit(note, evidence.customers, language));
    frame(figures, rules, language)
        .into_iter()
        .chain(notes)
        .collect()
}
