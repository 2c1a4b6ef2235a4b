//! What was read, with what the store keeps beside it.

use std::sync::Arc;

use jiff::Timestamp;

use super::Imported;
use crate::intake::identity;
use crate::intake::sheet::Sheet;
use crate::model::{Import, ImportBatch, ImportId, Mapping, SourceFile, Target, WaveId};

/// Letters kept of what stands on a form beside its answers.
const LETTERS: usize = 400;

/// The mapping with what stands in the cells of a form that go nowhere; as it is for a table.
pub fn quoted(sheet: &Sheet, mapping: &Mapping) -> Mapping {
    let mut quoted = mapping.clone();
    if !sheet.is_form() {
        return quoted;
    }
    for (mapped, column) in quoted.columns.iter_mut().zip(&sheet.columns) {
        let used = identity::tells(column, mapped.target).is_some();
        mapped.found = match mapped.target == Target::Ignore && !used {
            true => short(&column.value(0).found()),
            false => String::new(),
        };
        mapped.answer = column.answered_in();
    }
    quoted
}

/// On one line.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

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
        let mut quoted = quoted(sheet, mapping);
        // What stands in the one row of a form is quoted cell by cell.
        quoted.written = self.written;
        let import = Import {
            id: ImportId(0),
            wave,
            file: source.name.clone(),
            sheet: sheet.name.clone(),
            sha256: source.sha256.clone(),
            at,
            platform: sheet.platform.key.to_owned(),
            mapping: Arc::new(quoted),
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
