//! One row of a definition workbook: its cells by heading, as what they have to be.

use jiff::civil::Date;

use super::table::Table;
use crate::intake::cell::Cell;
use crate::intake::day::day as date;
use crate::intake::error::{DefinitionFault, IntakeError, Place};
use crate::intake::normal::{flag, number};
use crate::model::{MAX_WEIGHT, is_reserved_code};

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    row: u32,
}

impl Table {
    /// Rows that hold something.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let first = self.header + 1;
        (first..self.page.grid.rows().max(first))
            .map(|row| Row::new(self, row))
            .filter(|row| !row.is_empty())
    }
}

impl<'a> Row<'a> {
    pub fn new(table: &'a Table, row: u32) -> Self {
        Self { table, row }
    }

    pub fn is_empty(&self) -> bool {
        let page = &self.table.page;
        (0..page.grid.width()).all(|column| page.grid.cell(self.row, column).is_empty())
    }

    pub fn cell(&self, name: &str) -> &'a Cell {
        match self.table.column(name) {
            Some(column) => self.table.page.grid.cell(self.row, column),
            None => &Cell::Empty,
        }
    }

    /// Cell in a column that has no known heading.
    pub fn other(&self, column: u32) -> &'a Cell {
        self.table.page.grid.cell(self.row, column)
    }

    pub fn place(&self, name: &str) -> Place {
        let column = self.table.column(name).unwrap_or(0);
        self.table.page.place(self.row, column)
    }

    /// An error about the cell below a heading.
    pub fn fault(&self, name: &str, fault: DefinitionFault) -> IntakeError {
        self.place(name).defines(fault)
    }

    /// An error about the cell in a column that has no known heading.
    pub fn fault_at(&self, column: u32, fault: DefinitionFault) -> IntakeError {
        self.table.page.place(self.row, column).defines(fault)
    }

    /// Text of the cell; empty if it is empty.
    pub fn text(&self, name: &str) -> String {
        self.cell(name).found()
    }

    /// # Errors
    /// [`DefinitionFault::MissingValue`] where nothing stands.
    pub fn needed(&self, name: &'static str) -> Result<String, IntakeError> {
        let text = self.text(name);
        if text.is_empty() {
            return Err(self.fault(name, DefinitionFault::MissingValue { heading: name }));
        }
        Ok(text)
    }

    /// A code of an item or a dimension.
    ///
    /// # Errors
    /// [`DefinitionFault::MissingValue`]; [`DefinitionFault::ReservedCode`].
    pub fn code(&self) -> Result<String, IntakeError> {
        let code = self.needed("code")?;
        if is_reserved_code(&code) {
            return Err(self.fault("code", DefinitionFault::ReservedCode { code }));
        }
        Ok(code)
    }

    pub fn number(&self, name: &'static str) -> Result<Option<f64>, IntakeError> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(None);
        }
        let found = cell.found();
        let fault = DefinitionFault::NotANumber {
            heading: name,
            found,
        };
        let percent = without_percent(cell);
        number(percent.as_ref().unwrap_or(cell))
            .map(Some)
            .ok_or_else(|| self.fault(name, fault))
    }

    /// A weight: 1 where nothing stands.
    pub fn weight(&self) -> Result<f64, IntakeError> {
        let heading = "weight";
        match self.number(heading)? {
            None => Ok(1.0),
            Some(weight) if weight > MAX_WEIGHT => {
                let found = self.text(heading);
                let limit = MAX_WEIGHT;
                Err(self.fault(
                    heading,
                    DefinitionFault::TooLarge {
                        heading,
                        found,
                        limit,
                    },
                ))
            }
            Some(weight) if weight > 0.0 => Ok(weight),
            Some(_) => {
                let found = self.text(heading);
                Err(self.fault(heading, DefinitionFault::NotPositive { heading, found }))
            }
        }
    }

    pub fn flag(&self, name: &'static str, default: bool) -> Result<bool, IntakeError> {
        Ok(self.said_flag(name)?.unwrap_or(default))
    }

    /// `None` where the sheet says nothing.
    pub fn said_flag(&self, name: &'static str) -> Result<Option<bool>, IntakeError> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(None);
        }
        flag(cell).map(Some).ok_or_else(|| {
            let fault = DefinitionFault::UnknownWord {
                heading: name,
                found: cell.found(),
                allowed: vec!["yes", "no", "是", "否", "1", "0"],
            };
            self.fault(name, fault)
        })
    }

    pub fn date(&self, name: &'static str) -> Result<Option<Date>, IntakeError> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(None);
        }
        let found = cell.found();
        let fault = DefinitionFault::NotADate { found };
        date(cell).map(Some).ok_or_else(|| self.fault(name, fault))
    }

    /// Texts with `;` between them.
    pub fn list(&self, name: &str) -> Vec<String> {
        let text = self.text(name);
        text.split([';', '；', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// A number with a percent sign, without it.
fn without_percent(cell: &Cell) -> Option<Cell> {
    let Cell::Text(text) = cell else { return None };
    let bare = text.trim().strip_suffix(['%', '％'])?;
    Some(Cell::Text(bare.into()))
}

/// Codes seen so far, and where.
#[derive(Default)]
pub(super) struct Seen(rustc_hash::FxHashMap<String, String>);

impl Seen {
    /// # Errors
    /// [`DefinitionFault::Duplicate`] when the text stood somewhere before.
    pub fn note(&mut self, row: Row<'_>, name: &str, found: &str) -> Result<(), IntakeError> {
        self.note_as(row, name, found.to_owned(), found)
    }

    /// The same for a text that has to be unique only together with others: `key` holds all.
    pub fn note_as(
        &mut self,
        row: Row<'_>,
        name: &str,
        key: String,
        found: &str,
    ) -> Result<(), IntakeError> {
        match self.0.insert(key, row.place(name).cell) {
            None => Ok(()),
            Some(first) => {
                let found = found.to_owned();
                Err(row.fault(name, DefinitionFault::Duplicate { found, first }))
            }
        }
    }
}
