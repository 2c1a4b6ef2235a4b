//! Returns one at a time, without their answers. A whole wave of them: `load_wave`.

use rusqlite::{Connection, Row, params};

use super::column::Day;
use super::door::Noun;
use super::{Rule, StoreError, label};
use crate::model::{CustomerId, Edit, ImportId, Return, ReturnId, WaveId};

impl Noun for Return {
    const TABLE: &'static str = "returns";
    const SELECT: &'static str = include_str!("return.sql");

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let text = |column| -> rusqlite::Result<String> {
            Ok(row.get::<_, Option<_>>(column)?.unwrap_or_default())
        };
        Ok(Self {
            id: ReturnId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            import: row.get::<_, Option<i64>>(2)?.map(ImportId),
            row: row.get::<_, Option<u32>>(3)?.unwrap_or_default(),
            customer: row.get::<_, Option<i64>>(4)?.map(CustomerId),
            customer_text: text(5)?,
            respondent: text(6)?,
            date: row.get::<_, Option<Day>>(7)?.map(|day| day.0),
            channel: text(8)?,
            collector: text(9)?,
            void: row.get(10)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "UPDATE returns SET customer = ?2, customer_text = ?3, respondent = ?4, date = ?5,
                                channel = ?6, collector = ?7, void = ?8
             WHERE id = ?1",
        )?
        .execute(params![
            self.id.0,
            self.customer.map(|customer| customer.0),
            label::put(db, &self.customer_text)?,
            some_text(&self.respondent),
            self.date.map(Day),
            label::put(db, &self.channel)?,
            label::put(db, &self.collector)?,
            self.void,
        ])?;
        Ok(())
    }

    /// It comes with its import and stays: void, never deleted.
    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        let origin = |it: &Self| (it.import, it.wave, it.row);
        let before = edit.before.as_ref().map(origin);
        if before.is_none() || before != edit.after.as_ref().map(origin) {
            return Err(StoreError::Forbidden(Rule::ReturnIsFixed));
        }
        Ok(())
    }
}

/// An empty text takes no room.
pub(super) fn some_text(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
