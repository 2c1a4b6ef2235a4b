//! Removing for good: the kept file of an import, and an import that was taken back.
//!
//! What is removed is overwritten in the file (`secure_delete`). Copies made earlier still hold
//! it, and so do the lines of the log that speak of its answers.

use rusqlite::{Connection, TransactionBehavior};

use super::door;
use super::{Rule, Store, StoreError, log};
use crate::model::{Import, ImportId, Progress, Step, StepKind, Touched};

/// What goes with an import, in this order.
const OF_IMPORT: [&str; 4] = [
    "DELETE FROM answer_text WHERE returned IN (SELECT id FROM returns WHERE import = ?1)",
    "DELETE FROM issue WHERE returned IN (SELECT id FROM returns WHERE import = ?1)",
    "DELETE FROM returns WHERE import = ?1",
    "DELETE FROM import WHERE id = ?1",
];

impl Store {
    /// Removes what was kept of the file of an import. Its returns stay; what the file was is
    /// still known by its hash.
    ///
    /// # Errors
    /// [`StoreError::NotHere`] without such an import.
    pub fn drop_original(&mut self, id: ImportId) -> Result<(), StoreError> {
        self.removing(id, StepKind::DropOriginal, |db, import| {
            let sql = "UPDATE file SET bytes = NULL
                WHERE id = (SELECT file FROM import WHERE id = ?1)";
            db.execute(sql, [import.id.0])?;
            Ok(())
        })?;
        Ok(())
    }

    /// Removes an import that was taken back, with its returns, what waits for them and its
    /// file.
    ///
    /// # Errors
    /// [`Rule::ImportCounts`] while it is not taken back.
    pub fn forget_import(&mut self, id: ImportId) -> Result<Touched, StoreError> {
        let import = self.removing(id, StepKind::ForgetImport, |db, import| {
            if !import.undone {
                return Err(StoreError::Forbidden(Rule::ImportCounts));
            }
            for sql in OF_IMPORT {
                db.execute(sql, [import.id.0])?;
            }
            Ok(db.execute_batch(include_str!("forget.sql"))?)
        })?;
        Ok(Touched {
            waves: vec![import.wave],
            everything: false,
        })
    }

    /// One transaction with its line of the log.
    fn removing(
        &mut self,
        id: ImportId,
        kind: StepKind,
        remove: impl FnOnce(&Connection, &Import) -> Result<(), StoreError>,
    ) -> Result<Import, StoreError> {
        self.must_write()?;
        let import: Import = door::get(&self.db, id.0)?;
        self.before_change(&Progress::default())?;
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        remove(&tx, &import)?;
        log::append(&tx, &Step::new(kind, import.file.as_str(), Vec::new()))?;
        tx.commit()?;
        Ok(import)
    }
}
