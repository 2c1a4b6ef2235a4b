//! The record stream of an `.xls` workbook, weighed before anybody unfolds it.
//!
//! A reader that lays a sheet out as one block of cells needs memory for the rectangle around
//! them, twice when it hands it out, and copies every shared text as often as it is used: two
//! cells in far corners, or one long text used a million times, would fill the memory. Names
//! are written out in every formula that uses them. All of that is taken from the budget of
//! the file first. After Microsoft's \[MS-XLS\].

mod controls;
mod records;
mod sheet;
mod shown;
mod texts;

pub(super) use self::controls::Lying;
use self::records::{Records, number};
use self::sheet::Weigher;
pub(super) use self::shown::shown;
use self::texts::lengths;
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::FileFault;

const EOF: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const DEFINED_NAME: u16 = 0x0018;
const SHARED_TEXTS: u16 = 0x00FC;
/// Bytes a text takes beside its own, in a list that grows by doubling.
const TEXT: u64 = 48;
/// Bytes the description of a sheet takes.
const SHEET: u64 = 512;

/// Refuses an encrypted workbook, one that is cut off, and one that unfolds to too much; what
/// it does unfold to is taken from the budget.
pub(super) fn check(stream: &[u8], watch: &Watch) -> Result<(), Stop> {
    let mut sheets = Vec::new();
    let mut texts = Vec::new();
    let mut naming = Naming::default();
    let mut records = Records { rest: stream };
    while let Some(record) = records.next()? {
        match record.kind {
            FILE_PASS => return Err(FileFault::Encrypted.into()),
            BOUND_SHEET => {
                watch.budget.take(SHEET)?;
                sheets.push(number(record.body, 0, 4) as usize);
                naming.hear(record.body);
            }
            DEFINED_NAME => {
                naming.hear(record.body);
                naming.write(record.body)?;
            }
            SHARED_TEXTS => texts = lengths(&record, watch)?,
            EOF => break,
            _ => {}
        }
    }
    let shared = texts.iter().map(|length| length + TEXT).sum();
    watch.budget.take(shared)?;
    let mut weigher = Weigher::new(stream, &texts, naming, watch);
    for start in sheets {
        weigher.weigh(start)?;
    }
    weigher.finish()
}

/// Longest record of this format, and all formulas together.
const MAX_FORMULA: usize = 8_228;
const MAX_FORMULAS: u64 = 16 << 20;
/// Bytes a byte of a formula is written out as, where it names nothing long.
const WRITTEN: u64 = 8;
/// Bytes of a formula that may stand for a name, and bytes its characters may take.
const NAMING: u64 = 4;
const CHARACTER: u64 = 3;
const LONGEST_NAME: usize = 255;

/// What formulas are written out as.
#[derive(Clone, Copy, Default)]
struct Naming {
    /// Bytes of the longest name of a sheet or a range.
    longest: u64,
    formulas: u64,
}

impl Naming {
    /// A record that holds a name.
    fn hear(&mut self, body: &[u8]) {
        let bytes = body.len().min(LONGEST_NAME) as u64 * CHARACTER;
        self.longest = self.longest.max(bytes);
    }

    /// A record that holds a formula.
    fn write(&mut self, body: &[u8]) -> Result<(), Stop> {
        self.formulas += body.len() as u64;
        if body.len() > MAX_FORMULA || self.formulas > MAX_FORMULAS {
            return Err(Stop::damaged("formulas"));
        }
        Ok(())
    }

    fn weight(&self) -> u64 {
        self.formulas * WRITTEN.max(self.longest / NAMING)
    }
}
