//! `manyi sign`: a revision prepared, reviewed or approved by somebody.

use jiff::Zoned;

use super::carry_out::{Wanted, carry_out};
use super::{Failure, args};
use crate::edit::Intent;
use crate::i18n::Language;
use crate::jobs::{JobError, choose};
use crate::model::Signature;

pub(super) fn run(words: &args::Sign, language: Language) -> Result<(), Failure> {
    carry_out(&words.workspace, language, |data, _| {
        let survey = choose::survey(data, words.survey.as_deref())?;
        let revision = match &words.revision {
            None => choose::latest_revision(data, survey)?,
            Some(label) => {
                let mut all = data.revisions_of(survey.id);
                let found = all.rfind(|it| it.label == *label);
                found.ok_or_else(|| JobError::UnknownRevision {
                    label: label.clone(),
                    known: data
                        .revisions_of(survey.id)
                        .map(|it| it.label.clone())
                        .collect(),
                })?
            }
        };
        let signature = Signature {
            name: words.name.clone(),
            date: words.date.unwrap_or_else(|| Zoned::now().date()),
        };
        let intent = Intent::Sign {
            revision: revision.id,
            role: words.role.into(),
            signature,
        };
        Ok(Wanted { intent, wave: None })
    })
}
