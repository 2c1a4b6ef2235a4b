//! The words of `manyi new`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::encoding;
use crate::model::{BestEnd, TextEncoding};

#[derive(Debug, Args)]
pub struct New {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "FILE.xlsx", required_unless_present = "export")]
    pub definition: Option<PathBuf>,
    #[arg(
        id = "export",
        long = "from",
        value_name = "EXPORT",
        conflicts_with = "definition"
    )]
    pub export: Option<PathBuf>,
    #[arg(
        long,
        value_name = "first|last",
        hide_possible_values = true,
        requires = "export"
    )]
    pub best: Option<Best>,
    #[arg(
        id = "of_sheet",
        long = "sheet",
        value_name = "NAME",
        requires = "export"
    )]
    pub sheet: Option<String>,
    #[arg(long, value_name = "ENCODING", value_parser = encoding, requires = "export")]
    pub encoding: Option<TextEncoding>,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub company: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub document: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// Which end of a scale is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Best {
    First,
    Last,
}

impl From<Best> for BestEnd {
    fn from(best: Best) -> Self {
        match best {
            Best::First => Self::First,
            Best::Last => Self::Last,
        }
    }
}
