//! The words of `manyi past` and `manyi kpi`.

use std::path::PathBuf;

use clap::Args;

use crate::model::Period;

/// Waves whose returns are lost; without a file they are listed.
#[derive(Debug, Args)]
pub struct Past {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(id = "past_file", value_name = "FILE.xlsx")]
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, conflicts_with = "past_file")]
    pub json: bool,
}

/// Figures of the firm's own; without a file what they do is told.
#[derive(Debug, Args)]
pub struct Kpi {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(id = "kpi_file", value_name = "FILE.xlsx")]
    pub file: Option<PathBuf>,
    #[arg(long, requires = "kpi_file")]
    pub external: bool,
    #[arg(long, value_name = "2026-03", requires = "kpi_file")]
    pub stage: Vec<Period>,
    #[arg(long, value_name = "N", requires = "kpi_file", value_parser = clap::value_parser!(u32).range(2..))]
    pub baseline: Option<u32>,
    #[arg(long, conflicts_with = "kpi_file")]
    pub json: bool,
}
