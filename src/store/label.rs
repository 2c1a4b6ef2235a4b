//! Short texts that repeat from row to row, kept once.

use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashMap;

use super::seal;

/// The id of a text; `None` for the empty one. For single edits: it looks through all of them.
pub(super) fn put(db: &Connection, text: &str) -> rusqlite::Result<Option<i64>> {
    if text.is_empty() {
        return Ok(None);
    }
    let known = db
        .prepare_cached("SELECT id FROM label WHERE text = ?1 LIMIT 1")?
        .query_row([text], |row| row.get(0))
        .optional()?;
    match known {
        Some(id) => Ok(Some(id)),
        None => insert(db, text).map(Some),
    }
}

fn insert(db: &Connection, text: &str) -> rusqlite::Result<i64> {
    let id = db
        .prepare_cached("INSERT INTO label (text) VALUES (?1)")?
        .insert(params![text])?;
    seal::put(db, "label", id)?;
    Ok(id)
}

/// Writes the texts of one import: each distinct one once, without looking at older ones.
#[derive(Default)]
pub(super) struct Labels(FxHashMap<String, i64>);

impl Labels {
    pub(super) fn put(&mut self, db: &Connection, text: &str) -> rusqlite::Result<Option<i64>> {
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.0.get(text) {
            return Ok(Some(*id));
        }
        let id = insert(db, text)?;
        self.0.insert(text.to_owned(), id);
        Ok(Some(id))
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
