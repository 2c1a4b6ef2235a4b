//! Removing for good: the kept file of an import, and an import that was taken back.
//!
//! What is removed is overwritten in the file (`secure_delete`). Copies made earlier still hold
//! it, and so do the lines of the log that speak of its answers.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::door::{self, Noun};
use super::{Rule, Store, StoreError, log, seal};
use crate::model::{Import, ImportId, Progress, Step, StepKind, Touched};

/// What goes with an import, in this order.
const OF_IMPORT: [(&str, &str); 6] = [
    (
        "attachment",
        "noun = 'returns' AND of IN (SELECT id FROM returns WHERE import = ?1)",
    ),
    (
        "tagging",
        "returned IN (SELECT id FROM returns WHERE import = ?1)",
    ),
    (
        "answer_text",
        "returned IN (SELECT id FROM returns WHERE import = ?1)",
    ),
    (
        "issue",
        "returned IN (SELECT id FROM returns WHERE import = ?1)",
    ),
    ("returns", "import = ?1"),
    ("import", "id = ?1"),
];

/// Files nothing refers to any more.
const LOOSE_FILES: (&str, &str) = (
    "file",
    "id NOT IN (SELECT file FROM import WHERE file IS NOT NULL)
     AND id NOT IN (SELECT file FROM returns WHERE file IS NOT NULL)
     AND id NOT IN (SELECT file FROM attachment)
     AND id NOT IN (SELECT file FROM marking WHERE file IS NOT NULL)",
);

/// What else nothing refers to any more once an import is gone.
const LOOSE: [(&str, &str); 2] = [
    (
        "label",
        "id NOT IN (SELECT customer_text FROM returns WHERE customer_text IS NOT NULL)
         AND id NOT IN (SELECT channel FROM returns WHERE channel IS NOT NULL)
         AND id NOT IN (SELECT collector FROM returns WHERE collector IS NOT NULL)
         AND id NOT IN (SELECT role FROM returns WHERE role IS NOT NULL)
         AND id NOT IN (SELECT kind FROM issue)
         AND id NOT IN (SELECT sheet FROM issue WHERE sheet IS NOT NULL)
         AND id NOT IN (SELECT found FROM issue WHERE found IS NOT NULL)
         AND id NOT IN (SELECT expected FROM issue)",
    ),
    (
        "wave",
        "withdrawn IS NOT NULL AND id NOT IN (SELECT wave FROM import)",
    ),
];

impl Store {
    /// Removes what was kept of the file of an import. Its returns stay; what the file was is
    /// still known by its hash. Where other imports keep the same file it goes with the last of
    /// them: those are given back.
    ///
    /// # Errors
    /// [`StoreError::NotHere`] without such an import; [`StoreError::NothingKept`] when it was
    /// removed already.
    pub fn drop_original(&mut self, id: ImportId) -> Result<Vec<ImportId>, StoreError> {
        let mut others = Vec::new();
        self.removing(id, StepKind::DropOriginal, |db, import| {
            let Some(file) = kept(db, import)? else {
                return Err(StoreError::NothingKept(import.file.clone()));
            };
            db.execute("UPDATE import SET file = NULL WHERE id = ?1", [import.id.0])?;
            seal::put(db, Import::TABLE, import.id.0)?;
            let (table, loose) = LOOSE_FILES;
            seal::erase(db, table, loose, [])?;
            others = keepers(db, file)?;
            Ok(())
        })?;
        Ok(others)
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
            for (table, its) in OF_IMPORT {
                seal::erase(db, table, its, [import.id.0])?;
            }
            for (table, loose) in LOOSE.into_iter().chain([LOOSE_FILES]) {
                seal::erase(db, table, loose, [])?;
            }
            Ok(())
        })?;
        Ok(Touched {
            waves: vec![import.wave],
            everything: false,
            tags: false,
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
        self.changing(&Progress::default(), |store| {
            let tx = store
                .db
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            remove(&tx, &import)?;
            log::append(&tx, &Step::new(kind, import.file.as_str(), Vec::new()))?;
            tx.commit()?;
            Ok(import)
        })
    }
}

/// The file of an import, if its bytes are there.
fn kept(db: &Connection, import: &Import) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT file.id FROM import JOIN file ON file.id = import.file
        WHERE import.id = ?1 AND file.bytes IS NOT NULL";
    db.query_row(sql, [import.id.0], |row| row.get(0))
        .optional()
}

/// Imports that keep this file.
fn keepers(db: &Connection, file: i64) -> rusqlite::Result<Vec<ImportId>> {
    let mut query = db.prepare("SELECT id FROM import WHERE file = ?1 ORDER BY id")?;
    let imports = query.query_map([file], |row| row.get(0).map(ImportId))?;
    imports.collect()
}
