//! The wave a file or a command speaks of: open, or to be opened with it.

use jiff::civil::Date;

use super::{JobError, choose};
use crate::edit::{self, Opening};
use crate::model::{Data, Period, Revision, Survey, WaveId};
use crate::store::Store;

/// The revision a wave uses, or would use once it is open.
///
/// # Errors
/// [`JobError::NoQuestionnaire`]; [`JobError::Refused`] for a new wave that does not fit the
/// survey's rhythm.
pub fn revision_for<'a>(
    data: &'a Data,
    survey: &Survey,
    period: Period,
) -> Result<&'a Revision, JobError> {
    if let Some(wave) = data.wave_in(survey.id, period) {
        return choose::revision(data, wave);
    }
    choose::latest_revision(data, survey)?;
    edit::revision_of(data, survey.id, period).map_err(JobError::Refused)
}

/// The wave of a survey in a period, opened with the newest revision if it is new.
///
/// # Errors
/// Those of [`revision_for`].
pub fn opening(
    store: &Store,
    data: &Data,
    survey: &Survey,
    period: Period,
    today: Date,
) -> Result<Opening, JobError> {
    let revision = revision_for(data, survey, period)?;
    if let Some(wave) = data.wave_in(survey.id, period) {
        return Ok(Opening {
            wave: wave.clone(),
            revision: revision.clone(),
            changes: Vec::new(),
        });
    }
    let id = WaveId(store.fresh_id());
    Ok(edit::open_with(id, revision, period, today))
}
