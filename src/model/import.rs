//! Imports: one file taken in, as one step that can be undone as a whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AnswerColumn, ImportId, Issue, LineageId, Return, Target, WaveId};

/// What is remembered of a file that was taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    #[serde(default)]
    pub platform: String,
    /// The mapping used, as JSON of `intake`, so that it can be told how a cell was read.
    #[serde(default)]
    pub mapping: String,
    /// Returns it brought.
    pub returns: u32,
    /// Taken back: its returns count nowhere until the undo is undone.
    #[serde(default)]
    pub undone: bool,
}

impl Import {
    /// Letters of the columns its items were read from, as the mapping kept with it says.
    /// Empty when there is none.
    pub fn columns(&self) -> BTreeMap<LineageId, String> {
        let items = self.targets().into_iter();
        items
            .filter_map(|(letters, target)| match target {
                Target::Item(lineage) => Some((lineage, letters)),
                _ => None,
            })
            .collect()
    }

    /// The cell that names the customer of a row; the row alone where no column does.
    pub fn customer_cell(&self, row: u32) -> String {
        let mut targets = self.targets().into_iter();
        let named = targets.find(|(_, target)| *target == Target::Customer);
        let letters = named.map(|(letters, _)| letters).unwrap_or_default();
        format!("{letters}{row}")
    }

    /// Letters and target of each column of the mapping.
    fn targets(&self) -> Vec<(String, Target)> {
        #[derive(Deserialize)]
        struct Kept {
            columns: Vec<Column>,
        }
        #[derive(Deserialize)]
        struct Column {
            cell: String,
            target: Target,
        }
        let kept = serde_json::from_str::<Kept>(&self.mapping);
        let columns = kept.map(|kept| kept.columns).unwrap_or_default();
        let letters = |cell: &str| {
            let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit());
            letters.to_owned()
        };
        let columns = columns.into_iter();
        columns
            .map(|column| (letters(&column.cell), column.target))
            .collect()
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

/// One file ready for the store: everything enters in one transaction or nothing does.
///
/// Ids inside are not final: returns are numbered from 0 in `returns`, issues refer to those
/// numbers, and the store gives all of them their place.
#[derive(Clone, Debug)]
pub struct ImportBatch {
    pub import: Import,
    pub source: SourceFile,
    pub returns: Vec<Return>,
    /// One column an item of the wave's revision, in its order.
    pub columns: Vec<AnswerColumn>,
    pub issues: Vec<Issue>,
}
