//! The words of `manyi plan`.

use clap::Args;

/// How many customers to ask. Points and shares as people say them.
#[derive(Debug, Args)]
pub struct Plan {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub frame: u32,
    #[arg(long, value_name = "S", default_value = "15", hide_default_value = true, value_parser = points)]
    pub sd: f64,
    #[arg(long, value_name = "H", default_value = "5", hide_default_value = true, value_parser = points)]
    pub half_width: f64,
    /// 0–1
    #[arg(long, value_name = "R", default_value = "0.7", hide_default_value = true, value_parser = share)]
    pub response: f64,
    #[arg(long)]
    pub json: bool,
}

/// More than 0 and at most 100.
fn points(text: &str) -> Result<f64, String> {
    let points = text.trim().parse().ok();
    let sound = |points: &f64| *points > 0.0 && *points <= 100.0;
    points.filter(sound).ok_or_else(|| "0–100".to_owned())
}

/// `70%` or `0.7`.
fn share(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let share = match text.strip_suffix(['%', '％']) {
        Some(percent) => percent.trim().parse().map(|percent: f64| percent / 100.0),
        None => text.parse(),
    };
    let sound = |share: &f64| *share > 0.0 && *share <= 1.0;
    share.ok().filter(sound).ok_or_else(|| "0–1".to_owned())
}
