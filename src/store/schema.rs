//! Whether the tables of a file are the ones this program makes.
//!
//! Whoever mails a workspace may have put more into it: a view named like a table, a trigger,
//! an index that answers wrongly, a column that computes. None of that is looked for one by
//! one: tables and indexes have to be, word for word, what the ladder makes of an empty file.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Row};

use super::migrate::{self, Rung};
use super::{StoreError, connect};

/// What SQLite's own `ANALYZE` leaves behind. It changes how questions are answered, never what
/// the answer is.
const STATISTICS: [(&str, &str); 2] = [
    ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    (
        "sqlite_stat4",
        "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
    ),
];

/// Kind and name of each table, index, trigger and view, with its table and definition.
type Schema = BTreeMap<(String, String), (String, Option<String>)>;

/// Refuses a file of this version whose tables are not exactly the program's own.
///
/// # Errors
/// [`StoreError::Altered`] with the first thing that differs.
pub(super) fn hold(db: &Connection, ladder: &[Rung], version: i64) -> Result<(), StoreError> {
    let altered = |what: String| Err(StoreError::Altered(what));
    let Some(rungs) = usize::try_from(version)
        .ok()
        .and_then(|at| ladder.get(..at))
    else {
        return altered(format!("version {version}"));
    };
    let made = made(rungs)?;
    let found = read(db, made.len() + STATISTICS.len())?;
    for (key, what) in &found {
        if made.get(key) != Some(what) && !statistics(key, what) {
            return altered(format!("{} {}", key.0, key.1));
        }
    }
    match made.keys().find(|key| !found.contains_key(*key)) {
        Some((kind, name)) => altered(format!("{kind} {name}")),
        None => Ok(()),
    }
}

/// What rungs make of an empty file. They are climbed once: a command opens a file to read and
/// again to write, and a window looks at its copies too.
fn made(rungs: &[Rung]) -> Result<Arc<Schema>, StoreError> {
    static MADE: Mutex<BTreeMap<Vec<&'static str>, Arc<Schema>>> = Mutex::new(BTreeMap::new());
    let rungs_by_text: Vec<&'static str> = rungs.iter().map(|rung| rung.sql).collect();
    let mut known = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = known.get(&rungs_by_text) {
        return Ok(Arc::clone(made));
    }
    let (mut db, _) = connect::temporary()?;
    migrate::climb(&mut db, rungs)?;
    let made = Arc::new(read(&db, usize::MAX)?);
    known.insert(rungs_by_text, Arc::clone(&made));
    Ok(made)
}

/// # Errors
/// [`StoreError::Altered`] when there are more than `limit`, or two of one name.
fn read(db: &Connection, limit: usize) -> Result<Schema, StoreError> {
    let mut query = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let mut schema = Schema::new();
    for row in query.query_map([], one)? {
        let (key, what) = row?;
        let name = key.1.clone();
        if schema.insert(key, what).is_some() || schema.len() > limit {
            return Err(StoreError::Altered(name));
        }
    }
    Ok(schema)
}

type One = ((String, String), (String, Option<String>));

fn one(row: &Row<'_>) -> rusqlite::Result<One> {
    let sql: Option<String> = row.get(3)?;
    let sql = sql.map(|sql| plain(&sql));
    Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, sql)))
}

/// With one blank where some white space stands.
fn plain(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn statistics(key: &(String, String), what: &(String, Option<String>)) -> bool {
    STATISTICS.iter().any(|(name, sql)| {
        (key.0.as_str(), key.1.as_str()) == ("table", *name)
            && what.0 == *name
            && what.1.as_deref() == Some(*sql)
    })
}
