//! Returns one at a time, without their answers. A whole wave of them: `load_wave`.

use rusqlite::{Connection, Row, params};

use super::column::Day;
use super::door::{self, Noun};
use super::{Rule, StoreError, attachment, cell, label};
use crate::model::{CustomerId, Edit, ImportId, Return, ReturnId, Wave, WaveId};

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
            role: text(11)?,
            seconds: row.get(12)?,
            late: row.get(13)?,
        })
    }

    /// A new one has said nothing yet: its answers are edits of their own.
    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let values = params![
            self.id.0,
            self.customer.map(|customer| customer.0),
            label::put(db, &self.customer_text)?,
            some_text(&self.respondent),
            self.date.map(Day),
            label::put(db, &self.channel)?,
            label::put(db, &self.collector)?,
            self.void,
            label::put(db, &self.role)?,
            self.seconds,
            self.late,
        ];
        let update = "UPDATE returns SET customer = ?2, customer_text = ?3, respondent = ?4,
                                date = ?5, channel = ?6, collector = ?7, void = ?8,
                                role = ?9, seconds = ?10, late = ?11
             WHERE id = ?1";
        if db.prepare_cached(update)?.execute(values)? == 0 {
            let blank = params![self.id.0, self.wave.0, cell::blank(db, self.wave)?];
            let insert = "INSERT INTO returns (id, wave, answers) VALUES (?1, ?2, ?3)";
            db.prepare_cached(insert)?.execute(blank)?;
            db.prepare_cached(update)?.execute(values)?;
        }
        Ok(())
    }

    /// What came with an import stays: void, never deleted. What was typed in comes and goes
    /// with the step that typed it.
    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let origin = |it: &Self| (it.import, it.wave, it.row);
        let fixed = match (&edit.before, &edit.after) {
            (Some(before), Some(after)) => origin(before) != origin(after),
            (None, Some(after)) if !after.late && closed(db, after.wave)? => {
                return Err(StoreError::Forbidden(Rule::WaveClosed));
            }
            (None, Some(after)) => after.import.is_some() || after.row > 0,
            (Some(before), None) if attachment::has_any(db, before.id)? => {
                return Err(StoreError::Forbidden(Rule::InUse));
            }
            (Some(before), None) => before.import.is_some(),
            (None, None) => false,
        };
        match fixed {
            true => Err(StoreError::Forbidden(Rule::ReturnIsFixed)),
            false => Ok(()),
        }
    }
}

/// Whether what comes to a wave is late.
fn closed(db: &Connection, wave: WaveId) -> rusqlite::Result<bool> {
    let wave: Option<Wave> = door::find(db, wave.0)?;
    Ok(wave.is_some_and(|it| it.closed().is_some()))
}

/// An empty text takes no room.
pub(super) fn some_text(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
