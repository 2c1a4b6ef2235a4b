//! What customers wrote beside the options of a table.

use super::mapping::{ColumnMapping, Mapping};

/// Words in the cell of an answer that say more than the option beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideOption {
    /// As the spreadsheet numbers it.
    pub row: u32,
    pub cell: String,
    /// Position in [`Mapping::columns`].
    pub column: usize,
    /// The whole cell: the option and the words.
    pub text: String,
}

impl Mapping {
    /// What was written beside options of the return in a row, each as a column of a form would
    /// say it.
    pub fn written_in(&self, row: u32) -> impl Iterator<Item = ColumnMapping> {
        let own = self.written.iter().filter(move |it| it.row == row);
        own.filter_map(|it| self.quoted(it))
    }

    /// The column of a text with the cell that holds it.
    pub fn quoted(&self, written: &BesideOption) -> Option<ColumnMapping> {
        let column = self.columns.get(written.column)?;
        Some(ColumnMapping {
            cell: written.cell.clone(),
            found: written.text.clone(),
            ..column.clone()
        })
    }
}
