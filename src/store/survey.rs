//! Surveys, unique by name.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::door::Noun;
use crate::model::{Survey, SurveyId};

impl Noun for Survey {
    const TABLE: &'static str = "survey";
    const SELECT: &'static str = "SELECT id, name FROM survey";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: SurveyId(row.get(0)?),
            name: row.get(1)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO survey (id, name) VALUES (?1, ?2)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        )?
        .execute(params![self.id.0, self.name])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::Survey(self.name.clone()))
    }
}
