//! The words of the commands that decide something of returns.

use std::path::PathBuf;

use clap::Args;

use crate::model::Period;

#[derive(Debug, Args)]
pub struct Settle {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(value_name = "FILE.xlsx")]
    pub filled: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Option<Period>,
    #[arg(long, value_name = "NUMBER")]
    pub issue: Option<i64>,
    #[command(flatten)]
    pub how: How,
    #[arg(long)]
    pub json: bool,
}

/// What is decided of an issue: one of these.
#[derive(Debug, Args)]
pub struct How {
    #[arg(long, value_name = "TEXT")]
    pub answer: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub customer: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub new_customer: Option<String>,
    #[arg(long = "called", value_name = "NAME", requires = "new_customer")]
    pub name: Option<String>,
    #[arg(long)]
    pub blank: bool,
    #[arg(long)]
    pub keep: bool,
    #[arg(long)]
    pub void: bool,
    #[arg(long)]
    pub void_other: bool,
}

impl How {
    /// How many of them were said.
    pub fn count(&self) -> usize {
        let said = [
            self.answer.is_some(),
            self.customer.is_some(),
            self.new_customer.is_some(),
            self.blank,
            self.keep,
            self.void,
            self.void_other,
        ];
        said.into_iter().filter(|said| *said).count()
    }
}

#[derive(Debug, Args)]
pub struct Void {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "IMPORT", required_unless_present = "returned")]
    pub import: Option<String>,
    #[arg(long, value_name = "ROW", required_unless_present = "returned")]
    pub row: Option<u32>,
    #[arg(long = "return", value_name = "RETURN", conflicts_with_all = ["import", "row"])]
    pub returned: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long)]
    pub count_again: bool,
}

#[derive(Debug, Args)]
pub struct Correct {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(value_name = "RETURN")]
    pub returned: String,
    #[arg(value_name = "ITEM")]
    pub item: String,
    #[arg(value_name = "VALUE")]
    pub value: String,
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}
