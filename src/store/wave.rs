//! Waves, unique by survey, period and label. One that is taken back with all its imports stays
//! as a shadow those refer to, so that they can come back with it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::column::Plain;
use super::disk::{self, ChoiceForm, ClosingsForm, QuestionnaireForm};
use super::door::Noun;
use super::{Rule, StoreError, Taken, seal};
use crate::model::{Edit, RevisionId, SurveyId, Wave, WaveId};

impl Noun for Wave {
    const TABLE: &'static str = "wave";
    /// Neither those known by summary figures alone nor those that were withdrawn.
    const SELECT: &'static str = "SELECT id, survey, period, label, revision, opened, choice, closings FROM \
        (SELECT * FROM wave WHERE revision IS NOT NULL AND withdrawn IS NULL) AS wave";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: WaveId(row.get(0)?),
            survey: SurveyId(row.get(1)?),
            period: row.get::<_, Plain<_>>(2)?.0,
            label: row.get(3)?,
            revision: RevisionId(row.get(4)?),
            opened: row.get::<_, Plain<_>>(5)?.0,
            choice: disk::read_some::<ChoiceForm>(row, 6)?,
            closings: disk::read_some::<ClosingsForm>(row, 7)?.unwrap_or_default(),
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let closings = Some(&self.closings).filter(|it| !it.is_empty());
        let closings = closings.map(disk::encode::<ClosingsForm>).transpose()?;
        db.prepare_cached(
            "INSERT INTO wave (id, survey, period, label, revision, opened, choice, closings)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET
                 survey = excluded.survey, period = excluded.period, label = excluded.label,
                 revision = excluded.revision, opened = excluded.opened,
                 choice = excluded.choice, closings = excluded.closings, withdrawn = NULL",
        )?
        .execute(params![
            self.id.0,
            self.survey.0,
            Plain(self.period),
            self.label,
            self.revision.0,
            Plain(self.opened),
            self.choice
                .as_ref()
                .map(disk::encode::<ChoiceForm>)
                .transpose()?,
            closings,
        ])?;
        Ok(())
    }

    /// What was imported stays in the file when it is taken back, and so does the wave it
    /// refers to; it only lets go of its survey and revision.
    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        let mut imports = db.prepare_cached("SELECT 1 FROM import WHERE wave = ?1")?;
        if !imports.exists([self.id.0])? {
            return seal::erase(db, Self::TABLE, "id = ?1", [self.id.0]);
        }
        db.prepare_cached(
            "UPDATE wave SET survey = NULL, revision = NULL, withdrawn = coalesce(
                 (SELECT questionnaire FROM revision WHERE revision.id = wave.revision), '')
             WHERE id = ?1",
        )?
        .execute([self.id.0])?;
        self.seal(db)
    }

    /// Answers lie in the order of the revision's items, so it stays once there are some, and a
    /// wave comes back only to the questions that were answered in it.
    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let exists = |sql: &str, id: WaveId| db.prepare_cached(sql)?.exists([id.0]);
        let typed = "SELECT 1 FROM returns WHERE wave = ?1 AND import IS NULL";
        let (before, after) = match (&edit.before, &edit.after) {
            (Some(before), Some(after)) => (before, after),
            (None, Some(after)) => return comes_back(after, db),
            (Some(before), None) if exists(typed, before.id)? => {
                return Err(StoreError::Forbidden(Rule::InUse));
            }
            _ => return Ok(()),
        };
        let moved = (before.survey, before.revision) != (after.survey, after.revision);
        let imports = "SELECT 1 FROM import WHERE wave = ?1";
        if moved && (exists(imports, before.id)? || exists(typed, before.id)?) {
            return Err(StoreError::Forbidden(Rule::WaveHasReturns));
        }
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::Wave {
            period: self.period,
            label: self.label.clone(),
        })
    }
}

/// Refuses to put returns that were taken back under other questions.
fn comes_back(wave: &Wave, db: &Connection) -> Result<(), StoreError> {
    let then: Option<String> = db
        .prepare_cached("SELECT withdrawn FROM wave WHERE id = ?1")?
        .query_row([wave.id.0], |row| row.get(0))
        .optional()?
        .flatten();
    let Some(then) = then else {
        return Ok(());
    };
    let now = db
        .prepare_cached("SELECT questionnaire FROM revision WHERE id = ?1")?
        .query_row([wave.revision.0], |row| {
            disk::read::<QuestionnaireForm>(row, 0)
        })
        .optional()?;
    // Not their texts: how the same is written may differ from version to version.
    match disk::decode::<QuestionnaireForm>(&then).ok() == now {
        true => Ok(()),
        false => Err(StoreError::Forbidden(Rule::OtherQuestions)),
    }
}

/// A wave that was withdrawn is used by nothing that counts.
pub(super) fn withdrawn_are_unused(db: &Connection) -> Result<(), StoreError> {
    let used = db
        .prepare_cached(
            "SELECT 1 FROM wave WHERE withdrawn IS NOT NULL AND (
                 EXISTS (SELECT 1 FROM import WHERE import.wave = wave.id AND NOT undone)
                 OR EXISTS (SELECT 1 FROM frame WHERE frame.wave = wave.id)
                 OR EXISTS (SELECT 1 FROM contact WHERE contact.wave = wave.id)
                 OR EXISTS (SELECT 1 FROM evidence WHERE evidence.wave = wave.id)
                 OR EXISTS (SELECT 1 FROM returns WHERE returns.wave = wave.id AND import IS NULL))",
        )?
        .exists([])?;
    match used {
        true => Err(StoreError::Forbidden(Rule::InUse)),
        false => Ok(()),
    }
}
