//! Short texts that repeat from row to row, kept once.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashMap;

use super::seal;
use super::tally::{self, Tally};

/// The id of a text; `None` for the empty one. For single edits: it looks through all of them.
pub(super) fn put(db: &Connection, text: &str) -> rusqlite::Result<Option<i64>> {
    if text.is_empty() {
        return Ok(None);
    }
    let known = db
        .prepare_cached("SELECT id FROM label WHERE text = ?1 LIMIT 1")?
        .query_row([text], |row| row.get(0))
        .optional()?;
    if known.is_some() {
        return Ok(known);
    }
    let id = free(db)?;
    let mut written = Tally::default();
    written.add(insert(db, id, text)?);
    tally::add(db, TABLE, written)?;
    Ok(Some(id))
}

pub(super) const TABLE: &str = "label";

/// The number of the next one.
fn free(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM label")?
        .query_row([], |row| row.get(0))
}

/// Writes one and says its seal.
pub(super) fn insert(db: &Connection, id: i64, text: &str) -> rusqlite::Result<i64> {
    let row = [ValueRef::Integer(id), ValueRef::from(text)];
    let seal = seal::of(TABLE, row.into_iter());
    db.prepare_cached("INSERT INTO label (id, text, seal) VALUES (?1, ?2, ?3)")?
        .execute(params![id, text, seal])?;
    Ok(seal)
}

/// A text with its id.
pub(super) type Label = (i64, String);

/// Gives ids to the texts of one import: each distinct one a new one, without looking at older
/// ones.
pub(super) struct Labels {
    known: FxHashMap<String, i64>,
    next: i64,
    unwritten: Vec<Label>,
}

impl Labels {
    /// Those behind all there are.
    pub(super) fn after(db: &Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            known: FxHashMap::default(),
            next: free(db)?,
            unwritten: Vec::new(),
        })
    }

    /// The id of a text; `None` for the empty one.
    pub(super) fn id(&mut self, text: &str) -> Option<i64> {
        if text.is_empty() {
            return None;
        }
        if let Some(id) = self.known.get(text) {
            return Some(*id);
        }
        let id = self.next;
        self.next = id.saturating_add(1);
        self.known.insert(text.to_owned(), id);
        self.unwritten.push((id, text.to_owned()));
        Some(id)
    }

    /// Those that were given an id since this was asked last.
    pub(super) fn unwritten(&mut self) -> Vec<Label> {
        std::mem::take(&mut self.unwritten)
    }
}

/// How many more are read along with one.
const NEIGHBOURS: i64 = 255;

/// Reads texts by id, each once.
#[derive(Default)]
pub(super) struct Texts(FxHashMap<i64, Box<str>>);

impl Texts {
    /// The text of an id; the empty one for `None`.
    pub(super) fn get(&mut self, db: &Connection, id: Option<i64>) -> rusqlite::Result<String> {
        let Some(id) = id else {
            return Ok(String::new());
        };
        if let Some(text) = self.0.get(&id) {
            return Ok(text.to_string());
        }
        // Those of one import lie together: this one is soon followed by its neighbours.
        let mut query =
            db.prepare_cached("SELECT id, text FROM label WHERE id BETWEEN ?1 AND ?2")?;
        let mut rows = query.query([id, id.saturating_add(NEIGHBOURS)])?;
        while let Some(row) = rows.next()? {
            self.0.insert(row.get(0)?, row.get(1)?);
        }
        let found = self
            .0
            .get(&id)
            .ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        Ok(found.to_string())
    }
}
