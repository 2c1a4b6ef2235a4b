//! The cells of a sheet by the column, each distinct value kept once. A grid knows no header:
//! row and column 0 are the first of the sheet.

mod builder;
mod merged;
mod reckoned;

pub(super) use self::builder::{GridBuilder, MAX_COLUMNS, Value};
pub(super) use self::reckoned::{Range, Reckoned, ranges};
use super::cell::Cell;

/// Bytes a text takes beside its own: counters, the end of its block.
const AROUND_TEXT: u64 = 32;

/// Cells that look like one; all corners belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub first_row: u32,
    pub first_column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

impl Merge {
    /// First and last row.
    fn rows(&self) -> (u32, u32) {
        (self.first_row, self.last_row)
    }

    /// Whether a cell is one of them.
    pub fn covers(&self, row: u32, column: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_column..=self.last_column).contains(&column)
    }
}

/// Cells that are struck through, row and column counted from 0.
pub(super) type Struck = rustc_hash::FxHashSet<(u32, u32)>;

/// One column of a grid.
#[derive(Clone, Debug, Default)]
pub(super) struct GridColumn {
    /// Distinct values; the first is [`Cell::Empty`].
    pub values: Vec<Cell>,
    /// Position in `values` of each row from the top of the sheet; empty beyond the end.
    pub codes: Vec<u32>,
}

impl GridColumn {
    /// Bytes it is held in.
    pub fn weight(&self) -> u64 {
        let lists =
            self.codes.capacity() * size_of::<u32>() + self.values.capacity() * size_of::<Cell>();
        let texts = self.values.iter().map(|value| match value {
            Cell::Text(text) | Cell::Formula(text) => text.len() as u64 + AROUND_TEXT,
            Cell::Empty | Cell::Number(_) | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) => 0,
        });
        lists as u64 + texts.sum::<u64>()
    }
}

/// All cells of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub columns: Vec<GridColumn>,
    pub merges: Vec<Merge>,
    /// Cells that are reckoned from those above them.
    pub reckoned: Reckoned,
    /// Cells somebody struck through.
    pub struck: Struck,
}

impl Grid {
    /// Rows from the top of the sheet to the last cell that holds anything.
    pub fn rows(&self) -> u32 {
        let longest = self.columns.iter().map(|column| column.codes.len()).max();
        u32::try_from(longest.unwrap_or(0)).unwrap_or(u32::MAX)
    }

    /// Bytes it is held in.
    pub fn weight(&self) -> u64 {
        self.columns.iter().map(GridColumn::weight).sum()
    }

    /// Whether an empty cell stands between filled ones of a column, or at its end.
    pub fn has_holes(&self) -> bool {
        let rows = self.rows() as usize;
        let mut columns = self.columns.iter();
        columns.any(|it| it.codes.iter().skip(1).any(|code| *code == 0) || it.codes.len() < rows)
    }

    /// Puts a value in the place of what stands in a cell, for grids of the size of a form.
    pub fn set(&mut self, (row, column): (u32, u32), value: Cell) {
        let (row, column) = (row as usize, column as usize);
        if self.columns.len() <= column {
            self.columns.resize_with(column + 1, GridColumn::default);
        }
        let Some(column) = self.columns.get_mut(column) else {
            return;
        };
        if column.values.is_empty() {
            column.values.push(Cell::Empty);
        }
        if column.codes.len() <= row {
            column.codes.resize(row + 1, 0);
        }
        let known = column.values.iter().position(|it| *it == value);
        let at = known.unwrap_or_else(|| {
            column.values.push(value);
            column.values.len() - 1
        });
        if let Some(code) = column.codes.get_mut(row) {
            *code = u32::try_from(at).unwrap_or(0);
        }
    }

    pub fn width(&self) -> u32 {
        u32::try_from(self.columns.len()).unwrap_or(u32::MAX)
    }

    /// The cell itself, empty where a merged one covers it.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        self.columns
            .get(column as usize)
            .and_then(|column| {
                let code = column.codes.get(row as usize)?;
                column.values.get(*code as usize)
            })
            .unwrap_or(&Cell::Empty)
    }

    /// The cell as it looks: what covers it if it is merged.
    pub fn looks(&self, row: u32, column: u32) -> &Cell {
        let own = self.cell(row, column);
        if !own.is_empty() {
            return own;
        }
        self.merges
            .iter()
            .find(|merge| merge.covers(row, column))
            .map_or(own, |merge| self.cell(merge.first_row, merge.first_column))
    }
}
