//! The command line as types. Its words are stable: scripts rely on them. What they say of
//! themselves is put in by [`usage`](super::usage).

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::i18n::Language;
use crate::intake::Reading;
use crate::model::Period;

/// Everything that can stand behind `manyi`.
#[derive(Debug, Parser)]
#[command(name = "manyi", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(long, global = true, value_name = "zh|en", hide_possible_values = true)]
    pub lang: Option<Lang>,
    #[arg(value_name = "WORKSPACE")]
    pub workspace: Option<PathBuf>,
    #[command(subcommand)]
    pub job: Option<Job>,
}

#[derive(Debug, Subcommand)]
pub enum Job {
    Demo {
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        #[arg(long)]
        headless: bool,
    },
    New {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(long, value_name = "FILE.xlsx")]
        definition: PathBuf,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
    },
    Import {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
        #[arg(long, value_name = "2026H1")]
        wave: Period,
        #[arg(long, value_name = "labels|scores|codes", hide_possible_values = true)]
        values: Option<Values>,
        #[arg(long)]
        json: bool,
    },
    Scores {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
        #[arg(long, value_name = "2026H1")]
        wave: Period,
        #[arg(long = "where", value_name = "ATTR=VALUE", value_parser = condition)]
        conditions: Vec<(String, String)>,
        #[arg(long)]
        json: bool,
    },
    Trend {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
        #[arg(long, value_name = "index|satisfied|CODE")]
        of: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Print {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(value_name = "trend|scores|review", hide_possible_values = true)]
        page: Page,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
        #[arg(long, value_name = "2026H1")]
        wave: Option<Period>,
        #[arg(long, value_name = "index|satisfied|CODE")]
        of: Vec<String>,
        #[arg(short, long, value_name = "FILE.{pdf,svg,png}")]
        output: PathBuf,
    },
    Export {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
        #[arg(value_name = "definition|returns|scores", hide_possible_values = true)]
        what: What,
        #[arg(long, value_name = "NAME")]
        survey: Option<String>,
        #[arg(long, value_name = "2026H1")]
        wave: Option<Period>,
        #[arg(short, long, value_name = "FILE.xlsx")]
        output: PathBuf,
    },
    Check {
        #[arg(value_name = "WORKSPACE")]
        workspace: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Page {
    Trend,
    Scores,
    Review,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    Definition,
    Returns,
    Scores,
}

/// `ATTR=VALUE`; the value may hold further equals signs.
fn condition(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("ATTR=VALUE".to_owned()),
    }
}
