//! What a person said of one comment and one tag.

use rusqlite::{Connection, Row, params};

use super::door::Noun;
use crate::model::{LineageId, ReturnId, TagId, Tagging, TaggingId, WaveId};

impl Noun for Tagging {
    const TABLE: &'static str = "tagging";
    const SELECT: &'static str = "SELECT id, wave, returned, item, tag, given FROM tagging";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: TaggingId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            returned: ReturnId(row.get(2)?),
            item: LineageId(row.get(3)?),
            tag: TagId(row.get(4)?),
            given: row.get(5)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO tagging (id, wave, returned, item, tag, given)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET wave = excluded.wave, returned = excluded.returned,
                 item = excluded.item, tag = excluded.tag, given = excluded.given",
        )?
        .execute(params![
            self.id.0,
            self.wave.0,
            self.returned.0,
            self.item.0,
            self.tag.0,
            self.given,
        ])?;
        Ok(())
    }
}
