//! A sheet as columns under titles.
//!
//! Each column keeps every distinct value once and a number per row, so that 100,000 rows of
//! one rating cost five interpretations, and samples and conflicts are at hand at once. Rows
//! and columns keep their true places. What the columns mean is not known here.

use super::Cell;

/// One column below its title.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    /// Column counted from 0 (`A`).
    pub index: u32,
    /// Title as written, trimmed; empty if there is none.
    pub title: String,
    /// Title above the title, where the header has two rows.
    pub group: String,
    /// Where the title stands, e.g. `F1`.
    pub cell: String,
    /// Distinct values; the first is always [`Cell::Empty`].
    pub(super) values: Vec<Cell>,
    /// How many rows hold each value.
    pub(super) counts: Vec<u32>,
    /// Position in `values` of each row; rows beyond the end are empty.
    pub(super) codes: Vec<u32>,
}

impl SheetColumn {
    /// Distinct values that occur below the title, empty cells left out, with how often.
    pub fn values(&self) -> impl Iterator<Item = (&Cell, u32)> {
        self.values
            .iter()
            .zip(&self.counts)
            .skip(1)
            .filter(|(_, count)| **count > 0)
            .map(|(value, count)| (value, *count))
    }

    /// Value in a row counted from 0 below the header.
    pub fn value(&self, row: u32) -> &Cell {
        self.values
            .get(self.code(row) as usize)
            .unwrap_or(&Cell::Empty)
    }

    /// Position in the distinct values, 0 for an empty cell.
    pub(super) fn code(&self, row: u32) -> u32 {
        self.codes.get(row as usize).copied().unwrap_or(0)
    }
}

/// One sheet of a file, its header found.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// File it comes from, without its folder.
    pub file: String,
    pub name: String,
    /// Columns that have a title or a value, from left to right.
    pub columns: Vec<SheetColumn>,
    /// Row below the header, counted from 0.
    pub(super) first_row: u32,
    /// Rows below the header up to the last one that holds anything.
    pub(super) rows: u32,
}

impl Sheet {
    /// Rows below the header, empty ones among them included.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Number the spreadsheet shows beside a row counted from 0 below the header.
    pub fn row_number(&self, row: u32) -> u32 {
        self.first_row + row + 1
    }
}
