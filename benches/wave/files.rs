//! The returns, made from a fixed seed.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::questions::{Dice, LABELS, RATINGS, code};

const RETURNS: u32 = 100_000;
const CHANNELS: [&str; 4] = ["微信", "手机提交", "链接", "电话回访"];
const COMMENTS: [&str; 4] = [
    "价格偏高",
    "交付及时",
    "希望加强沟通，按月通报改进情况",
    "总体满意",
];

/// Columns 问卷星 writes in front.
const PLATFORM: [&str; 6] = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自IP",
];

/// How the ratings are written, and by whom.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    Labels,
    Scores,
    /// Labels in a text export of 问卷星, which has four columns more.
    Wenjuanxing,
}

impl Values {
    /// What its file is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::Scores => "scores",
            Self::Wenjuanxing => "wenjuanxing",
        }
    }

    /// As the command line calls how they are read.
    pub fn reading(self) -> &'static str {
        match self {
            Self::Labels | Self::Wenjuanxing => "labels",
            Self::Scores => "scores",
        }
    }
}

/// A sheet of 100,000 returns: date, channel, 42 ratings, comment.
pub fn returns(path: &Path, values: Values) -> Result<(), XlsxError> {
    let mut dice = Dice(0x4D61_6E79_6931_3030);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_low_memory()?;
    let before = heading(sheet, values)?;
    for row in 1..=RETURNS {
        match values {
            Values::Labels | Values::Scores => own(sheet, row, &mut dice)?,
            Values::Wenjuanxing => platform(sheet, row, &mut dice)?,
        }
        for column in before..before + RATINGS {
            match (dice.rating(), values) {
                (Some(option), Values::Scores) => sheet.write(row, column, 5 - option as u32)?,
                (Some(option), _) => sheet.write(row, column, LABELS[option])?,
                (None, _) => continue,
            };
        }
        if dice.below(20) == 0 {
            let comment = COMMENTS[dice.below(4) as usize];
            sheet.write(row, before + RATINGS, comment)?;
        }
    }
    book.save(path)
}

/// The titles; how many columns stand before the ratings.
fn heading(sheet: &mut Worksheet, values: Values) -> Result<u16, XlsxError> {
    let (before, ratings, comment): (&[&str], fn(u16) -> String, _) = match values {
        Values::Labels | Values::Scores => (&["日期", "渠道"], code, "O1"),
        Values::Wenjuanxing => {
            let title = |at| format!("{at}、第 {at} 项评价");
            (&PLATFORM, title, "43、意见与建议")
        }
    };
    let mut column = 0;
    for title in before {
        sheet.write(0, column, *title)?;
        column += 1;
    }
    for at in 0..RATINGS {
        sheet.write(0, column + at, ratings(at + 1))?;
    }
    sheet.write(0, column + RATINGS, comment)?;
    Ok(column)
}

fn own(sheet: &mut Worksheet, row: u32, dice: &mut Dice) -> Result<(), XlsxError> {
    let date = format!("2026-{:02}-{:02}", 1 + dice.below(6), 1 + dice.below(28));
    sheet.write(row, 0, date)?;
    sheet.write(row, 1, CHANNELS[dice.below(4) as usize])?;
    Ok(())
}

fn platform(sheet: &mut Worksheet, row: u32, dice: &mut Dice) -> Result<(), XlsxError> {
    let (month, day) = (1 + dice.below(6), 1 + dice.below(28));
    let (hour, minute, second) = (8 + dice.below(12), dice.below(60), dice.below(60));
    sheet.write(row, 0, row)?;
    let at = format!("2026/{month}/{day} {hour}:{minute:02}:{second:02}");
    sheet.write(row, 1, at)?;
    sheet.write(row, 2, format!("{}秒", 40 + dice.below(400)))?;
    sheet.write(row, 3, CHANNELS[dice.below(4) as usize])?;
    sheet.write(row, 4, "N/A")?;
    sheet.write(
        row,
        5,
        format!("10.0.{}.{}(浙江-宁波)", dice.below(256), dice.below(256)),
    )?;
    Ok(())
}
