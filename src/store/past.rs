//! Waves known by their figures alone.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::column::Plain;
use super::disk::{self, PastForm};
use super::door::Noun;
use crate::model::{Past, PastId, SurveyId};

impl Noun for Past {
    const TABLE: &'static str = "past";
    const SELECT: &'static str = "SELECT id, survey, period, content FROM past";

    const ORDER: &'static str = "survey, period";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: PastId(row.get(0)?),
            survey: SurveyId(row.get(1)?),
            period: row.get::<_, Plain<_>>(2)?.0,
            figures: disk::read::<PastForm>(row, 3)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO past (id, survey, period, content) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
                 survey = excluded.survey, period = excluded.period,
                 content = excluded.content",
        )?
        .execute(params![
            self.id.0,
            self.survey.0,
            Plain(self.period),
            disk::encode::<PastForm>(&self.figures)?,
        ])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::Wave {
            period: self.period,
            label: String::new(),
        })
    }
}
