//! One sheet of a definition workbook as a table under known headings.

use super::Warning;
use super::page::{Page, goes_by};
use crate::intake::budget::Budget;
use crate::intake::cell::cell_name;
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::grid::{Grid, GridColumn};
use crate::intake::heading::plain;

/// Rows from the top among which the headings are looked for.
const ROWS_LOOKED_AT: u32 = 30;

/// A heading in English, as it is called in errors, and its other names.
pub(super) struct Heading {
    pub name: &'static str,
    pub others: &'static [&'static str],
}

impl Heading {
    fn fits(&self, text: &str) -> bool {
        goes_by(&plain(text), self.name, self.others)
    }
}

/// Rows below the headings.
pub(super) struct Table {
    pub page: Page,
    headings: &'static [Heading],
    /// Column of each heading.
    columns: Vec<Option<u32>>,
    pub header: u32,
}

impl Table {
    /// Finds the row with the most of the headings. Columns nobody knows are noted.
    pub fn new(
        page: Page,
        headings: &'static [Heading],
        warnings: &mut Vec<Warning>,
        budget: &Budget,
    ) -> Result<Self, IntakeError> {
        let mut page = page;
        let header = header_row(&page.grid, headings);
        let filled = page.grid.fill_merged(header + 1, budget);
        filled.map_err(|spent| page.too_much(header, spent))?;
        let mut table = Self {
            columns: vec![None; headings.len()],
            header,
            page,
            headings,
        };
        let rows = budget.take(weight(&table.page.grid, table.header));
        rows.map_err(|spent| table.page.too_much(table.header, spent))?;
        for column in 0..table.page.grid.width() {
            let cell = table.page.grid.looks(table.header, column);
            if cell.is_empty() {
                continue;
            }
            let title = cell.found();
            match headings.iter().position(|heading| heading.fits(&title)) {
                Some(at) => table.claim(at, column)?,
                None => warnings.push(Warning::UnknownColumn {
                    place: table.page.place(table.header, column),
                    heading: title,
                }),
            }
        }
        table.refuse_failed(table.columns.iter().flatten().copied())?;
        Ok(table)
    }

    /// A formula without a value would be taken for a text.
    ///
    /// # Errors
    /// [`DefinitionFault::Failed`] with the first of them in these columns.
    pub fn refuse_failed(&self, columns: impl Iterator<Item = u32>) -> Result<(), IntakeError> {
        for column in columns {
            for row in self.header + 1..self.page.grid.rows() {
                let cell = self.page.grid.cell(row, column);
                if cell.is_failed() {
                    let found = cell.found();
                    let fault = DefinitionFault::Failed { found };
                    return Err(self.page.place(row, column).defines(fault));
                }
            }
        }
        Ok(())
    }

    fn claim(&mut self, at: usize, column: u32) -> Result<(), IntakeError> {
        let Some(own) = self.columns.get_mut(at) else {
            return Ok(());
        };
        match own.replace(column) {
            None => Ok(()),
            Some(first) => {
                let heading = self.headings.get(at).map_or("", |heading| heading.name);
                let first = cell_name(self.header, first);
                let fault = DefinitionFault::DuplicateColumn { heading, first };
                Err(self.page.place(self.header, column).defines(fault))
            }
        }
    }

    /// Columns that no heading was found for, as attributes: their titles.
    pub fn others(&self) -> Vec<(u32, String)> {
        (0..self.page.grid.width())
            .filter(|column| !self.columns.contains(&Some(*column)))
            .map(|column| (column, self.page.grid.looks(self.header, column).found()))
            .filter(|(_, title)| !title.is_empty())
            .collect()
    }

    /// # Errors
    /// [`DefinitionFault::MissingColumn`] in the row of the headings.
    pub fn require(&self, name: &'static str) -> Result<(), IntakeError> {
        match self.column(name) {
            Some(_) => Ok(()),
            None => {
                let fault = DefinitionFault::MissingColumn { heading: name };
                Err(self.page.place(self.header, 0).defines(fault))
            }
        }
    }

    /// The error of a table without a single row.
    pub fn nothing(&self, name: &'static str) -> IntakeError {
        let column = self.column(name).unwrap_or(0);
        let fault = DefinitionFault::MissingValue { heading: name };
        self.page.place(self.header + 1, column).defines(fault)
    }

    /// Column below a heading.
    pub fn column(&self, name: &str) -> Option<u32> {
        let at = self
            .headings
            .iter()
            .position(|heading| heading.name == name)?;
        self.columns.get(at).copied().flatten()
    }
}

/// Bytes of what is made of a row, and of a cell with its title beside their texts.
const ROW: u64 = 512;
const CELL: u64 = 96;

/// Bytes of what the rows are made into: a value with its title for every cell.
fn weight(grid: &Grid, header: u32) -> u64 {
    let column = |(at, column): (u32, &GridColumn)| {
        let title = grid.looks(header, at).weight();
        let codes = column.codes.iter().filter(|code| **code != 0);
        let values = codes.filter_map(|code| column.values.get(*code as usize));
        let cells = values.map(|value| value.weight() * 2 + title + CELL);
        cells.fold(0, u64::saturating_add)
    };
    let columns = (0..).zip(&grid.columns).map(column);
    columns.fold(u64::from(grid.rows()) * ROW, u64::saturating_add)
}

/// The row among the first ones in which the most headings stand.
fn header_row(grid: &Grid, headings: &[Heading]) -> u32 {
    let known = |row: u32| {
        (0..grid.width())
            .filter(|column| {
                let title = grid.looks(row, *column);
                !title.is_empty() && headings.iter().any(|heading| heading.fits(&title.found()))
            })
            .count()
    };
    let rows = 0..grid.rows().min(ROWS_LOOKED_AT);
    rows.rev().max_by_key(|row| known(*row)).unwrap_or(0)
}
