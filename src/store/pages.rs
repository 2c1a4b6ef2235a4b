//! Whether the pages of a file hang together, as SQLite itself finds, and whether its rows are
//! those that were written.

use rusqlite::Connection;

use super::{Store, StoreError, seal, sealed};
use crate::model::Progress;

impl Store {
    /// Whoever adds much looks first, at the returns too: a stick may have failed since it was
    /// opened, and returns put beside damaged ones would be lost with them.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first thing found.
    pub(super) fn hold_sound(&self, progress: &Progress) -> Result<(), StoreError> {
        self.watch.over(&self.db, progress, || {
            hold(&self.db)?;
            let fault = seal::first_fault(&self.db, sealed::TABLES.iter())?;
            fault.map_or(Ok(()), |fault| Err(StoreError::Damaged(fault)))
        })
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
