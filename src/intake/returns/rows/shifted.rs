//! Rows of separated values with more fields than titles.

use crate::intake::sheet::{Sheet, SheetColumn};

/// The columns right of the last title, where few rows have anything.
pub(super) struct Shifted<'a>(Vec<&'a SheetColumn>);

/// Share of the rows from which on a column is meant and only lacks its title.
const MEANT: f64 = 0.5;

impl<'a> Shifted<'a> {
    pub fn of(sheet: &'a Sheet) -> Self {
        let titled = |column: &SheetColumn| !column.title.is_empty();
        let last = sheet.columns.iter().rposition(titled);
        let behind = sheet.columns.iter().skip(last.map_or(0, |at| at + 1));
        let few = behind.filter(|column| {
            let filled: u32 = column.values().map(|(_, count)| count).sum();
            sheet.separated && f64::from(filled) < MEANT * f64::from(sheet.rows())
        });
        Self(few.collect())
    }

    /// Whether a field too many stands in the row.
    pub fn shifted(&self, row: u32) -> bool {
        self.0.iter().any(|column| column.code(row) != 0)
    }
}
