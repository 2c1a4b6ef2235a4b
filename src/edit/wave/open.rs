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

/// Periods offered for a new wave before and after today's.
const BEFORE: usize = 6;
const AFTER: usize = 2;

/// Periods around today in which the survey has no wave yet, oldest first.
pub fn free_periods(data: &Data, revision: &Revision, today: Date) -> Vec<Period> {
    let Some(now) = period_of(revision, today) else {
        return Vec::new();
    };
    let first = (0..BEFORE).fold(now, |it, _| it.previous());
    let all = std::iter::successors(Some(first), |it| Some(it.next()));
    let free = |it: &Period| data.wave_in(revision.survey, *it).is_none();
    all.take(BEFORE + 1 + AFTER).filter(free).collect()
}

/// The one that is usually meant: today's, or else the first after it.
pub fn next_period(data: &Data, revision: &Revision, today: Date) -> Option<Period> {
    let free = free_periods(data, revision, today);
    let now = period_of(revision, today)?;
    let next = free.iter().find(|it| **it >= now);
    next.or_else(|| free.last()).copied()
}

fn period_of(revision: &Revision, day: Date) -> Option<Period> {
    let kind = revision.questionnaire.rules.period;
    Period::holding(kind, day.year(), u8::try_from(day.month()).ok()?)
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
        choice: None,
        closings: Vec::new(),
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
