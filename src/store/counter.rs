//! Numbers never given out before.

use rusqlite::Connection;

use super::{Store, StoreError, plausible};
use crate::model::{Change, Edit, Step};

impl Store {
    /// A number never used before in this workspace, for any id but that of a return. It may
    /// stay unused.
    pub fn fresh_id(&self) -> Result<i64, StoreError> {
        let id = self.next.get();
        let next = id.checked_add(1);
        let next = next.ok_or_else(|| StoreError::Unexpected("out of ids".to_owned()))?;
        self.next.set(next);
        Ok(id)
    }
}

/// The next number for anything but returns.
pub(super) fn next(db: &Connection) -> Result<i64, StoreError> {
    read(db, "id")
}

/// The next number for returns.
pub(super) fn next_return(db: &Connection) -> Result<i64, StoreError> {
    read(db, "return")
}

fn read(db: &Connection, name: &str) -> Result<i64, StoreError> {
    let next = db
        .prepare_cached("SELECT next FROM counter WHERE name = ?1")?
        .query_row([name], |row| row.get(0))?;
    plausible::counter(next)
}

/// Remembers that everything below `next` was given out.
pub(super) fn keep(db: &Connection, next: i64) -> rusqlite::Result<()> {
    write(db, "id", next)
}

/// The same for returns.
pub(super) fn keep_return(db: &Connection, next: i64) -> rusqlite::Result<()> {
    write(db, "return", next)
}

fn write(db: &Connection, name: &str, next: i64) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO counter (name, next) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
    )?
    .execute(rusqlite::params![name, next])?;
    Ok(())
}

/// The first number beyond every id a step brings.
pub(super) fn beyond(step: &Step) -> i64 {
    let ids = step.changes.iter().flat_map(ids);
    ids.max().unwrap_or(0).saturating_add(1)
}

fn ids(change: &Change) -> Vec<i64> {
    match change {
        Change::Survey(Edit {
            after: Some(it), ..
        }) => vec![it.id.0],
        Change::Customer(Edit {
            after: Some(it), ..
        }) => vec![it.id.0],
        Change::Wave(Edit {
            after: Some(it), ..
        }) => vec![it.id.0],
        Change::Revision(edit) => edit.after.as_ref().map_or_else(Vec::new, |it| {
            let items = it.questionnaire.items.iter();
            items.map(|item| item.lineage.0).chain([it.id.0]).collect()
        }),
        Change::Issue(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Action(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        _ => Vec::new(),
    }
}
