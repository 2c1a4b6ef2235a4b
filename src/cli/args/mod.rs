//! The command line as types. Its words are stable: scripts rely on them. What they say of
//! themselves is put in by [`usage`](super::usage).

mod beside;
mod encoding;
mod import;
mod new;
mod of_wave;
mod plan;
mod settle;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use self::beside::{Kpi, Past};
use self::encoding::encoding;
pub use self::import::Import;
pub use self::new::New;
pub use self::of_wave::OfWave;
pub use self::plan::Plan;
use crate::i18n::Language;
use crate::model::{Period, Role};

pub use settle::{Correct, How, Settle, Void};

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
    Demo(Demo),
    New(New),
    Forms(super::forms::Forms),
    Import(Import),
    Scores(Scores),
    Rules(super::rules::Words),
    Trend(Trend),
    Print(Print),
    Export(Export),
    Check(Check),
    Salvage(Salvage),
    Restore(Restore),
    Imports(Imports),
    Wave(Wave),
    Frame(super::frame::Words),
    Contact(super::contact::Words),
    Comments(super::comments::Words),
    Tag(super::tag::Words),
    Flags(super::flags::Words),
    Settle(Settle),
    Void(Void),
    Correct(Correct),
    Sign(Sign),
    Plan(Plan),
    Past(Past),
    Kpi(Kpi),
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long)]
    pub headless: bool,
}

#[derive(Debug, Args)]
pub struct Scores {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Period,
    #[arg(long = "where", value_name = "ATTR=VALUE", value_parser = condition)]
    pub conditions: Vec<(String, String)>,
    #[arg(long, value_name = "2025H2")]
    pub against: Option<Period>,
    #[arg(long = "by", value_name = "ATTR")]
    pub groups_by: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Trend {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "index|satisfied|CODE")]
    pub of: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Print {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(value_name = "trend|scores|review|form", hide_possible_values = true)]
    pub page: Page,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Option<Period>,
    #[arg(long, value_name = "index|satisfied|CODE")]
    pub of: Vec<String>,
    #[arg(short, long, value_name = "FILE.{pdf,svg,png}")]
    pub output: PathBuf,
    #[arg(short, long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(value_name = "definition|returns|scores", hide_possible_values = true)]
    pub what: What,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Option<Period>,
    #[arg(short, long, value_name = "FILE.xlsx")]
    pub output: PathBuf,
    #[arg(short, long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Salvage {
    #[arg(value_name = "DAMAGED")]
    pub damaged: PathBuf,
    #[arg(id = "rescue", short = 'o', long = "output", value_name = "NEW")]
    pub output: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
}

#[derive(Debug, Args)]
pub struct Imports {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "IMPORT", requires = "output", group = "deed")]
    pub original: Option<String>,
    #[arg(long, value_name = "IMPORT", group = "deed")]
    pub drop_original: Option<String>,
    #[arg(long, value_name = "IMPORT", group = "deed")]
    pub undo: Option<String>,
    #[arg(long, value_name = "IMPORT", group = "deed")]
    pub restore: Option<String>,
    #[arg(long, conflicts_with_all = ["original", "drop_original", "forget"])]
    pub together: bool,
    #[arg(long, value_name = "IMPORT", group = "deed")]
    pub forget: Option<String>,
    #[arg(short, long, value_name = "FILE", requires = "original")]
    pub output: Option<PathBuf>,
    #[arg(short, long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long)]
    pub list: bool,
    // a workspace's name, and so that of its copies, may begin like a flag
    #[arg(
        long,
        value_name = "NAME",
        conflicts_with = "list",
        allow_hyphen_values = true
    )]
    pub from: Option<String>,
    #[arg(id = "replace", short = 'f', long = "force", requires = "from")]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Wave {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1", group = "wave_deed")]
    pub open: Option<Period>,
    #[arg(long, value_name = "2026H1", group = "wave_deed", requires = "by")]
    pub close: Option<Period>,
    #[arg(long, value_name = "2026H1", group = "wave_deed", requires_all = ["by", "why"])]
    pub reopen: Option<Period>,
    #[arg(long, value_name = "2026H1", group = "wave_deed")]
    pub count_late: Option<Period>,
    #[arg(id = "by", long = "by", value_name = "NAME")]
    pub who: Option<String>,
    #[arg(id = "why", long = "reason", value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "2026-03-01")]
    pub date: Option<jiff::civil::Date>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Sign {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "LABEL")]
    pub revision: Option<String>,
    #[arg(
        long = "as",
        value_name = "prepared|reviewed|approved",
        hide_possible_values = true
    )]
    pub role: Signs,
    #[arg(long = "by", value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "2026-03-01")]
    pub date: Option<jiff::civil::Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Signs {
    Prepared,
    Reviewed,
    Approved,
}

impl From<Signs> for Role {
    fn from(role: Signs) -> Self {
        match role {
            Signs::Prepared => Self::Prepared,
            Signs::Reviewed => Self::Reviewed,
            Signs::Approved => Self::Approved,
        }
    }
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Page {
    Trend,
    Scores,
    Review,
    Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    Definition,
    Returns,
    Scores,
}

/// `ATTR=VALUE`; the value may hold further equals signs.
pub(super) fn condition(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("ATTR=VALUE".to_owned()),
    }
}
