//! The forms of a survey that were marked by hand. The bytes of a blank are kept first, by their
//! hash; the row that names them is an edit like any other.

use rusqlite::{Connection, Row, params};

use super::disk::{self, MarkingForm};
use super::door::{self, Noun};
use super::{Store, StoreError, file};
use crate::model::{Marking, MarkingId, SourceFile, SurveyId};

impl Noun for Marking {
    const TABLE: &'static str = "marking";
    const SELECT: &'static str = "SELECT id, survey, name, sha256, content FROM marking";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: MarkingId(row.get(0)?),
            survey: SurveyId(row.get(1)?),
            file: row.get(2)?,
            sha256: row.get(3)?,
            ..disk::read::<MarkingForm>(row, 4)?
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO marking (id, survey, name, sha256, file, content)
             VALUES (?1, ?2, ?3, ?4, (SELECT id FROM file WHERE sha256 = ?4), ?5)
             ON CONFLICT (id) DO UPDATE SET survey = excluded.survey, name = excluded.name,
                 sha256 = excluded.sha256, file = excluded.file, content = excluded.content",
        )?
        .execute(params![
            self.id.0,
            self.survey.0,
            self.file,
            self.sha256,
            disk::encode::<MarkingForm>(self)?,
        ])?;
        Ok(())
    }
}

impl Store {
    /// The blank a form was marked on, as it came; `None` when its bytes were lost.
    pub fn blank(&self, id: MarkingId) -> Result<Option<SourceFile>, StoreError> {
        let it: Marking = door::get(&self.db, id.0)?;
        let bytes = file::bytes(&self.db, &it.sha256)?;
        Ok(bytes.map(|bytes| SourceFile {
            name: it.file,
            bytes: bytes.into(),
            sha256: it.sha256,
        }))
    }
}
