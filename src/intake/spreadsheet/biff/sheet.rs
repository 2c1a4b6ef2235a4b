//! What the cells of one sheet after the other unfold to.

use super::Naming;
use super::records::{Record, Records, number};
use crate::intake::error::{FileFault, SheetFault};
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes of one cell in the rectangle, and of the place for a formula in one of its own.
const CELL: u64 = 32;
const FORMULA_CELL: u64 = 24;
/// Bytes of a cell with its place while the rectangle is not known, and the same in a list that
/// grows by doubling.
const LOOSE_CELL: u64 = 40;
const GROWING_CELL: u64 = 64;
/// Rows and columns of a sheet of this format.
const MAX_BLOCK: u64 = 65_536 * 256;
/// How often the stream may be walked, sheets that lead to the same place counted each, and
/// the bytes of small ones that are free.
const READINGS: u64 = 4;
const SMALL: u64 = 64 << 20;
const RECORDS_PER_LOOK: u64 = 50_000;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;
const MULTIPLE_NUMBERS: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const TEXTS: [u16; 2] = [0x0204, 0x00D6];
const OTHER_CELLS: [u16; 3] = [0x0203, 0x0205, 0x027E];

/// Walks the sheets of a workbook.
pub(super) struct Weigher<'a> {
    stream: &'a [u8],
    /// Bytes of the shared texts.
    shared: &'a [u64],
    naming: Naming,
    watch: &'a Watch,
    walked: u64,
    /// What the largest sheet takes once more when it is handed out.
    largest: u64,
}

impl<'a> Weigher<'a> {
    pub fn new(stream: &'a [u8], shared: &'a [u64], naming: Naming, watch: &'a Watch) -> Self {
        Self {
            stream,
            shared,
            naming,
            watch,
            walked: 0,
            largest: 0,
        }
    }

    /// Takes what the sheet that begins there unfolds to from the budget.
    pub fn weigh(&mut self, start: usize) -> Result<(), Stop> {
        let sheet = self.stream.get(start..).ok_or(FileFault::Truncated)?;
        let mut found = Found::default();
        let mut depth = 0_usize;
        let mut records = Records { rest: sheet };
        let mut count = 0;
        while let Some(Record { kind, body, .. }) = records.next()? {
            count += 1;
            if u64::is_multiple_of(count, RECORDS_PER_LOOK) {
                self.watch.done((sheet.len() - records.rest.len()) as u64)?;
            }
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => break,
                EOF => depth -= 1,
                // charts inside the sheet carry records that look like cells
                _ if depth > 1 => {}
                _ => self.hold(&mut found, kind, body)?,
            }
        }
        self.walked += (sheet.len() - records.rest.len()) as u64;
        if self.walked > self.stream.len() as u64 * READINGS + SMALL {
            return Err(FileFault::ReadTooOften.into());
        }
        self.take(&found)
    }

    /// What formulas, and the sheet that is handed out, take.
    pub fn finish(self) -> Result<(), Stop> {
        Ok(self
            .watch
            .budget
            .take(self.naming.weight() + self.largest)?)
    }

    fn hold(&mut self, found: &mut Found, kind: u16, body: &[u8]) -> Result<(), Stop> {
        match kind {
            DIMENSIONS => found.claimed = claimed(body)?,
            FORMULA => {
                self.naming.write(body)?;
                found.formulas.hold_cell(body);
                found.cell(body);
            }
            // the value of the formula before it
            FORMULA_TEXT => {
                found.count += 1;
                found.texts += body.len() as u64 * 3;
            }
            SHARED_TEXT => {
                let text = self.shared.get(number(body, 6, 4) as usize);
                found.texts += text.copied().unwrap_or(0);
                found.cell(body);
            }
            MULTIPLE_NUMBERS => {
                let last = number(body, body.len().saturating_sub(2), 2);
                let (row, first) = (number(body, 0, 2), number(body, 2, 2));
                found.block.hold(row, first, last);
                found.count += body.len() as u64 / 6 + 1;
            }
            kind if TEXTS.contains(&kind) => {
                found.texts += body.len() as u64 * 3;
                found.cell(body);
            }
            kind if OTHER_CELLS.contains(&kind) => found.cell(body),
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, found: &Found) -> Result<(), Stop> {
        if found.block.cells() > MAX_BLOCK {
            return Err(SheetFault::TooManyCells {
                cell: String::new(),
                limit: MAX_BLOCK,
            }
            .into());
        }
        let shown = found.block.cells() * CELL + found.texts;
        let loose = match found.claimed {
            claimed if claimed >= found.count => claimed * LOOSE_CELL,
            _ => found.count * GROWING_CELL,
        };
        let budget = &self.watch.budget;
        budget.take(shown + found.formulas.cells() * FORMULA_CELL + loose)?;
        // they become the rectangle
        budget.give_back(loose);
        self.largest = self.largest.max(shown);
        Ok(())
    }
}

/// What is held of one sheet.
#[derive(Default)]
struct Found {
    block: Block,
    formulas: Block,
    /// Cells the sheet says it has, and those it has.
    claimed: u64,
    count: u64,
    /// Bytes of their texts.
    texts: u64,
}

impl Found {
    fn cell(&mut self, body: &[u8]) {
        self.count += 1;
        self.block.hold_cell(body);
    }
}

/// The rectangle around some cells.
#[derive(Default)]
struct Block {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Block {
    fn hold_cell(&mut self, body: &[u8]) {
        let column = number(body, 2, 2);
        self.hold(number(body, 0, 2), column, column);
    }

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

/// Cells in the claimed size of a sheet, for which room is reserved at once.
fn claimed(body: &[u8]) -> Result<u64, Stop> {
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
        return Ok(0);
    }
    let first = if first > 0xFF || last < first {
        0
    } else {
        first
    };
    if first_row >= last_row || first >= last {
        return Err(Stop::damaged("dimensions of a sheet"));
    }
    match (last_row - first_row).saturating_mul(last - first) {
        cells if cells <= MAX_BLOCK => Ok(cells),
        _ => Err(Stop::damaged("dimensions of a sheet")),
    }
}
