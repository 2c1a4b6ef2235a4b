//! The log: what was done, when, by whom, and what it changed. Lines are only ever added.
//!
//! Each line carries the hash of the one before it, so that the check finds one that was
//! changed, taken out or put between. Whoever writes all the later lines anew is not. Text is
//! hashed apart, so that what was done can be erased from a line and the chain still holds.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::column::{Plain, Word};
use super::{Store, StoreError, counter, disk, lock};
use crate::model::{Step, StepKind};

/// One line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    pub at: Timestamp,
    /// `user@machine`; empty where it was not known.
    pub who: String,
    pub kind: StepKind,
    pub subject: String,
    /// A list of `{"noun", "id" …, "before", "after"}` with only what differs.
    pub changes: Value,
}

/// A SHA-256.
pub(super) type Hash = [u8; 32];

/// A line as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) at: String,
    pub(super) who: String,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) changes: String,
}

impl Store {
    /// The last `count` lines, newest first.
    pub fn log(&self, count: u32) -> Result<Vec<LogEntry>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT at, who, kind, subject, changes FROM log ORDER BY id DESC LIMIT ?1",
        )?;
        Ok(query.query_map([count], entry)?.collect::<Result<_, _>>()?)
    }

    /// When what the workspace holds last changed: a new form of the file changes none of it.
    pub fn saved_at(&self) -> Result<Timestamp, StoreError> {
        let newest = "SELECT at FROM log WHERE kind <> 'migrate' ORDER BY id DESC LIMIT 1";
        let at = self
            .db
            .prepare_cached(newest)?
            .query_row([], |row| row.get::<_, Plain<_>>(0))?;
        Ok(at.0)
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<LogEntry> {
    Ok(LogEntry {
        at: row.get::<_, Plain<_>>(0)?.0,
        who: row.get(1)?,
        kind: row.get::<_, Word<_>>(2)?.0,
        subject: row.get(3)?,
        // An erased line says nothing any more.
        changes: match row.get_ref(4)?.as_str()? {
            "" => Value::Null,
            _ => disk::read_plain(row, 4)?,
        },
    })
}

/// Adds the line of a step.
pub(super) fn append(db: &Connection, step: &Step) -> rusqlite::Result<()> {
    append_lines(db, step.kind, &step.subject, disk::lines(&step.changes))
}

/// Adds the line of something that is no step.
pub(super) fn append_lines(
    db: &Connection,
    kind: StepKind,
    subject: &str,
    changes: Vec<Value>,
) -> rusqlite::Result<()> {
    let line = Line {
        id: counter::next_line(db)?,
        at: Timestamp::now().to_string(),
        who: lock::who(),
        kind: Word(kind).text()?,
        subject: subject.to_owned(),
        changes: disk::text(changes)?,
    };
    insert(db, &line)?;
    counter::keep_line(db, line.id.saturating_add(1))
}

/// Adds a line behind the last one, without counting it.
pub(super) fn insert(db: &Connection, line: &Line) -> rusqlite::Result<()> {
    let previous = db
        .prepare_cached("SELECT hash FROM log ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let previous: Hash = previous.unwrap_or_default();
    let digest = digest(line);
    db.prepare_cached(
        "INSERT INTO log (id, at, who, kind, subject, changes, digest, previous, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        line.id,
        line.at,
        line.who,
        line.kind,
        line.subject,
        line.changes,
        digest,
        previous,
        hash(line, &digest, &previous),
    ])?;
    Ok(())
}

/// Whether something of this kind was ever done.
pub(super) fn tells_of(db: &Connection, kind: StepKind) -> rusqlite::Result<bool> {
    let text = Word(kind).text()?;
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM log WHERE kind = ?1)")?
        .query_row([text], |row| row.get(0))
}

/// The first line that does not follow from the one before, or does not say what its hash says;
/// the number after the last where lines are missing at the end.
pub(super) fn break_in_chain(db: &Connection) -> rusqlite::Result<Option<i64>> {
    let mut query = db.prepare(
        "SELECT id, at, who, kind, subject, changes, digest, previous, hash FROM log ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    let mut last = Hash::default();
    let mut next = Some(1);
    while let Some(row) = rows.next()? {
        let line = Line {
            id: row.get(0)?,
            at: row.get(1)?,
            who: row.get(2)?,
            kind: row.get(3)?,
            subject: row.get(4)?,
            changes: row.get(5)?,
        };
        let (kept, previous, own): (Hash, Hash, Hash) = (row.get(6)?, row.get(7)?, row.get(8)?);
        let follows = next.is_none_or(|next| next == line.id) && previous == last;
        if !follows || !says(&line, &kept, &previous, &own) {
            return Ok(Some(line.id));
        }
        last = own;
        next = line.id.checked_add(1);
    }
    let expected = counter::next_line(db)?;
    Ok((next.unwrap_or(1) != expected).then_some(next.unwrap_or(1)))
}

/// Whether a line is what its hashes say.
pub(super) fn says(line: &Line, kept: &Hash, previous: &Hash, own: &Hash) -> bool {
    let erased = line.subject.is_empty() && line.changes.is_empty();
    (erased || *kept == digest(line)) && *own == hash(line, kept, previous)
}

/// Hash of what a person may have to be erased from.
fn digest(line: &Line) -> Hash {
    hashed(&[line.subject.as_bytes(), line.changes.as_bytes()])
}

fn hash(line: &Line, digest: &Hash, previous: &Hash) -> Hash {
    hashed(&[
        &line.id.to_le_bytes(),
        line.at.as_bytes(),
        line.who.as_bytes(),
        line.kind.as_bytes(),
        digest,
        previous,
    ])
}

/// Each part with its length, so that none runs into the next.
fn hashed(parts: &[&[u8]]) -> Hash {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().into()
}
