//! What is kept of a file that also tells who sat where: its sheet without those columns.
//!
//! Rows and columns stay in their places, so that a cell named by an issue is found in it.

use std::io::{self, Write};

use super::budget::{Budget, Limits};
use super::error::{IntakeError, SheetFault};
use super::returns::Imported;
use super::{Sheet, SheetColumn};
use crate::model::{Mapping, Progress, Target};

const ROWS_PER_LOOK: u32 = 2_000;
/// Marks the text as UTF-8.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// The sheet as csv (UTF-8 with its mark) without its private columns; `None` when it has none
/// and the file itself can be kept.
///
/// # Errors
/// [`IntakeError::Sheet`] when it takes too much memory beside what was read of it: a text that
/// stands in many cells of a workbook lies there once, but here as often as it stands there.
/// [`IntakeError::Cancelled`].
pub fn without_private(
    sheet: &Sheet,
    mapping: &Mapping,
    imported: &Imported,
    progress: &Progress,
) -> Result<Option<Vec<u8>>, IntakeError> {
    let limits = Limits::default();
    without_private_within(sheet, mapping, imported, progress, limits)
}

/// The same at other costs, those of the sheet and its returns included.
pub(super) fn without_private_within(
    sheet: &Sheet,
    mapping: &Mapping,
    imported: &Imported,
    progress: &Progress,
    limits: Limits,
) -> Result<Option<Vec<u8>>, IntakeError> {
    let columns = sheet.columns.iter().zip(&mapping.columns);
    let (private, open): (Vec<_>, Vec<_>) =
        columns.partition(|(_, mapped)| mapped.target == Target::Private);
    let open: Vec<&SheetColumn> = open.into_iter().map(|(column, _)| column).collect();
    let Some(last) = open.last().filter(|_| !private.is_empty()) else {
        return Ok(None);
    };
    let too_much = |cell: String| IntakeError::Sheet {
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        fault: SheetFault::TakesTooMuch {
            cell,
            limit: limits.bytes,
        },
    };
    let mut lines = Lines::new(&open, Budget::after(imported.spent(), limits));
    let head = lines.head(sheet.row_number(0).saturating_sub(2));
    head.map_err(|_| too_much(last.cell.clone()))?;
    for row in 0..sheet.rows() {
        if row.is_multiple_of(ROWS_PER_LOOK) {
            progress.wanted()?;
        }
        let written = lines.write(|column| column.value(row).found());
        written.map_err(|_| too_much(sheet.cell_name(last, row)))?;
    }
    let text = lines.csv.into_inner();
    let text = text.map_err(|_| too_much(last.cell.clone()))?;
    Ok(Some(text.bytes))
}

/// Lines of some columns, each in its place.
struct Lines<'a> {
    columns: &'a [&'a SheetColumn],
    csv: csv::Writer<Growing>,
}

impl<'a> Lines<'a> {
    fn new(columns: &'a [&'a SheetColumn], budget: Budget) -> Self {
        let bytes = MARK.to_vec();
        Self {
            columns,
            csv: csv::Writer::from_writer(Growing { bytes, budget }),
        }
    }

    /// Empty lines as far as there are some above, what stands above the titles, and those.
    fn head(&mut self, above: u32) -> csv::Result<()> {
        for left in (0..above).rev() {
            self.write(|column| match left {
                0 => column.group.clone(),
                _ => String::new(),
            })?;
        }
        self.write(|column| column.title.clone())
    }

    fn write(&mut self, value: impl Fn(&SheetColumn) -> String) -> csv::Result<()> {
        let mut next = 0;
        for column in self.columns {
            for _ in next..column.index {
                self.csv.write_field("")?;
            }
            self.csv.write_field(value(column))?;
            next = column.index + 1;
        }
        self.csv.write_record(None::<&[u8]>)
    }
}

/// Bytes that take their room from a budget. The only way writing them fails is that it is
/// spent.
struct Growing {
    bytes: Vec<u8>,
    budget: Budget,
}

impl Write for Growing {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        let length = self.bytes.len() + more.len();
        let room = self.budget.room(&mut self.bytes, length);
        room.map_err(|_| io::ErrorKind::OutOfMemory)?;
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
