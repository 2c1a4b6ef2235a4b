//! Waves, unique by survey, period and label.

use rusqlite::{Connection, Row, params};

use super::column::Plain;
use super::door::Noun;
use super::{Rule, StoreError, Taken};
use crate::model::{Edit, RevisionId, SurveyId, Wave, WaveId};

impl Noun for Wave {
    const TABLE: &'static str = "wave";
    /// Neither those known by summary figures alone nor those that were withdrawn.
    const SELECT: &'static str = "SELECT id, survey, period, label, revision, opened FROM \
        (SELECT * FROM wave WHERE revision IS NOT NULL AND NOT withdrawn) AS wave";

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
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO wave (id, survey, period, label, revision, opened)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET
                 survey = excluded.survey, period = excluded.period, label = excluded.label,
                 revision = excluded.revision, opened = excluded.opened",
        )?
        .execute(params![
            self.id.0,
            self.survey.0,
            Plain(self.period),
            self.label,
            self.revision.0,
            Plain(self.opened),
        ])?;
        Ok(())
    }

    /// Answers lie in the order of the revision's items, so it stays once there are some.
    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let (Some(before), Some(after)) = (&edit.before, &edit.after) else {
            return Ok(());
        };
        let moved = (before.survey, before.revision) != (after.survey, after.revision);
        let imports = "SELECT 1 FROM import WHERE wave = ?1";
        if moved && db.prepare_cached(imports)?.exists([before.id.0])? {
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
