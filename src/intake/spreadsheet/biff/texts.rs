//! How long the shared texts are, without reading them.

use super::records::{Record, number};
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes each shared text takes at most.
pub(super) fn lengths(record: &Record<'_>, watch: &Watch) -> Result<Vec<u64>, Stop> {
    let mut texts = Texts {
        body: record.body.get(8..).unwrap_or_default(),
        more: record.more.iter(),
    };
    let mut lengths = Vec::new();
    while !texts.body.is_empty() || texts.go_on() {
        watch.budget.room_for_one(&mut lengths)?;
        lengths.push(texts.skip_text()?);
    }
    Ok(lengths)
}

struct Texts<'a, 'b> {
    body: &'a [u8],
    more: std::slice::Iter<'b, &'a [u8]>,
}

impl Texts<'_, '_> {
    fn go_on(&mut self) -> bool {
        self.more.next().map(|body| self.body = body).is_some()
    }

    /// Passes one `XLUnicodeRichExtendedString` \[MS-XLS 2.5.293\]; its longest UTF-8 form.
    fn skip_text(&mut self) -> Result<u64, Stop> {
        if self.body.is_empty() {
            return Ok(0);
        }
        let characters = number(self.body, 0, 2);
        let mut flags = number(self.body, 2, 1);
        self.body = self.body.get(3..).ok_or_else(broken)?;
        let runs = if flags & 8 == 0 {
            0
        } else {
            self.field(2)? * 4
        };
        let extension = if flags & 4 == 0 { 0 } else { self.field(4)? };
        let mut left = characters as usize;
        while left > 0 {
            let width = 1 + (flags & 1) as usize;
            let here = left.min(self.body.len() / width);
            self.body = self.body.get(here * width..).unwrap_or_default();
            left -= here;
            if left > 0 {
                if !self.go_on() {
                    return Err(broken());
                }
                flags = number(self.body, 0, 1);
                self.body = self.body.get(1..).ok_or_else(broken)?;
            }
        }
        self.skip(runs + extension)?;
        Ok(characters * 3)
    }

    fn field(&mut self, width: usize) -> Result<u64, Stop> {
        let field = number(self.body, 0, width);
        self.body = self.body.get(width..).ok_or_else(broken)?;
        Ok(field)
    }

    fn skip(&mut self, bytes: u64) -> Result<(), Stop> {
        let mut left = usize::try_from(bytes).unwrap_or(usize::MAX);
        while left > 0 {
            if self.body.is_empty() && !self.go_on() {
                return Err(broken());
            }
            let here = left.min(self.body.len());
            self.body = self.body.get(here..).unwrap_or_default();
            left -= here;
        }
        Ok(())
    }
}

fn broken() -> Stop {
    Stop::damaged("shared texts")
}
