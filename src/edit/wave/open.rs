//! Opening a wave: it takes the newest revision and freezes it.

use jiff::civil::Date;

use crate::edit::{Known, Refusal};
use crate::model::{Change, Data, Edit, Period, Revision, Step, StepKind, SurveyId, Wave, WaveId};

/// A wave that is open or could be.
#[derive(Clone, Debug)]
pub struct Opening {
    pub wave: Wave,
    /// The revision it uses, frozen.
    pub revision: Revision,
    /// What has to change for it; empty when it is open already.
    pub changes: Vec<Change>,
}

/// Opens the wave of a period.
pub(in crate::edit) fn open(
    known: &Known<'_>,
    id: WaveId,
    survey: SurveyId,
    period: Period,
) -> Result<Step, Refusal> {
    if known.data.wave_in(survey, period).is_some() {
        return Err(Refusal::OpenAlready(period));
    }
    let revision = revision_of(known.data, survey, period)?;
    let opening = open_with(id, revision, period, known.today);
    Ok(Step::new(
        StepKind::OpenWave,
        period.to_string(),
        opening.changes,
    ))
}

/// The revision a new wave takes: the newest in which something is asked.
pub fn newest_revision(data: &Data, survey: SurveyId) -> Option<&Revision> {
    let mut revisions = data.revisions_of(survey);
    revisions.rfind(|it| !it.questionnaire.items.is_empty())
}

/// The revision a new wave of a period would use.
///
/// # Errors
/// [`Refusal::NoQuestionnaire`]; [`Refusal::OtherPeriod`] where the survey goes by others.
pub fn revision_of(data: &Data, survey: SurveyId, period: Period) -> Result<&Revision, Refusal> {
    let revision = newest_revision(data, survey).ok_or(Refusal::NoQuestionnaire)?;
    let kind = revision.questionnaire.rules.period;
    if kind != period.kind() {
        return Err(Refusal::OtherPeriod { period, kind });
    }
    Ok(revision)
}

/// A new wave with this revision.
pub fn open_with(id: WaveId, revision: &Revision, period: Period, opened: Date) -> Opening {
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
