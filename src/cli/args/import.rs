//! The words of `manyi import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::encoding;
use crate::model::{Period, Reading, RepeatChoice, TextEncoding};

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(value_name = "FILE|DIR", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Option<Period>,
    #[arg(long, value_name = "labels|scores|codes", hide_possible_values = true)]
    pub values: Option<Values>,
    #[arg(long, value_name = "point|comma", hide_possible_values = true)]
    pub decimals: Option<Decimals>,
    #[arg(long = "order", value_name = "ITEM=LABEL;…")]
    pub orders: Vec<String>,
    #[arg(long = "sheet", value_name = "NAME")]
    pub sheets: Vec<String>,
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    pub encoding: Option<TextEncoding>,
    #[arg(long, value_name = "newest|first|both", hide_possible_values = true)]
    pub repeats: Option<Repeats>,
    #[arg(long = "keep-row", value_name = "SHEET!ROW", value_parser = row)]
    pub keep_rows: Vec<SheetRow>,
    #[arg(long = "leave-row", value_name = "SHEET!ROW", value_parser = row)]
    pub leave_rows: Vec<SheetRow>,
    #[arg(long, value_name = "BLANK.xlsx")]
    pub marked: Option<PathBuf>,
    #[arg(long)]
    pub late: bool,
    #[arg(long)]
    pub keep_private: bool,
    #[arg(long, value_name = "FILE.xlsx")]
    pub issues: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

/// How columns of numbers are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Values {
    Labels,
    Scores,
    Codes,
}

impl From<Values> for Reading {
    fn from(values: Values) -> Self {
        match values {
            Values::Labels => Self::Labels,
            Values::Scores => Self::Scores,
            Values::Codes => Self::OptionNumbers,
        }
    }
}

/// What stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Decimals {
    Point,
    Comma,
}

impl From<Decimals> for Reading {
    fn from(decimals: Decimals) -> Self {
        match decimals {
            Decimals::Point => Self::Number,
            Decimals::Comma => Self::CommaDecimals,
        }
    }
}

/// What becomes of returns that came in before with other answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Repeats {
    Newest,
    First,
    Both,
}

impl From<Repeats> for RepeatChoice {
    fn from(repeats: Repeats) -> Self {
        match repeats {
            Repeats::Newest => Self::Newest,
            Repeats::First => Self::First,
            Repeats::Both => Self::Both,
        }
    }
}

/// A row of a sheet; of every one that is read where none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    pub sheet: Option<String>,
    pub row: u32,
}

impl SheetRow {
    /// Whether it lies in the sheet of that name.
    pub fn is_in(&self, sheet: &str) -> bool {
        self.sheet.as_deref().is_none_or(|own| own == sheet)
    }
}

/// `SHEET!ROW`, or a row alone.
fn row(text: &str) -> Result<SheetRow, String> {
    let (sheet, row) = match text.rsplit_once('!') {
        Some((sheet, row)) => (Some(sheet.to_owned()), row),
        None => (None, text),
    };
    let row = row.trim().parse().map_err(|_| "SHEET!ROW".to_owned())?;
    Ok(SheetRow { sheet, row })
}
