//! One sheet of a definition workbook, found by its name.

use crate::intake::budget::TooMuch;
use crate::intake::cell::cell_name;
use crate::intake::error::{IntakeError, Place, SheetFault};
use crate::intake::grid::Grid;
use crate::intake::normal::folded;
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::Progress;

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

    /// The same, or the first sheet where none goes by a name.
    pub fn named_or_first(
        workbook: &mut Spreadsheet,
        names: [&str; 2],
        progress: &Progress,
    ) -> Result<Self, IntakeError> {
        if let Some(page) = Self::open(workbook, names, progress)? {
            return Ok(page);
        }
        let sheet = workbook.sheets().first().map(|sheet| sheet.name.clone());
        Ok(Self {
            grid: workbook.grid(0, progress)?,
            file: workbook.file().to_owned(),
            sheet: sheet.unwrap_or_default(),
        })
    }

    /// The error of a sheet that takes too much from this row on.
    pub fn too_much(&self, row: u32, TooMuch { limit }: TooMuch) -> IntakeError {
        let cell = cell_name(row, 0);
        IntakeError::Sheet {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            fault: SheetFault::TakesTooMuch { cell, limit },
        }
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
