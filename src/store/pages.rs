//! Whether the pages of a file hang together, as SQLite itself finds.

use rusqlite::Connection;

use super::{Store, StoreError};
use crate::model::Progress;

impl Store {
    /// A stick may have failed since it was opened: whoever adds much looks first.
    pub(super) fn hold_pages(&self, progress: &Progress) -> Result<(), StoreError> {
        self.watch.over(&self.db, progress, || hold(&self.db))
    }
}

/// Refuses a file whose pages, rows and values do not hang together. Indexes are not compared
/// with their tables: that takes several times as long, and `check` does it.
///
/// # Errors
/// [`StoreError::Damaged`] with the first thing found.
pub(super) fn hold(db: &Connection) -> Result<(), StoreError> {
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match found.as_str() {
        "ok" => Ok(()),
        _ => Err(StoreError::Damaged(found)),
    }
}
