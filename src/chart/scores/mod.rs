//! Score tables with dot rows: the interval as a line through the dot, the last wave as a
//! hollow one, all rows on one axis.

mod build;
mod columns;
mod gauge;
mod layout;
mod legend;
mod row;
mod splits;
#[cfg(test)]
mod tests;

pub use build::Compared;
pub use gauge::Gauge;
pub use row::Track;
pub use splits::{Part, Splits};

use super::{Axis, Ink};
use crate::model::Subject;

/// A table of scores, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    pub heads: Heads,
    pub axis: Axis,
    /// On the axis.
    pub target: f64,
    /// Dimensions with what lies below them, in tree order.
    pub rows: Vec<Row>,
    pub key: Key,
    /// Under the table, in full sentences.
    pub notes: Vec<String>,
}

/// Column heads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heads {
    pub name: String,
    pub weight: String,
    pub score: String,
    pub interval: String,
    pub satisfied: String,
    pub change: String,
    pub target: String,
}

/// One line of the table, numbers as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub subject: Subject,
    /// Steps below the top, which is 0.
    pub depth: usize,
    /// Of an item; empty for a dimension.
    pub code: String,
    pub name: String,
    pub weight: String,
    pub score: String,
    pub dots: Dots,
    pub interval: String,
    pub satisfied: String,
    /// Against the wave before.
    pub change: String,
    /// Whether the target is met, in a word.
    pub verdict: String,
    pub verdict_ink: Ink,
    /// The verdict calls for action.
    pub below: bool,
}

/// What is drawn in a row, all 0–100.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    pub score: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// The wave before.
    pub previous: Option<f64>,
    /// Below five returns: one hollow dot a customer, and nothing else.
    pub each: Vec<f64>,
}

/// What the marks mean. Empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Key {
    pub now: String,
    pub previous: String,
    pub interval: String,
    pub target: String,
    pub each: String,
}

impl Row {
    /// A dimension, which stands out before its items.
    pub fn main(&self) -> bool {
        self.code.is_empty()
    }
}
