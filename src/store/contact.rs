//! Calls and reminders, as they were noted.

use rusqlite::{Connection, Row, params};

use super::column::Plain;
use super::disk;
use super::door::Noun;
use crate::model::{Contact, ContactId, CustomerId, WaveId};

impl Noun for Contact {
    const TABLE: &'static str = "contact";
    const SELECT: &'static str =
        "SELECT id, wave, customer, kind, date, who, how, reached, note FROM contact";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: ContactId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            customer: CustomerId(row.get(2)?),
            kind: disk::contact::of(row.get_ref(3)?.as_str()?)?,
            date: row.get::<_, Plain<_>>(4)?.0,
            who: row.get(5)?,
            how: row.get(6)?,
            reached: row.get(7)?,
            note: row.get(8)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO contact (id, wave, customer, kind, date, who, how, reached, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET
                 wave = excluded.wave, customer = excluded.customer, kind = excluded.kind,
                 date = excluded.date, who = excluded.who, how = excluded.how,
                 reached = excluded.reached, note = excluded.note",
        )?
        .execute(params![
            self.id.0,
            self.wave.0,
            self.customer.0,
            disk::contact::text(self.kind),
            Plain(self.date),
            self.who,
            self.how,
            self.reached,
            self.note,
        ])?;
        Ok(())
    }
}
