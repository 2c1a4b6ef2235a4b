//! The record stream of an `.xls` workbook, weighed before anybody unfolds it.
//!
//! A reader that lays a sheet out as one block of cells needs memory for the rectangle around
//! them, and copies every shared text as often as it is used: two cells in far corners, or one
//! long text used a million times, would fill the memory. After Microsoft's \[MS-XLS\].

mod records;
mod texts;

use self::records::{Record, Records, number};
use self::texts::lengths;
use super::stop::Stop;
use crate::intake::error::{FileFault, SheetFault};

/// What the cells of all sheets may take when they are unfolded.
const MAX_BYTES: u64 = 768 << 20;
/// Bytes of one unfolded cell and of the formula beside it.
const CELL: u64 = 32 + 24;
/// Rows and columns of a sheet of this format.
const MAX_BLOCK: u64 = 65_536 * 256;
/// Longest record of this format, and all formulas together.
const MAX_FORMULA: usize = 8_228;
const MAX_FORMULAS: u64 = 16 << 20;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const MULTIPLE_NUMBERS: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const TEXTS: [u16; 2] = [0x0204, 0x00D6];
const OTHER_CELLS: [u16; 3] = [0x0203, 0x0205, 0x027E];

/// Refuses an encrypted workbook, one that is cut off, and one that unfolds to too much.
pub(super) fn check(stream: &[u8]) -> Result<(), Stop> {
    let mut sheets = Vec::new();
    let mut texts = Vec::new();
    let mut records = Records { rest: stream };
    while let Some(record) = records.next()? {
        match record.kind {
            FILE_PASS => return Err(FileFault::Encrypted.into()),
            BOUND_SHEET => sheets.push(number(record.body, 0, 4) as usize),
            SHARED_TEXTS => texts = lengths(&record)?,
            EOF => break,
            _ => {}
        }
    }
    let mut weight = Weight {
        bytes: texts.iter().map(|length| length + 24).sum(),
        formulas: 0,
    };
    for start in sheets {
        let sheet = stream.get(start..).ok_or(FileFault::Truncated)?;
        weigh(sheet, &texts, &mut weight)?;
    }
    Ok(())
}

struct Weight {
    bytes: u64,
    formulas: u64,
}

impl Weight {
    fn add(&mut self, bytes: u64) -> Result<(), Stop> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > MAX_BYTES || self.formulas > MAX_FORMULAS {
            return Err(FileFault::UnpacksTooLarge { limit: MAX_BYTES }.into());
        }
        Ok(())
    }
}

/// The rectangle around the cells of a sheet.
struct Block {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Block {
    fn hold(&mut self, row: u64, first: u64, last: u64) {
        let around = |range: Option<(u64, u64)>, low: u64, high: u64| {
            let (from, to) = range.unwrap_or((low, high));
            Some((from.min(low), to.max(high)))
        };
        self.rows = around(self.rows, row, row);
        self.columns = around(self.columns, first, last.max(first));
    }

    fn cells(&self) -> u64 {
        let length = |range: Option<(u64, u64)>| range.map_or(0, |(from, to)| to - from + 1);
        length(self.rows) * length(self.columns)
    }
}

fn weigh(sheet: &[u8], texts: &[u64], weight: &mut Weight) -> Result<(), Stop> {
    let mut block = Block {
        rows: None,
        columns: None,
    };
    let mut depth = 0_usize;
    let mut records = Records { rest: sheet };
    while let Some(Record { kind, body, .. }) = records.next()? {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            // charts inside the sheet carry records that look like cells
            _ if depth > 1 => {}
            DIMENSIONS => check_dimensions(body)?,
            FORMULA => {
                if body.len() > MAX_FORMULA {
                    return Err(Stop::damaged("a formula"));
                }
                weight.formulas += body.len() as u64;
                hold_cell(&mut block, body);
            }
            SHARED_TEXT => {
                hold_cell(&mut block, body);
                let text = texts.get(number(body, 6, 4) as usize);
                weight.add(text.copied().unwrap_or(0))?;
            }
            MULTIPLE_NUMBERS => {
                let last = number(body, body.len().saturating_sub(2), 2);
                block.hold(number(body, 0, 2), number(body, 2, 2), last);
            }
            kind if TEXTS.contains(&kind) => {
                hold_cell(&mut block, body);
                weight.add(body.len() as u64 * 3)?;
            }
            kind if OTHER_CELLS.contains(&kind) => hold_cell(&mut block, body),
            _ => {}
        }
    }
    if block.cells() > MAX_BLOCK {
        return Err(SheetFault::TooManyCells {
            cell: String::new(),
            limit: MAX_BLOCK,
        }
        .into());
    }
    weight.add(block.cells() * CELL)
}

fn hold_cell(block: &mut Block, body: &[u8]) {
    let column = number(body, 2, 2);
    block.hold(number(body, 0, 2), column, column);
}

/// The claimed size of a sheet, for which room is reserved at once.
fn check_dimensions(body: &[u8]) -> Result<(), Stop> {
    let (first_row, last_row, first, last) = if body.len() < 14 {
        let at = |at| number(body, at, 2);
        (at(0), at(2), at(4), at(6))
    } else {
        (
            number(body, 0, 4),
            number(body, 4, 4),
            number(body, 8, 2),
            number(body, 10, 2),
        )
    };
    if last_row == 0 || last == 0 {
        return Ok(());
    }
    let first = if first > 0xFF || last < first {
        0
    } else {
        first
    };
    let sound = first_row < last_row
        && first < last
        && (last_row - first_row).saturating_mul(last - first) <= MAX_BLOCK;
    if sound {
        Ok(())
    } else {
        Err(Stop::damaged("dimensions of a sheet"))
    }
}
