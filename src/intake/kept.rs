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
    let said: Result<Vec<Said>, _> = open.iter().map(|it| Said::of(it, &budget)).collect();
    let said = said.map_err(|_| too_much(last.cell.clone()))?;
    let mut lines = Lines::new(budget, limits);
    let head = lines.head(&open, sheet.row_number(0).saturating_sub(2));
    head.map_err(|_| too_much(last.cell.clone()))?;
    for row in 0..sheet.rows() {
        if row.is_multiple_of(ROWS_PER_LOOK) {
            progress.wanted()?;
        }
        let cells = open.iter().zip(&said);
        let written = lines.write(cells.map(|(it, said)| (it.index, said.value(it.code(row)))));
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

/// Each value of a column once, as a line of csv has it.
struct Said {
    text: Vec<u8>,
    /// Where in the text each of them ends.
    ends: Vec<usize>,
}

impl Said {
    fn of(column: &SheetColumn, budget: &Budget) -> Result<Self, TooMuch> {
        let values = column.dictionary();
        budget.take((values.len() * size_of::<usize>()) as u64)?;
        let mut said = Self {
            text: Vec::new(),
            ends: Vec::with_capacity(values.len()),
        };
        for value in values {
            let found = value.found();
            let field = quoted(&found);
            let length = said.text.len() + field.len();
            budget.room(&mut said.text, length)?;
            said.text.extend_from_slice(field.as_bytes());
            said.ends.push(said.text.len());
        }
        Ok(said)
    }

    /// The value at a position of the dictionary.
    fn value(&self, code: u32) -> &[u8] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let at = code as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.text.get(start..end(at)).unwrap_or_default()
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
            let groups: Vec<_> = groups.map(|it| (it.index, quoted(&it.group))).collect();
            self.write(groups.iter().map(|(at, text)| (*at, text.as_bytes())))?;
        }
        let titles: Vec<_> = columns
            .iter()
            .map(|it| (it.index, quoted(&it.title)))
            .collect();
        self.write(titles.iter().map(|(at, text)| (*at, text.as_bytes())))
    }

    /// A line of fields in the columns of these numbers, from left to right.
    fn write<'f>(&mut self, fields: impl Iterator<Item = (u32, &'f [u8])>) -> io::Result<()> {
        let mut at = 0;
        for (column, field) in fields {
            let commas = column.saturating_sub(at) as usize;
            self.line.extend(std::iter::repeat_n(b',', commas));
            self.line.extend_from_slice(field);
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
