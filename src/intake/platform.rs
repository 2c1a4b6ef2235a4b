//! Which program or survey platform wrote a sheet.

use serde::{Deserialize, Serialize};

use super::heading::plain;
use super::sheet::Sheet;

/// What produced the sheet; decides what special marks in it mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Somebody's own table.
    #[default]
    Plain,
    /// 问卷星
    Wenjuanxing,
}

/// Columns 问卷星 puts before the questions.
const WENJUANXING: [&str; 7] = [
    "序号",
    "用户id",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自ip",
];
/// How many of them make it one.
const MARKS: usize = 3;

impl Platform {
    /// Recognised by the titles alone.
    pub fn of(sheet: &Sheet) -> Self {
        let titles: Vec<String> = sheet.columns.iter().map(|c| plain(&c.title)).collect();
        let marks = titles
            .iter()
            .filter(|title| WENJUANXING.contains(&title.as_str()));
        // without its other columns: numbers of rows first, then nothing but numbered questions
        let numbered = |title: &str| {
            let digits = title
                .trim_start_matches('第')
                .trim_start_matches(|c: char| c.is_ascii_digit());
            digits.len() < title.len() && (digits.starts_with('、') || digits.starts_with("题("))
        };
        let first = titles.first().is_some_and(|title| title == "序号");
        let questions = sheet.columns.iter().skip(1);
        let bare =
            first && sheet.columns.len() > 1 && questions.clone().all(|c| numbered(&c.title));
        if marks.count() >= MARKS || bare {
            Self::Wenjuanxing
        } else {
            Self::Plain
        }
    }

    /// Key kept with an import; empty for a plain sheet.
    pub fn key(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Wenjuanxing => "wenjuanxing",
        }
    }

    /// How returns reached us if no column says so.
    pub fn channel(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Wenjuanxing => "问卷星",
        }
    }
}
