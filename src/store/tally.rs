//! How many rows each table has, and what their seals add up to.
//!
//! A seal finds a row that changed. A row that another program took out, put in, or put back as
//! it once was leaves every seal whole, but not the sum of them. The sum is kept row by row, by
//! whoever writes or deletes one: `seal` does it for a few, an import for its many at once. Like
//! a seal it finds accidents, not intent.

use rusqlite::{Connection, OptionalExtension, Params, params};

use super::sealed::{TALLY, tallied};

/// Rows, and the sum of their seals as 64 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) count: i64,
    pub(super) seals: i64,
}

impl Tally {
    /// Counts a row in by its seal.
    pub(super) fn add(&mut self, seal: i64) {
        self.count = self.count.wrapping_add(1);
        self.seals = self.seals.wrapping_add(seal);
    }

    fn plus(self, other: Self) -> Self {
        Self {
            count: self.count.wrapping_add(other.count),
            seals: self.seals.wrapping_add(other.seals),
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            count: self.count.wrapping_sub(other.count),
            seals: self.seals.wrapping_sub(other.seals),
        }
    }
}

/// The tally of the seals a statement returns.
pub(super) fn returned(db: &Connection, sql: &str, values: impl Params) -> rusqlite::Result<Tally> {
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query(values)?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next()? {
        tally.add(row.get(0)?);
    }
    Ok(tally)
}

/// Remembers rows of a table that were written.
pub(super) fn add(db: &Connection, table: &str, rows: Tally) -> rusqlite::Result<()> {
    change(db, table, Tally::default(), rows)
}

/// Remembers that rows of a table are gone, or others, and which stand there now.
pub(super) fn change(
    db: &Connection,
    table: &str,
    before: Tally,
    after: Tally,
) -> rusqlite::Result<()> {
    let known = known(db, table)?.unwrap_or_default();
    keep(db, table, known.minus(before).plus(after))
}

/// What a table is known to hold; `None` when nothing is known of it.
pub(super) fn known(db: &Connection, table: &str) -> rusqlite::Result<Option<Tally>> {
    db.prepare_cached("SELECT count, seals FROM tally WHERE name = ?1")?
        .query_row([table], |row| {
            Ok(Tally {
                count: row.get(0)?,
                seals: row.get(1)?,
            })
        })
        .optional()
}

/// What was written to a table of which this is found; `None` when nobody knows. Of itself it
/// knows that it names every other table once.
pub(super) fn written(
    db: &Connection,
    table: &str,
    found: Tally,
) -> rusqlite::Result<Option<Tally>> {
    match table {
        TALLY => Ok(i64::try_from(tallied().count())
            .ok()
            .map(|count| Tally { count, ..found })),
        _ => known(db, table),
    }
}

fn keep(db: &Connection, table: &str, rows: Tally) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO tally (name, count, seals, seal)
         VALUES (?1, ?2, ?3, seal('tally', ?1, ?2, ?3))
         ON CONFLICT (name) DO UPDATE SET
             count = excluded.count, seals = excluded.seals, seal = excluded.seal",
    )?
    .execute(params![table, rows.count, rows.seals])?;
    Ok(())
}

/// Counts all tables anew, for a workspace that was put together of what is left of one:
/// counting hides what is gone.
pub(super) fn recount(db: &Connection) -> rusqlite::Result<()> {
    for it in tallied() {
        let sql = format!("SELECT seal FROM {}", it.table);
        let rows = returned(db, &sql, [])?;
        keep(db, it.table, rows)?;
    }
    Ok(())
}
