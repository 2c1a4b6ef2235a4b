//! A figure of the firm's own over time, between the limits of a steady process.

mod build;
mod layout;

/// The chart, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessChart {
    pub name: String,
    /// Whether it changed, or only wavers.
    pub said: String,
    /// By time.
    pub dots: Vec<ProcessDot>,
    pub stages: Vec<ProcessStage>,
    /// The stretch of values shown, and how its ends are written.
    pub low: f64,
    pub high: f64,
    pub ends: [String; 2],
    /// First and last time.
    pub times: [String; 2],
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessDot {
    /// Months since the first.
    pub at: f64,
    pub value: f64,
    /// It does not look like wavering.
    pub signal: bool,
    /// As written.
    pub label: String,
}

/// Limits that hold from one time to another, in months since the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProcessStage {
    pub from: f64,
    pub to: f64,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
}
