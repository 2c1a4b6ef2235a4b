//! Corrective actions with their steps, their measure and the evidence they rest on.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::column::{Json, Place, Plain, Word};
use super::disk::{self, StageForm};
use super::door::{self, Noun};
use super::{StoreError, Taken, seal};
use crate::model::{ActionId, ActionStep, CorrectiveAction, Edit, Evidence, SurveyId, WaveId};

impl Noun for CorrectiveAction {
    const TABLE: &'static str = "action";
    const SELECT: &'static str = "SELECT id, number, survey, title, department, owner, cause, due \
        FROM action";
    const ORDER: &'static str = "number";

    fn id(&self) -> i64 {
        self.id.0
    }

    /// Without what lies in tables of its own, which `complete` adds.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: ActionId(row.get(0)?),
            number: row.get(1)?,
            survey: SurveyId(row.get(2)?),
            title: row.get(3)?,
            department: row.get(4)?,
            owner: row.get(5)?,
            cause: row.get(6)?,
            measure: String::new(),
            due: row.get::<_, Option<Plain<_>>>(7)?.map(|date| date.0),
            evidence: Vec::new(),
            steps: Vec::new(),
        })
    }

    fn find(&self, db: &Connection) -> rusqlite::Result<Option<Self>> {
        let found = door::find(db, self.id.0)?;
        found.map(|action| complete(db, action)).transpose()
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(include_str!("action.sql"))?
            .execute(params![
                self.id.0,
                self.number,
                self.survey.0,
                self.title,
                self.department,
                self.owner,
                self.cause,
                Word(StageForm::from(self.stage())),
                self.due.map(Plain),
            ])?;
        erase_parts(db, self.id)?;
        write_measure(db, self)?;
        for (position, step) in self.steps.iter().enumerate() {
            insert_step(db, self.id, position, step)?;
        }
        for (position, evidence) in self.evidence.iter().enumerate() {
            insert_evidence(db, self.id, position, evidence)?;
        }
        Ok(())
    }

    /// One without a step stands nowhere.
    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        let stepless = edit.after.as_ref().filter(|after| after.steps.is_empty());
        stepless.map_or(Ok(()), |after| {
            let (table, id) = (Self::TABLE, after.id.0);
            Err(StoreError::Unstorable { table, id })
        })
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal::put(db, Self::TABLE, self.id.0)?;
        for part in PARTS {
            seal::put_where(db, part, "action = ?1", [self.id.0])?;
        }
        Ok(())
    }

    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        erase_parts(db, self.id)?;
        seal::erase(db, Self::TABLE, "id = ?1", [self.id.0])
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::ActionNumber(self.number.clone()))
    }
}

/// All actions, complete.
pub(super) fn all(db: &Connection) -> rusqlite::Result<Vec<CorrectiveAction>> {
    let bare = door::all(db)?;
    bare.into_iter()
        .map(|action| complete(db, action))
        .collect()
}

/// Tables that hold a part of an action.
const PARTS: [&str; 3] = ["action_step", "measure", "evidence"];

fn complete(db: &Connection, action: CorrectiveAction) -> rusqlite::Result<CorrectiveAction> {
    Ok(CorrectiveAction {
        measure: measure(db, action.id)?,
        steps: steps(db, action.id)?,
        evidence: evidence(db, action.id)?,
        ..action
    })
}

/// What is to be done: so far one measure an action.
fn measure(db: &Connection, action: ActionId) -> rusqlite::Result<String> {
    let mut query =
        db.prepare_cached("SELECT text FROM measure WHERE action = ?1 ORDER BY position LIMIT 1")?;
    let text = query.query_row([action.0], |row| row.get(0)).optional()?;
    Ok(text.unwrap_or_default())
}

fn steps(db: &Connection, action: ActionId) -> rusqlite::Result<Vec<ActionStep>> {
    let mut query = db.prepare_cached(
        "SELECT stage, date, who, note, reopened FROM action_step
         WHERE action = ?1 ORDER BY position",
    )?;
    let steps = query.query_map([action.0], |row| {
        Ok(ActionStep {
            stage: row.get::<_, Word<StageForm>>(0)?.0.into(),
            date: row.get::<_, Plain<_>>(1)?.0,
            who: row.get(2)?,
            note: row.get(3)?,
            reopened: row.get(4)?,
        })
    })?;
    steps.collect()
}

fn evidence(db: &Connection, action: ActionId) -> rusqlite::Result<Vec<Evidence>> {
    let mut query = db.prepare_cached(
        "SELECT wave, subject, score, change, target, returns FROM evidence
         WHERE action = ?1 ORDER BY position",
    )?;
    let evidence = query.query_map([action.0], |row| {
        Ok(Evidence {
            wave: WaveId(row.get(0)?),
            subject: disk::read_with(row, 1, disk::subject)?,
            score: row.get(2)?,
            change: row.get(3)?,
            target: row.get(4)?,
            returns: row.get::<_, Json<_>>(5)?.0,
        })
    })?;
    evidence.collect()
}

fn erase_parts(db: &Connection, action: ActionId) -> rusqlite::Result<()> {
    PARTS
        .iter()
        .try_for_each(|part| seal::erase(db, part, "action = ?1", [action.0]))
}

/// Nothing says when the measure was done but the closing of its action.
fn write_measure(db: &Connection, action: &CorrectiveAction) -> rusqlite::Result<()> {
    if action.measure.is_empty() {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO measure (action, position, kind, text, owner, due, done)
         VALUES (?1, 0, 'correction', ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        action.id.0,
        action.measure,
        action.owner,
        action.due.map(Plain),
        action.closed_on().map(Plain),
    ])?;
    Ok(())
}

fn insert_step(
    db: &Connection,
    action: ActionId,
    position: usize,
    step: &ActionStep,
) -> rusqlite::Result<usize> {
    db.prepare_cached(
        "INSERT INTO action_step (action, position, stage, date, who, note, reopened)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        action.0,
        Place(position),
        Word(StageForm::from(step.stage)),
        Plain(step.date),
        step.who,
        step.note,
        step.reopened,
    ])
}

fn insert_evidence(
    db: &Connection,
    action: ActionId,
    position: usize,
    evidence: &Evidence,
) -> rusqlite::Result<usize> {
    db.prepare_cached(
        "INSERT INTO evidence (action, position, wave, subject, score, change, target, returns)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        action.0,
        Place(position),
        evidence.wave.0,
        disk::subject_text(&evidence.subject),
        evidence.score,
        evidence.change,
        evidence.target,
        Json(&evidence.returns),
    ])
}
