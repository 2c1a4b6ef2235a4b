//! What was read, with what the store keeps beside it.

use std::sync::Arc;

use jiff::Timestamp;

use super::Imported;
use crate::intake::sheet::Sheet;
use crate::model::{Import, ImportBatch, ImportId, Mapping, SourceFile, WaveId};

impl Imported {
    /// Everything the store needs to take the file in at once.
    pub fn into_batch(
        self,
        source: SourceFile,
        sheet: &Sheet,
        mapping: &Mapping,
        wave: WaveId,
        at: Timestamp,
    ) -> ImportBatch {
        let import = Import {
            id: ImportId(0),
            wave,
            file: source.name.clone(),
            sheet: sheet.name.clone(),
            sha256: source.sha256.clone(),
            at,
            platform: sheet.platform.key.to_owned(),
            mapping: Arc::new(mapping.clone()),
            returns: u32::try_from(self.returns.len()).unwrap_or(u32::MAX),
            undone: false,
        };
        ImportBatch {
            import,
            source,
            returns: self.returns,
            columns: self.columns,
            issues: self.issues,
            files: Vec::new(),
        }
    }
}
