//! `manyi import --marked`: a firm's own form whose blank carries marks in its cells. It is kept
//! in the workspace, so that forms to come are read without it.

use std::path::Path;

use super::{Failure, output};
use crate::i18n::{Language, step};
use crate::jobs::{JobError, choose, marking, wave};
use crate::model::{Data, Marking, Period, Progress, SourceFile, Survey};
use crate::store::Store;

/// Reads the blank by what its wave asks, or else the newest revision.
pub(super) fn read(
    path: &Path,
    data: &Data,
    (survey, period): (Option<&Survey>, Option<Period>),
) -> Result<(SourceFile, Marking), Failure> {
    let survey = match survey {
        Some(survey) => survey,
        None => choose::survey(data, None)?,
    };
    let revision =
        match period {
            Some(period) => wave::revision_for(data, survey, period)?,
            None => data.revisions_of(survey.id).next_back().ok_or_else(|| {
                JobError::NoQuestionnaire {
                    survey: survey.name.clone(),
                }
            })?,
        };
    let asked = &revision.questionnaire;
    let (source, marking) = marking::read(path, asked, &Progress::default())?;
    let survey = survey.id;
    Ok((source, Marking { survey, ..marking }))
}

/// Keeps it and says so.
pub(super) fn keep(
    store: &mut Store,
    (source, marking): &(SourceFile, Marking),
    language: Language,
) -> Result<(), Failure> {
    let data = store.load().map_err(JobError::of(store))?;
    let kept = marking::keep(store, &data, (source, marking))?;
    if let Some(done) = kept.and_then(|it| step::done(language, &it)) {
        output::complain(&done);
    }
    Ok(())
}
