//! What can be said behind `manyi frame`.

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::cli::args::{OfWave, condition};
use crate::model::CollectorKind;

/// The list of a wave: shown, or one thing done to it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(
        long,
        value_name = "all|last|largest|random|turnover|segment|bought",
        hide_possible_values = true
    )]
    pub rule: Option<Rule>,
    #[arg(long, value_name = "PERCENT", requires = "rule")]
    pub share: Option<f64>,
    #[arg(long, value_name = "NUMBER", requires = "rule")]
    pub seed: Option<u64>,
    #[arg(id = "segment", long = "where", value_name = "ATTR=VALUE", value_parser = condition, requires = "rule")]
    pub condition: Option<(String, String)>,
    #[arg(long, value_name = "NAME", requires = "rule")]
    pub attribute: Option<String>,
    #[arg(long, requires = "rule")]
    pub preview: bool,
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub add: Vec<String>,
    #[arg(long)]
    pub add_answered: bool,
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub leave_out: Vec<String>,
    #[arg(long, value_name = "CODE", num_args = 1.., requires = "excuse")]
    pub exclude: Vec<String>,
    #[arg(id = "excuse", long = "reason", value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub ask_again: Vec<String>,
    #[arg(long)]
    pub issued: bool,
    #[arg(long, value_name = "2026-03-01", requires = "issued")]
    pub date: Option<Date>,
    #[arg(long, value_name = "TEXT", requires = "issued")]
    pub channel: Option<String>,
    #[arg(
        long,
        value_name = "sales|quality|third-party",
        hide_possible_values = true,
        requires = "issued"
    )]
    pub collector: Option<Collects>,
    #[arg(long)]
    pub json: bool,
}

impl Words {
    /// How many things it is told to do.
    pub fn deeds(&self) -> usize {
        let said = [
            self.rule.is_some(),
            !self.add.is_empty(),
            self.add_answered,
            !self.leave_out.is_empty(),
            !self.exclude.is_empty(),
            !self.ask_again.is_empty(),
            self.issued,
        ];
        said.into_iter().filter(|said| *said).count()
    }
}

/// How a list is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Rule {
    All,
    Last,
    Largest,
    Random,
    Turnover,
    Segment,
    Bought,
}

/// Who collects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Collects {
    Sales,
    Quality,
    ThirdParty,
}

impl From<Collects> for CollectorKind {
    fn from(collects: Collects) -> Self {
        match collects {
            Collects::Sales => Self::Sales,
            Collects::Quality => Self::Quality,
            Collects::ThirdParty => Self::ThirdParty,
        }
    }
}
