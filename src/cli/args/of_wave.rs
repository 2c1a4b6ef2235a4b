//! Which wave a command is about.

use std::path::PathBuf;

use clap::Args;

use crate::model::Period;

/// A wave of a workspace: its newest one, and that of its only survey, unless named.
#[derive(Debug, Args)]
pub struct OfWave {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Option<Period>,
}
