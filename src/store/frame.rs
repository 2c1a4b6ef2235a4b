//! The customers chosen for a wave.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::column::{Json, Plain};
use super::door::{self, Noun};
use super::{disk, seal};
use crate::model::{CustomerId, FrameEntry, WaveId};

impl Noun for FrameEntry {
    const TABLE: &'static str = "frame";
    const SELECT: &'static str = "SELECT wave, customer, issued, channel, turnover, key, attributes, \
        collector, excluded FROM frame";
    const ORDER: &'static str = "wave, customer";

    /// The customer's: an entry has no number of its own.
    fn id(&self) -> i64 {
        self.customer.0
    }

    fn is(&self, other: &Self) -> bool {
        (self.wave, self.customer) == (other.wave, other.customer)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            wave: WaveId(row.get(0)?),
            customer: CustomerId(row.get(1)?),
            issued: row.get::<_, Option<Plain<_>>>(2)?.map(|date| date.0),
            channel: row.get(3)?,
            turnover: row.get(4)?,
            key: row.get(5)?,
            attributes: row.get::<_, Json<_>>(6)?.0,
            collector: disk::collector::of(row.get(7)?)?,
            excluded: row.get(8)?,
        })
    }

    fn find(&self, db: &Connection) -> rusqlite::Result<Option<Self>> {
        let sql = format!("{} WHERE wave = ?1 AND customer = ?2", Self::SELECT);
        db.prepare_cached(&sql)?
            .query_row([self.wave.0, self.customer.0], door::sound)
            .optional()
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO frame (wave, customer, issued, channel, turnover, key, attributes, collector,
                                excluded)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (wave, customer) DO UPDATE SET
                 issued = excluded.issued, channel = excluded.channel,
                 turnover = excluded.turnover, key = excluded.key,
                 attributes = excluded.attributes, collector = excluded.collector,
                 excluded = excluded.excluded",
        )?
        .execute(params![
            self.wave.0,
            self.customer.0,
            self.issued.map(Plain),
            self.channel,
            self.turnover,
            self.key,
            Json(&self.attributes),
            self.collector.map(disk::collector::text),
            self.excluded,
        ])?;
        Ok(())
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        let key = [self.wave.0, self.customer.0];
        seal::put_where(db, Self::TABLE, "wave = ?1 AND customer = ?2", key)
    }

    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        let key = [self.wave.0, self.customer.0];
        seal::erase(db, Self::TABLE, "wave = ?1 AND customer = ?2", key)
    }
}
