//! The original files, as they were taken in.

use rusqlite::MAIN_DB;

use super::{Store, StoreError, door};
use crate::model::{Import, ImportId, SourceFile};

impl Store {
    /// The file an import came from, as it was.
    pub fn original(&self, import: ImportId) -> Result<SourceFile, StoreError> {
        let import: Import = door::get(&self.db, import.0)?;
        let blob = self
            .db
            .blob_open(MAIN_DB, "source", "bytes", import.id.0, true)?;
        let mut bytes = vec![0; blob.len()];
        blob.read_at_exact(&mut bytes, 0)?;
        Ok(SourceFile {
            name: import.file,
            bytes: bytes.into(),
            sha256: import.sha256,
        })
    }
}
