//! The returns, made from a fixed seed.

use std::path::Path;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::questions::{Dice, LABELS, RATINGS, code};

const RETURNS: u32 = 100_000;
const CHANNELS: [&str; 4] = ["微信", "手机提交", "链接", "电话回访"];
const COMMENTS: [&str; 4] = [
    "价格偏高",
    "交付及时",
    "希望加强沟通，按月通报改进情况",
    "总体满意",
];

/// How the ratings are written.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    Labels,
    Scores,
}

impl Values {
    /// As the command line calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::Scores => "scores",
        }
    }
}

/// A sheet of 100,000 returns: date, channel, 42 ratings, comment.
pub fn returns(path: &Path, values: Values) -> Result<(), XlsxError> {
    let mut dice = Dice(0x4D61_6E79_6931_3030);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_low_memory()?;
    sheet.write(0, 0, "日期")?;
    sheet.write(0, 1, "渠道")?;
    for at in 1..=RATINGS {
        sheet.write(0, at + 1, code(at))?;
    }
    sheet.write(0, RATINGS + 2, "O1")?;
    for row in 1..=RETURNS {
        sheet.write(
            row,
            0,
            format!("2026-{:02}-{:02}", 1 + dice.below(6), 1 + dice.below(28)),
        )?;
        sheet.write(row, 1, CHANNELS[dice.below(4) as usize])?;
        for column in 2..RATINGS + 2 {
            match (dice.rating(), values) {
                (Some(option), Values::Labels) => sheet.write(row, column, LABELS[option])?,
                (Some(option), Values::Scores) => sheet.write(row, column, 5 - option as u32)?,
                (None, _) => continue,
            };
        }
        if dice.below(20) == 0 {
            let comment = COMMENTS[dice.below(4) as usize];
            sheet.write(row, RATINGS + 2, comment)?;
        }
    }
    book.save(path)
}
