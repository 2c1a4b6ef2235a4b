//! The checksum every row carries over its table and its other columns, so that a bit that changes on the
//! disk is found instead of becoming another score.
//!
//! It is XXH3 (64 bits) over kind and bytes of each value. It finds accidents, not intent: who
//! can write the file can write the seal. Intent is the business of the log's chain of hashes.
//! Rows are sealed and deleted here, because each has to be counted: see `tally`.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params};
use xxhash_rust::xxh3::xxh3_64;

use super::sealed::{Sealed, columns, tallied};
use super::tally::{self, Tally};

/// Makes `seal('table', column, …)` known to SQL.
pub(super) fn register(db: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    db.create_scalar_function("seal", -1, flags, |values| Ok(checksum(values)))
}

fn checksum(values: &Context<'_>) -> i64 {
    over((0..values.len()).map(|at| values.get_raw(at)))
}

/// The seal of a row of which these are the sealed columns, in their order.
pub(super) fn of<'a>(table: &'a str, values: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    over(std::iter::once(ValueRef::from(table)).chain(values))
}

fn over<'a>(values: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    let mut bytes = Vec::with_capacity(192);
    for value in values {
        push(&mut bytes, value);
    }
    xxh3_64(&bytes).cast_signed()
}

/// Kind, length where it varies, and bytes: no two rows run into each other.
fn push(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => bytes.push(0),
        ValueRef::Integer(number) => {
            bytes.push(1);
            bytes.extend(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            bytes.push(2);
            bytes.extend(number.to_le_bytes());
        }
        ValueRef::Text(content) => push_long(bytes, 3, content),
        ValueRef::Blob(content) => push_long(bytes, 4, content),
    }
}

fn push_long(bytes: &mut Vec<u8>, kind: u8, content: &[u8]) {
    bytes.push(kind);
    bytes.extend((content.len() as u64).to_le_bytes());
    bytes.extend(content);
}

/// Seals the row of this id as it stands in the file.
pub(super) fn put(db: &Connection, table: &str, id: i64) -> rusqlite::Result<()> {
    put_where(db, table, "id = ?1", [id])
}

/// Seals the rows a condition names. Only rows that were just written may be sealed: sealing
/// hides what changed before. One that was not sealed yet counts as new.
pub(super) fn put_where(
    db: &Connection,
    table: &str,
    condition: &str,
    values: impl Params + Clone,
) -> rusqlite::Result<()> {
    let before = format!("SELECT seal FROM {table} WHERE ({condition}) AND seal <> 0");
    let before = tally::returned(db, &before, values.clone())?;
    let columns = columns(table);
    let sql = format!(
        "UPDATE {table} SET seal = seal('{table}', {columns}) WHERE {condition} RETURNING seal"
    );
    let after = tally::returned(db, &sql, values)?;
    tally::change(db, table, before, after)
}

/// Seals every row that has none: a rung of the ladder writes 0 where it wrote anything.
pub(super) fn put_missing(db: &Connection) -> rusqlite::Result<()> {
    tallied().try_for_each(|it| put_where(db, it.table, "seal = 0", []))
}

/// Deletes the rows a condition names.
pub(super) fn erase(
    db: &Connection,
    table: &str,
    condition: &str,
    values: impl Params,
) -> rusqlite::Result<()> {
    let sql = format!("DELETE FROM {table} WHERE {condition} RETURNING seal");
    let gone = tally::returned(db, &sql, values)?;
    tally::change(db, table, gone, Tally::default())
}

/// What is wrong with a table, seen from its seals.
#[derive(Debug, Default)]
pub(super) struct Inspection {
    /// Names of rows whose seal is broken.
    pub(super) broken: Vec<String>,
    /// What it holds.
    pub(super) tally: Tally,
}

/// Looks at every row of a table; of those that are broken it names at most `limit`.
pub(super) fn look(db: &Connection, it: &Sealed, limit: usize) -> rusqlite::Result<Inspection> {
    let Sealed {
        table,
        key,
        columns,
    } = it;
    let mut query = db.prepare(&format!(
        "SELECT seal, seal = seal('{table}', {columns}), {key} FROM {table}"
    ))?;
    let mut rows = query.query([])?;
    let mut look = Inspection::default();
    while let Some(row) = rows.next()? {
        look.tally.add(row.get(0)?);
        if !row.get::<_, bool>(1)? && look.broken.len() < limit {
            look.broken.push(name(row.get_ref(2)?));
        }
    }
    Ok(look)
}

/// The first thing that is wrong with one of these tables: a row that changed, or rows that are
/// not the ones that were written.
pub(super) fn first_fault<'a>(
    db: &Connection,
    tables: impl Iterator<Item = &'a Sealed>,
) -> rusqlite::Result<Option<String>> {
    for it in tables {
        let look = look(db, it, 1)?;
        if let Some(key) = look.broken.first() {
            return Ok(Some(format!("{} {key}: checksum", it.table)));
        }
        if tally::written(db, it.table, look.tally)? != Some(look.tally) {
            return Ok(Some(format!("{}: rows", it.table)));
        }
    }
    Ok(None)
}

fn name(key: ValueRef<'_>) -> String {
    match key {
        ValueRef::Integer(id) => id.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::connect;
    use crate::store::migrate::{LADDER, climb};

    #[test]
    fn every_column_of_every_table_is_sealed_or_has_a_hash_of_its_own() {
        let mut db = connect::temporary().unwrap().0;
        climb(&mut db, LADDER).unwrap();
        let read = |sql: &str| -> Vec<String> {
            let mut query = db.prepare(sql).unwrap();
            let rows = query.query_map([], |row| row.get(0)).unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        };
        for table in read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'log'") {
            let all = read(&format!("SELECT name FROM pragma_table_info('{table}')"));
            let elsewhere = |name: &&String| *name != "seal" && *name != "bytes";
            let all: Vec<_> = all.iter().filter(elsewhere).map(String::as_str).collect();
            assert_eq!(
                columns(&table).split(", ").collect::<Vec<_>>(),
                all,
                "{table}"
            );
        }
    }

    #[test]
    fn rows_that_look_alike_have_seals_of_their_own() {
        let db = connect::temporary().unwrap().0;
        let seal = |values: &str| -> i64 {
            let sql = format!("SELECT seal({values})");
            db.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        let rows = [
            "'ab', 'c'",
            "'a', 'bc'",
            "x'6162', 'c'",
            "1",
            "1.0",
            "'1'",
            "NULL",
            "NULL, NULL",
        ];
        let mut seals: Vec<i64> = rows.iter().map(|row| seal(row)).collect();
        seals.sort_unstable();
        seals.dedup();
        assert_eq!(seals.len(), rows.len());
    }
}
