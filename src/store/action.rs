//! Corrective actions with the evidence they rest on.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::column::{Json, Place, Plain};
use super::door::{self, Noun};
use crate::model::{ActionId, CorrectiveAction, Evidence, SurveyId, WaveId};

impl Noun for CorrectiveAction {
    const TABLE: &'static str = "action";
    const SELECT: &'static str = "SELECT id, number, survey, title, department, owner, cause, \
        measure, due, steps FROM action";
    const ORDER: &'static str = "number";

    fn id(&self) -> i64 {
        self.id.0
    }

    /// Without its evidence, which `with_evidence` adds.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: ActionId(row.get(0)?),
            number: row.get(1)?,
            survey: SurveyId(row.get(2)?),
            title: row.get(3)?,
            department: row.get(4)?,
            owner: row.get(5)?,
            cause: row.get(6)?,
            measure: row.get(7)?,
            due: row.get::<_, Option<Plain<_>>>(8)?.map(|date| date.0),
            evidence: Vec::new(),
            steps: row.get::<_, Json<_>>(9)?.0,
        })
    }

    fn find(&self, db: &Connection) -> rusqlite::Result<Option<Self>> {
        let found = door::find(db, self.id.0)?;
        found.map(|action| with_evidence(db, action)).transpose()
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
                self.measure,
                self.due.map(Plain),
                Json(&self.steps),
            ])?;
        erase_evidence(db, self.id)?;
        for (position, evidence) in self.evidence.iter().enumerate() {
            insert_evidence(db, self.id, position, evidence)?;
        }
        Ok(())
    }

    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        erase_evidence(db, self.id)?;
        db.prepare_cached("DELETE FROM action WHERE id = ?1")?
            .execute([self.id.0])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::ActionNumber(self.number.clone()))
    }
}

/// All actions, complete.
pub(super) fn all(db: &Connection) -> rusqlite::Result<Vec<CorrectiveAction>> {
    let bare = door::all(db)?;
    bare.into_iter()
        .map(|action| with_evidence(db, action))
        .collect()
}

fn with_evidence(db: &Connection, action: CorrectiveAction) -> rusqlite::Result<CorrectiveAction> {
    let mut query = db.prepare_cached(
        "SELECT wave, subject, score, change, target, returns FROM evidence
         WHERE action = ?1 ORDER BY position",
    )?;
    let evidence = query
        .query_map([action.id.0], |row| {
            Ok(Evidence {
                wave: WaveId(row.get(0)?),
                subject: row.get::<_, Json<_>>(1)?.0,
                score: row.get(2)?,
                change: row.get(3)?,
                target: row.get(4)?,
                returns: row.get::<_, Json<_>>(5)?.0,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(CorrectiveAction { evidence, ..action })
}

fn erase_evidence(db: &Connection, action: ActionId) -> rusqlite::Result<usize> {
    db.prepare_cached("DELETE FROM evidence WHERE action = ?1")?
        .execute([action.0])
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
        Json(&evidence.subject),
        evidence.score,
        evidence.change,
        evidence.target,
        Json(&evidence.returns),
    ])
}
