//! Imports: one file taken in, as one step that can be undone as a whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::{ColumnMapping, ImportId, LineageId, Mapping, Target, WaveId};

/// Key of the platform of scans of our own forms, whose rows are pages.
pub const SCAN: &str = "scan";
/// Key kept with the import of a form of our own.
pub const FORM: &str = "form";

/// What stands before a number where the place of an issue is a page and not a cell.
pub const PAGE: char = '#';

/// What is remembered of a file that was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    pub id: ImportId,
    pub wave: WaveId,
    /// File name without its folder.
    pub file: String,
    pub sheet: String,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    pub at: Timestamp,
    /// What produced the file, e.g. `wenjuanxing`; empty for a plain sheet.
    pub platform: String,
    /// How its columns were read.
    pub mapping: Arc<Mapping>,
    /// Returns it brought.
    pub returns: u32,
    /// Taken back: its returns count nowhere until the undo is undone.
    pub undone: bool,
}

impl Import {
    /// The cells the answers of a row were read from, as the mapping kept with it says; items
    /// with a column for each option left out. Empty when there is none.
    pub fn cells(&self, row: u32) -> BTreeMap<LineageId, String> {
        // A form has each answer in a row of its own.
        let whole = self.platform == FORM;
        let cell = |column: &ColumnMapping| match whole {
            true => column.cell.clone(),
            false if !column.answer.is_empty() => column.answer.clone(),
            false => format!("{}{row}", column.letters()),
        };
        let items = self.mapping.columns.iter();
        items
            .filter_map(|column| match column.target {
                Target::Item(lineage) => Some((lineage, cell(column))),
                _ => None,
            })
            .collect()
    }

    /// The cell that names the customer of a row; the row alone where no column does, and the
    /// page of a scan.
    pub fn customer_cell(&self, row: u32) -> String {
        if self.platform == SCAN {
            return format!("{PAGE}{row}");
        }
        let mut columns = self.mapping.columns.iter();
        let named = columns.find(|column| column.target == Target::Customer);
        let letters = named.map(ColumnMapping::letters).unwrap_or_default();
        format!("{letters}{row}")
    }
}

/// The original file as it was on the disk.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: String,
    pub bytes: Arc<[u8]>,
    /// Lower-case hexadecimal.
    pub sha256: String,
}
