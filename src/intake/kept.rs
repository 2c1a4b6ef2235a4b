//! What is kept of a file that also tells who sat where: its sheet without those columns.
//!
//! Rows and columns stay in their places, so that a cell named by an issue is found in it. Texts
//! that an archive holds once stand there in every cell, so that it is kept packed.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::budget::{Budget, Limits, TooMuch};
use super::cell::Cell;
use super::error::{IntakeError, SheetFault};
use super::file::MAX_FILE_BYTES;
use super::{Sheet, SheetColumn};
use crate::model::{Mapping, Progress, Target};

const ROWS_PER_LOOK: u32 = 2_000;
/// Marks the text as UTF-8.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];
/// What packed bytes begin with (RFC 1952).
const PACKED: [u8; 3] = [0x1f, 0x8b, 8];
/// How hard it is packed: answers repeat so much that more would only take longer.
const PACKING: u32 = 1;

/// The sheet as csv (UTF-8 with its mark), packed, without its private columns; `None` when it
/// has none and the file itself can be kept. The rows may be read meanwhile.
///
/// # Errors
/// [`IntakeError::Sheet`] when it takes too much memory beside those; [`IntakeError::Cancelled`].
pub fn without_private(
    sheet: &Sheet,
    mapping: &Mapping,
    progress: &Progress,
) -> Result<Option<Vec<u8>>, IntakeError> {
    let [_, limits] = Limits::default().parted(sheet.spent());
    without_private_within(sheet, mapping, progress, limits)
}

/// The same at other costs, those of the sheet included.
pub(super) fn without_private_within(
    sheet: &Sheet,
    mapping: &Mapping,
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
    let budget = Budget::after(sheet.spent(), limits);
    let said = open.iter().map(|it| Said::of(it, sheet.rows(), &budget));
    let said: Result<Vec<Said>, _> = said.collect();
    let said = said.map_err(|_| too_much(last.cell.clone()))?;
    let mut lines = Lines::new(budget, limits);
    let head = lines.head(&open, sheet.row_number(0).saturating_sub(2));
    head.map_err(|_| too_much(last.cell.clone()))?;
    for row in 0..sheet.rows() {
        if row.is_multiple_of(ROWS_PER_LOOK) {
            progress.wanted()?;
        }
        let cells = open.iter().zip(&said);
        let written = lines.write(cells.map(|(it, said)| (it.index, said.value(it, row))));
        written.map_err(|_| too_much(sheet.cell_name(last, row)))?;
    }
    let packed = lines.packed();
    Ok(Some(packed.map_err(|_| too_much(last.cell.clone()))?))
}

/// What [`without_private`] packed as it was before; anything else as it is.
///
/// # Errors
/// That of reading it: it is damaged, or larger than [`MAX_FILE_BYTES`].
pub fn unpacked(kept: Arc<[u8]>) -> io::Result<Arc<[u8]>> {
    if !kept.starts_with(&PACKED) {
        return Ok(kept);
    }
    let mut bytes = Vec::new();
    let mut rest = GzDecoder::new(&*kept).take(MAX_FILE_BYTES + 1);
    rest.read_to_end(&mut bytes)?;
    match bytes.len() as u64 > MAX_FILE_BYTES {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(bytes.into()),
    }
}

/// What the cells of a column say, as a line of csv has it.
enum Said {
    /// Each value once, and where in the text each of them ends.
    Once { text: Vec<u8>, ends: Vec<usize> },
    /// Hardly any value stands there twice: each is said where it is written.
    Each,
}

impl Said {
    fn of(column: &SheetColumn, rows: u32, budget: &Budget) -> Result<Self, TooMuch> {
        let values = column.dictionary();
        if values.len() > rows as usize / 2 {
            return Ok(Self::Each);
        }
        budget.take((values.len() * size_of::<usize>()) as u64)?;
        let mut text = Vec::new();
        let mut ends = Vec::with_capacity(values.len());
        for value in values {
            let field = said(value);
            let length = text.len() + field.len();
            budget.room(&mut text, length)?;
            text.extend_from_slice(&field);
            ends.push(text.len());
        }
        Ok(Self::Once { text, ends })
    }

    /// What the cell of a row says.
    fn value<'v>(&'v self, column: &'v SheetColumn, row: u32) -> Cow<'v, [u8]> {
        let Self::Once { text, ends } = self else {
            return said(column.value(row));
        };
        let end = |at: usize| ends.get(at).copied().unwrap_or_default();
        let at = column.code(row) as usize;
        let start = at.checked_sub(1).map_or(0, end);
        text.get(start..end(at)).unwrap_or_default().into()
    }
}

fn said(value: &Cell) -> Cow<'_, [u8]> {
    match value {
        Cell::Text(text) => bytes(quoted(text)),
        other => bytes(quoted(&other.found()).into_owned().into()),
    }
}

fn bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => text.as_bytes().into(),
        Cow::Owned(text) => text.into_bytes().into(),
    }
}

/// A field as a line of csv has it (RFC 4180).
fn quoted(text: &str) -> Cow<'_, str> {
    match text.contains(['"', ',', '\n', '\r']) {
        true => Cow::Owned(format!("\"{}\"", text.replace('"', "\"\""))),
        false => Cow::Borrowed(text),
    }
}

/// Lines of csv being packed. The only way it fails is that there are too many bytes of them.
struct Lines {
    line: Vec<u8>,
    /// Bytes there still may be before they are packed.
    left: u64,
    packed: GzEncoder<Growing>,
}

impl Lines {
    fn new(budget: Budget, limits: Limits) -> Self {
        let bytes = Vec::new();
        Self {
            line: Vec::new(),
            left: limits.bytes.min(MAX_FILE_BYTES),
            packed: GzEncoder::new(Growing { bytes, budget }, Compression::new(PACKING)),
        }
    }

    /// Empty lines as far as there are some above, what stands above the titles, and those.
    fn head(&mut self, columns: &[&SheetColumn], above: u32) -> io::Result<()> {
        self.packed.write_all(&MARK)?;
        for left in (0..above).rev() {
            let groups = columns.iter().filter(|_| left == 0);
            let groups = groups.map(|it| (it.index, bytes(quoted(&it.group))));
            self.write(groups)?;
        }
        let titles = columns.iter();
        self.write(titles.map(|it| (it.index, bytes(quoted(&it.title)))))
    }

    /// A line of fields in the columns of these numbers, from left to right.
    fn write<'f>(&mut self, fields: impl Iterator<Item = (u32, Cow<'f, [u8]>)>) -> io::Result<()> {
        let mut at = 0;
        for (column, field) in fields {
            let commas = column.saturating_sub(at) as usize;
            self.line.extend(std::iter::repeat_n(b',', commas));
            self.line.extend_from_slice(&field);
            at = column;
        }
        if self.line.is_empty() {
            // A line of nothing at all would be none to those who read it.
            self.line.extend_from_slice(b"\"\"");
        }
        self.line.push(b'\n');
        let left = self.left.checked_sub(self.line.len() as u64);
        self.left = left.ok_or(io::ErrorKind::FileTooLarge)?;
        self.packed.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }

    fn packed(self) -> io::Result<Vec<u8>> {
        Ok(self.packed.finish()?.bytes)
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
