//! Numbers never given out before.

use rusqlite::{Connection, OptionalExtension};

use super::{Store, StoreError, plausible, seal};
use crate::model::{Change, Edit, Ids, Step};

impl Store {
    /// A number never used before in this workspace, for any id but that of a return. It may
    /// stay unused.
    pub fn fresh_id(&self) -> i64 {
        self.ids.fresh()
    }

    /// Where they come from, for whoever makes new things elsewhere. What is used is
    /// remembered with the write that brings it.
    pub fn ids(&self) -> Ids {
        self.ids.clone()
    }
}

/// How many ids a copy of the workspace has for itself, so that what is brought together from
/// several never meets.
const RANGE: i64 = 1 << 40;

/// The first id of a copy.
pub(super) fn first(copy: i64) -> i64 {
    copy.saturating_mul(RANGE).saturating_add(1)
}

/// Begins a range: whatever was given out before lies in another one.
pub(super) fn begin(db: &Connection, first: i64) -> rusqlite::Result<()> {
    for name in ["id", "return"] {
        db.execute(
            "UPDATE counter SET next = ?2 WHERE name = ?1",
            rusqlite::params![name, first],
        )?;
        seal::put_where(db, "counter", "name = ?1", [name])?;
    }
    Ok(())
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
    plausible::counter(counted(db, name)?)
}

fn counted(db: &Connection, name: &str) -> rusqlite::Result<i64> {
    db.prepare_cached("SELECT next FROM counter WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
}

/// Remembers that everything below `next` was given out.
pub(super) fn keep(db: &Connection, next: i64) -> rusqlite::Result<()> {
    write(db, "id", next)
}

/// The same for returns.
pub(super) fn keep_return(db: &Connection, next: i64) -> rusqlite::Result<()> {
    write(db, "return", next)
}

/// The number of the next line of the log.
pub(super) fn next_line(db: &Connection) -> rusqlite::Result<i64> {
    let next = counted(db, "log").optional()?;
    Ok(next.unwrap_or(1))
}

/// Remembers that a line was added.
pub(super) fn keep_line(db: &Connection, next: i64) -> rusqlite::Result<()> {
    write(db, "log", next)
}

fn write(db: &Connection, name: &str, next: i64) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO counter (name, next) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
    )?
    .execute(rusqlite::params![name, next])?;
    seal::put_where(db, "counter", "name = ?1", [name])
}

/// The first number beyond every return a step brings; `None` if it brings none.
pub(super) fn beyond_returns(step: &Step) -> Option<i64> {
    let new = step.changes.iter().filter_map(|change| match change {
        Change::Return(edit) if edit.before.is_none() => edit.after.as_ref(),
        _ => None,
    });
    new.map(|it| it.id.0.saturating_add(1)).max()
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
        Change::Attachment(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Contact(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Past(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Kpi(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Tag(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Tagging(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Marking(edit) => edit.after.iter().map(|it| it.id.0).collect(),
        Change::Workspace(_)
        | Change::Survey(_)
        | Change::Freeze(_)
        | Change::Sign(_)
        | Change::Customer(_)
        | Change::Wave(_)
        | Change::Frame(_)
        | Change::Import(_)
        | Change::Return(_)
        | Change::Answer(_) => Vec::new(),
    }
}
