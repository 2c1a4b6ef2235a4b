//! The tags of a survey.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::disk::{self, TagForm};
use super::door::Noun;
use crate::model::{SurveyId, Tag, TagId};

impl Noun for Tag {
    const TABLE: &'static str = "tag";
    const SELECT: &'static str = "SELECT id, survey, name, content FROM tag";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: TagId(row.get(0)?),
            survey: SurveyId(row.get(1)?),
            name: row.get(2)?,
            ..disk::read::<TagForm>(row, 3)?
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO tag (id, survey, name, content) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET survey = excluded.survey, name = excluded.name,
                 content = excluded.content",
        )?
        .execute(params![
            self.id.0,
            self.survey.0,
            self.name,
            disk::encode::<TagForm>(self)?,
        ])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::TagName(self.name.clone()))
    }
}
