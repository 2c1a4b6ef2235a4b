//! A firm's own form with its marks written into its cells, to be looked at and read in again.

use rust_xlsxwriter::{Format, Workbook};

use crate::model::{BlankSheet, CellPlace};
use crate::paper::PaperError;

/// A workbook of one sheet: what is printed on the form, and in `cells` the texts with marks.
///
/// # Errors
/// [`PaperError::Workbook`] when it cannot be packed.
pub fn marked(sheet: &BlankSheet, cells: &[(CellPlace, String)]) -> Result<Vec<u8>, PaperError> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    // A name of another program's file may be one that workbooks do not allow.
    if page.set_name(&sheet.name).is_err() {
        page.set_name("Sheet1")?;
    }
    let plain = Format::new();
    let column = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
    let printed = sheet.printed.iter().map(|it| (it.at, it.to));
    for (from, to) in printed.chain(sheet.merged.iter().copied()) {
        if from != to {
            page.merge_range(from.0, column(from.1), to.0, column(to.1), "", &plain)?;
        }
    }
    for it in &sheet.printed {
        page.write(it.at.0, column(it.at.1), it.text.as_str())?;
    }
    for (at, text) in cells {
        page.write(at.0, column(at.1), text.as_str())?;
    }
    page.autofit();
    Ok(workbook.save_to_buffer()?)
}
