//! Importance against performance (Martilla & James 1977, J. Marketing 41(1):77): what matters
//! and is not at its target stands in one quarter, by its name.

mod build;
mod layout;

use super::Axis;
use crate::model::LineageId;

/// The chart, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What it says.
    pub title: String,
    /// Where the importances come from, and what is left out.
    pub note: String,
    /// The most important first.
    pub points: Vec<MatrixPoint>,
    /// Of scores, to the right.
    pub scores: MatrixAxis,
    /// Of importances, upwards.
    pub importances: MatrixAxis,
    /// What the quarters are called.
    pub quarters: [(Quarter, String); 4],
    /// Heads of the table: item, importance, score, quarter.
    pub heads: [String; 4],
}

/// One axis and the line that parts it.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixAxis {
    pub name: String,
    pub axis: Axis,
    pub line: f64,
    /// What the line is.
    pub label: String,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixPoint {
    pub lineage: LineageId,
    pub code: String,
    pub text: String,
    pub score: f64,
    pub importance: f64,
    /// Both as they are written.
    pub score_text: String,
    pub importance_text: String,
    pub quarter: Quarter,
    /// Important, and below target beyond chance.
    pub proven: bool,
}

/// Where a point lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// Important and below target.
    First,
    /// Important and at target.
    Keep,
    /// Neither.
    Later,
    /// At target and less important.
    Enough,
}

impl Quarter {
    fn of(important: bool, met: bool) -> Self {
        match (important, met) {
            (true, false) => Self::First,
            (true, true) => Self::Keep,
            (false, false) => Self::Later,
            (false, true) => Self::Enough,
        }
    }
}

impl Matrix {
    /// The name of a quarter.
    pub fn name(&self, quarter: Quarter) -> &str {
        let mut quarters = self.quarters.iter();
        quarters
            .find(|(known, _)| *known == quarter)
            .map_or("", |(_, name)| name)
    }
}
