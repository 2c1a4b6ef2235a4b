//! The definition of the big survey, and the dice its answers are thrown with.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

pub const RATINGS: u16 = 42;
pub const LABELS: [&str; 5] = ["很满意", "满意", "一般", "不满意", "很不满意"];

/// xorshift64* (Marsaglia 2003, Vigna 2016): the same numbers on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % limit
    }

    /// An option of the scale, mostly good ones; `None` for a blank.
    pub fn rating(&mut self) -> Option<usize> {
        match self.below(100) {
            0..=37 => Some(0),
            38..=69 => Some(1),
            70..=84 => Some(2),
            85..=93 => Some(3),
            94..=97 => Some(4),
            _ => None,
        }
    }
}

/// A workbook that defines 42 ratings in six dimensions and a comment.
pub fn definition(path: &Path) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Survey")?;
    rows(sheet, &[&["key", "value"], &["title", "Big wave"]])?;
    let sheet = book.add_worksheet().set_name("Dimensions")?;
    rows(sheet, &[&["code", "name", "weight"]])?;
    for at in 1..=6 {
        sheet.write(at, 0, format!("D{at}"))?;
        sheet.write(at, 1, format!("维度 {at}"))?;
        sheet.write(at, 2, 1)?;
    }
    let sheet = book.add_worksheet().set_name("Items")?;
    rows(sheet, &[&["code", "text", "dimension", "kind", "scale"]])?;
    for at in 1..=RATINGS {
        let cells = [
            code(at),
            format!("第 {at} 项评价"),
            format!("D{}", (at - 1) / 7 + 1),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write(u32::from(at), column, cell)?;
        }
        sheet.write(u32::from(at), 3, "rating")?;
        sheet.write(u32::from(at), 4, "five")?;
    }
    let last = u32::from(RATINGS) + 1;
    for (column, cell) in [(0, "O1"), (1, "意见与建议"), (3, "text")] {
        sheet.write(last, column, cell)?;
    }
    let sheet = book.add_worksheet().set_name("Scales")?;
    rows(sheet, &[&["scale", "label", "score", "satisfied"]])?;
    for (at, label) in (0..).zip(LABELS) {
        sheet.write(at + 1, 0, "five")?;
        sheet.write(at + 1, 1, label)?;
        sheet.write(at + 1, 2, 5 - at)?;
        sheet.write(at + 1, 3, if at < 2 { "yes" } else { "no" })?;
    }
    book.save(path)
}

pub fn code(rating: u16) -> String {
    format!("Q{rating:02}")
}

fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write(row, column, *cell)?;
        }
    }
    Ok(())
}
