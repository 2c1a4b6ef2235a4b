//! Opening a wave: it takes the newest revision and freezes it.

use jiff::civil::Date;

use super::{JobError, choose};
use crate::model::{
    Change, Customer, Data, Edit, FrameEntry, Period, Revision, Survey, Wave, WaveId,
};
use crate::store::Store;

/// A wave that is open or could be.
#[derive(Clone, Debug)]
pub struct Opening {
    pub wave: Wave,
    /// The revision it uses, frozen.
    pub revision: Revision,
    /// What has to change for it; empty when it is open already.
    pub changes: Vec<Change>,
}

/// The revision a wave uses, or would use once it is open.
///
/// # Errors
/// [`JobError::NoQuestionnaire`]; [`JobError::OtherPeriod`] for a new wave that does not fit
/// the survey's rhythm.
pub fn revision_for<'a>(
    data: &'a Data,
    survey: &Survey,
    period: Period,
) -> Result<&'a Revision, JobError> {
    if let Some(wave) = data.wave_in(survey.id, period) {
        return choose::revision(data, wave);
    }
    let revision = choose::latest_revision(data, survey)?;
    let kind = revision.questionnaire.rules.period;
    if kind != period.kind() {
        return Err(JobError::OtherPeriod { period, kind });
    }
    Ok(revision)
}

/// The wave of a survey in a period, opened with the newest revision if it is new.
///
/// # Errors
/// [`JobError::NoQuestionnaire`]; [`JobError::OtherPeriod`] for a new wave that does not fit
/// the survey's rhythm; [`JobError::Store`].
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
    Ok(with_revision(id, revision, period, today))
}

/// A new wave with this revision.
pub fn with_revision(id: WaveId, revision: &Revision, period: Period, opened: Date) -> Opening {
    let wave = Wave {
        id,
        survey: revision.survey,
        period,
        label: String::new(),
        revision: revision.id,
        opened,
    };
    let frozen = Revision {
        frozen: true,
        ..revision.clone()
    };
    let mut changes = Vec::new();
    if !revision.frozen {
        changes.push(revision.freeze(true));
    }
    changes.push(Change::Wave(Edit::created(wave.clone())));
    Opening {
        wave,
        revision: frozen,
        changes,
    }
}

/// A customer chosen for a wave, as it is now.
pub fn chosen(
    wave: WaveId,
    customer: &Customer,
    issued: Option<Date>,
    channel: &str,
) -> FrameEntry {
    FrameEntry {
        issued,
        channel: channel.to_owned(),
        ..FrameEntry::of(wave, customer)
    }
}
