//! One sheet of a definition workbook as a table under known headings.

use super::Warning;
use crate::intake::cell::{Cell, cell_name};
use crate::intake::error::{DefinitionFault, IntakeError, Place};
use crate::intake::grid::Grid;
use crate::intake::heading::plain;
use crate::intake::normal::{date, flag, folded, number};
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::Progress;
use jiff::civil::Date;

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

/// Whether a folded text is one of the names, or the first with another behind it, as
/// `code 编号`.
pub(super) fn goes_by(text: &str, name: &str, others: &[&str]) -> bool {
    let behind = text.strip_prefix(name);
    text == name
        || others.contains(&text)
        || behind.is_some_and(|behind| others.contains(&behind.trim_matches(['/', '(', ')', '_'])))
}

/// The cells of one sheet, with where it comes from.
pub(super) struct Page {
    pub file: String,
    pub sheet: String,
    pub grid: Grid,
}

impl Page {
    /// The sheet with one of the names, whatever its case and spacing.
    pub fn open(
        workbook: &mut Spreadsheet,
        names: [&str; 2],
        progress: &Progress,
    ) -> Result<Option<Self>, IntakeError> {
        let mut sheets = workbook.sheets().iter();
        let Some(at) = sheets.position(|sheet| is_named(&sheet.name, names)) else {
            return Ok(None);
        };
        let sheet = workbook.sheets().get(at).map(|sheet| sheet.name.clone());
        Ok(Some(Self {
            grid: workbook.grid(at, progress)?,
            file: workbook.file().to_owned(),
            sheet: sheet.unwrap_or_default(),
        }))
    }

    pub fn place(&self, row: u32, column: u32) -> Place {
        Place {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            cell: cell_name(row, column),
        }
    }
}

/// Whether a sheet goes by a name or its other one, or by both.
pub(super) fn is_named(sheet: &str, [name, other]: [&str; 2]) -> bool {
    let sheet = folded(sheet);
    goes_by(&sheet, name, &[other]) || goes_by(&sheet, other, &[name])
}

/// Rows below the headings.
pub(super) struct Table {
    page: Page,
    headings: &'static [Heading],
    /// Column of each heading.
    columns: Vec<Option<u32>>,
    header: u32,
}

impl Table {
    /// Finds the row with the most of the headings. Columns nobody knows are noted.
    pub fn new(
        page: Page,
        headings: &'static [Heading],
        warnings: &mut Vec<Warning>,
    ) -> Result<Self, IntakeError> {
        let mut table = Self {
            columns: vec![None; headings.len()],
            header: header_row(&page.grid, headings),
            page,
            headings,
        };
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
        Ok(table)
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
                Err(IntakeError::Definition {
                    place: self.page.place(self.header, column),
                    fault,
                })
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
            None => Err(IntakeError::Definition {
                place: self.page.place(self.header, 0),
                fault: DefinitionFault::MissingColumn { heading: name },
            }),
        }
    }

    /// The error of a table without a single row.
    pub fn nothing(&self, name: &'static str) -> IntakeError {
        let column = self.column(name).unwrap_or(0);
        IntakeError::Definition {
            place: self.page.place(self.header + 1, column),
            fault: DefinitionFault::MissingValue { heading: name },
        }
    }

    fn column(&self, name: &str) -> Option<u32> {
        let at = self
            .headings
            .iter()
            .position(|heading| heading.name == name)?;
        self.columns.get(at).copied().flatten()
    }

    /// Rows that hold something.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let first = self.header + 1;
        (first..self.page.grid.rows().max(first))
            .map(|row| Row { table: self, row })
            .filter(|row| !row.is_empty())
    }
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

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    row: u32,
}

impl<'a> Row<'a> {
    fn is_empty(&self) -> bool {
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
        IntakeError::Definition {
            place: self.place(name),
            fault,
        }
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
        number(cell)
            .map(Some)
            .ok_or_else(|| self.fault(name, fault))
    }

    /// A weight: 1 where nothing stands.
    pub fn weight(&self) -> Result<f64, IntakeError> {
        let heading = "weight";
        match self.number(heading)? {
            None => Ok(1.0),
            Some(weight) if weight > 0.0 => Ok(weight),
            Some(_) => {
                let found = self.text(heading);
                Err(self.fault(heading, DefinitionFault::NotPositive { heading, found }))
            }
        }
    }

    pub fn flag(&self, name: &'static str, default: bool) -> Result<bool, IntakeError> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(default);
        }
        flag(cell).ok_or_else(|| {
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

/// Codes seen so far, and where.
#[derive(Default)]
pub(super) struct Seen(rustc_hash::FxHashMap<String, String>);

impl Seen {
    /// # Errors
    /// [`DefinitionFault::Duplicate`] when the text stood somewhere before.
    pub fn note(&mut self, row: Row<'_>, name: &str, found: &str) -> Result<(), IntakeError> {
        let cell = row.place(name).cell;
        match self.0.insert(found.to_owned(), cell) {
            None => Ok(()),
            Some(first) => {
                let found = found.to_owned();
                Err(row.fault(name, DefinitionFault::Duplicate { found, first }))
            }
        }
    }
}
