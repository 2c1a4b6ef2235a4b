//! Records of the stream, each with those it goes on in.

use crate::intake::error::FileFault;
use crate::intake::spreadsheet::stop::Stop;

/// Records one may go on in: shared texts of the largest file take as many.
const MAX_CONTINUED: usize = 20_000;
const CONTINUE: u16 = 0x003C;

pub(super) struct Record<'a> {
    pub kind: u16,
    pub body: &'a [u8],
    /// Bodies of the records it goes on in.
    pub more: Vec<&'a [u8]>,
}

pub(super) struct Records<'a> {
    pub rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// The next record with those it goes on in. Padding behind the last one is no record.
    pub fn next(&mut self) -> Result<Option<Record<'a>>, Stop> {
        if self.rest.len() < 4 {
            return Ok(None);
        }
        let (kind, body) = self.take()?;
        let mut more = Vec::new();
        while self.rest.len() > 4 && number(self.rest, 0, 2) == u64::from(CONTINUE) {
            more.push(self.take()?.1);
            if more.len() > MAX_CONTINUED {
                return Err(Stop::damaged("a record without end"));
            }
        }
        Ok(Some(Record { kind, body, more }))
    }

    fn take(&mut self) -> Result<(u16, &'a [u8]), Stop> {
        let kind = number(self.rest, 0, 2) as u16;
        let end = 4 + number(self.rest, 2, 2) as usize;
        let body = self.rest.get(4..end).ok_or(FileFault::Truncated)?;
        self.rest = self.rest.get(end..).unwrap_or_default();
        Ok((kind, body))
    }
}

/// Little-endian number of `width` bytes; bytes that are not there count as 0.
pub(super) fn number(bytes: &[u8], at: usize, width: usize) -> u64 {
    let end = bytes.len().min(at.saturating_add(width));
    let found = bytes.get(at..end).unwrap_or_default();
    found
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}
