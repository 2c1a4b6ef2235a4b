//! What is not in the files of the sample: who signed, which return is void, which actions
//! were taken. Told as data, done as ordinary steps.

use jiff::civil::Date;
use serde::Deserialize;

use crate::analysis::{Filter, change, ratings, subject_of};
use crate::jobs::engine::{Engine, Source, WaveScores};
use crate::jobs::{JobError, choose};
use crate::model::{
    ActionId, ActionStep, Change, CorrectiveAction, Data, Edit, Evidence, Period, PeriodKind,
    Return, ReturnId, Revision, Signature, Signatures, Step, StepKind, Subject, WaveReturns,
};
use crate::store::Store;

#[derive(Debug, Deserialize)]
pub(super) struct Story {
    pub company: String,
    pub document: String,
    pub survey: String,
    pub revisions: Vec<Part>,
    pub voids: Vec<Void>,
    pub actions: Vec<Plot>,
}

/// One revision and the returns to it.
#[derive(Debug, Deserialize)]
pub(super) struct Part {
    pub definition: String,
    effective: Date,
    prepared: Signature,
    reviewed: Signature,
    approved: Signature,
    pub returns: Vec<ReturnFile>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ReturnFile {
    pub wave: Period,
    pub file: String,
    #[serde(default)]
    values: Option<String>,
}

impl ReturnFile {
    /// Whether its numbers are scores, where that has to be said.
    pub fn scores(&self) -> bool {
        self.values.as_deref() == Some("scores")
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Void {
    wave: Period,
    customer: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Plot {
    number: String,
    title: String,
    department: String,
    owner: String,
    cause: String,
    measure: String,
    due: Due,
    /// Whose figure it rests on.
    wave: Period,
    subject: String,
    steps: Vec<ActionStep>,
}

/// When an action is due. One that is to be seen under way must not be overdue when the
/// sample is opened years from now.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Due {
    Date(Date),
    Relative(Relative),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Relative {
    /// The last day of the half-year after the one the sample was made in.
    NextHalf,
}

/// Signs the newest revision.
pub(super) fn sign(store: &mut Store, part: &Part) -> Result<(), JobError> {
    let data = load(store)?;
    let survey = choose::survey(&data, None)?;
    let before = choose::latest_revision(&data, survey)?;
    let dated = Revision {
        effective: Some(part.effective),
        ..before.clone()
    };
    let signatures = Signatures {
        prepared: Some(part.prepared.clone()),
        reviewed: Some(part.reviewed.clone()),
        approved: Some(part.approved.clone()),
    };
    let (subject, sign) = (before.label.clone(), before.sign(signatures));
    let edit = Edit::changed(before.clone(), dated);
    let changes = vec![Change::Revision(Box::new(edit)), sign];
    let step = Step::new(StepKind::Sign, subject, changes);
    store.apply(&step).map_err(JobError::of(store))?;
    Ok(())
}

/// Makes the returns of these customers void.
pub(super) fn voids(store: &mut Store, voids: &[Void]) -> Result<(), JobError> {
    for void in voids {
        let data = load(store)?;
        let wave = choose::wave(&data, choose::survey(&data, None)?, Some(void.wave))?;
        let all = store.load_wave(wave.id).map_err(JobError::of(store))?;
        let customer = data.customers.iter().find(|c| c.code == void.customer);
        let Some(customer) = customer else { continue };
        let theirs = |one: &&Return| one.customer == Some(customer.id);
        for before in all.returns.iter().filter(theirs) {
            let after = Return {
                void: Some(void.reason.clone()),
                ..before.clone()
            };
            let edit = Edit::changed(before.clone(), after);
            let change = Change::Return(Box::new(edit));
            apply(store, StepKind::VoidReturn, customer.name.clone(), change)?;
        }
    }
    Ok(())
}

/// Raises the actions and takes them through their steps.
pub(super) fn actions(store: &mut Store, plots: &[Plot], today: Date) -> Result<(), JobError> {
    for plot in plots {
        let data = load(store)?;
        let survey = choose::survey(&data, None)?;
        let evidence = evidence(store, &data, plot)?;
        let (first, further) = plot.steps.split_at(1.min(plot.steps.len()));
        let mut action = CorrectiveAction {
            id: ActionId(store.fresh_id()),
            number: plot.number.clone(),
            survey: survey.id,
            title: plot.title.clone(),
            department: plot.department.clone(),
            owner: plot.owner.clone(),
            cause: plot.cause.clone(),
            measure: plot.measure.clone(),
            due: due(&plot.due, today),
            evidence: vec![evidence],
            steps: first.to_vec(),
        };
        let raised = Change::Action(Box::new(Edit::created(action.clone())));
        apply(store, StepKind::RaiseAction, plot.number.clone(), raised)?;
        for step in further {
            let before = action.clone();
            action.steps.push(step.clone());
            let edit = Edit::changed(before, action.clone());
            let change = Change::Action(Box::new(edit));
            apply(store, StepKind::AdvanceAction, plot.number.clone(), change)?;
        }
    }
    Ok(())
}

/// The number the action rests on, as it is in the workspace.
fn evidence(store: &Store, data: &Data, plot: &Plot) -> Result<Evidence, JobError> {
    let (engine, from) = (&mut Engine::default(), Source { store, data });
    let survey = choose::survey(data, None)?;
    let wave = choose::wave(data, survey, Some(plot.wave))?;
    let now = engine.scores(from, wave, &Filter::default())?;
    let subject = subject_of(&[now.surveyed()], &plot.subject)
        .ok_or_else(|| JobError::Unexpected(format!("nothing is called {}", plot.subject)))?;
    let before = match data.wave_before(now.wave.id) {
        Some(wave) => Some(engine.scores(from, wave, &Filter::default())?),
        None => None,
    };
    let revisions: Vec<Revision> = data.revisions.to_vec();
    let moved = before.and_then(|before| {
        change(&before.surveyed(), &now.surveyed(), &revisions, &subject)?.score
    });
    let figure = now.surveyed().figure(&subject).cloned();
    let returns = engine.returns(from, now.wave.id)?;
    Ok(Evidence {
        wave: now.wave.id,
        score: figure.and_then(|figure| figure.score).unwrap_or_default(),
        change: moved,
        target: now.revision.questionnaire.rules.target,
        returns: unhappy(&now, &returns, &subject),
        subject,
    })
}

/// Valid returns that ticked an unhappy option of the item, if the action is about one.
fn unhappy(scores: &WaveScores, all: &WaveReturns, subject: &Subject) -> Vec<ReturnId> {
    let Subject::Item(lineage) = subject else {
        return Vec::new();
    };
    let returns = &all.returns;
    let valid = returns.iter().enumerate().filter(|(_, one)| one.valid());
    let rows: Vec<usize> = valid.map(|(row, _)| row).collect();
    ratings(&scores.revision.questionnaire, all, &rows, *lineage)
        .iter()
        .filter(|rating| rating.unhappy)
        .map(|rating| returns[rating.row].id)
        .collect()
}

fn due(due: &Due, today: Date) -> Option<Date> {
    match due {
        Due::Date(date) => Some(*date),
        Due::Relative(Relative::NextHalf) => {
            let month = u8::try_from(today.month()).ok()?;
            let next = Period::holding(PeriodKind::Half, today.year(), month)?.next();
            let last_month = i8::try_from(next.part() * 6).ok()?;
            Some(Date::new(next.year(), last_month, 1).ok()?.last_of_month())
        }
    }
}

fn load(store: &Store) -> Result<Data, JobError> {
    store.load().map_err(JobError::of(store))
}

fn apply(
    store: &mut Store,
    kind: StepKind,
    subject: String,
    change: Change,
) -> Result<(), JobError> {
    let step = Step::new(kind, subject, vec![change]);
    store.apply(&step).map_err(JobError::of(store))?;
    Ok(())
}
