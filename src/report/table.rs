//! A table of typed cells.

use crate::i18n::number;
use crate::model::Rules;

/// A value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing belongs there.
    Empty,
    /// Something does, and is not known or not shown.
    Missing,
    Text(String),
    /// What the line is about, at its level.
    Name(String),
    Count(usize),
    /// 0–100, held against a target.
    Score(f64),
    /// A standard deviation or the end of an interval, in points of the same scale.
    Points(f64),
    /// Two ends beside the score they belong to.
    Interval {
        score: f64,
        low: f64,
        high: f64,
    },
    /// In points of the item's own scale.
    Mean(f64),
    /// 0–1
    Rate(f64),
    /// A weight, 0–1.
    Share(f64),
    /// In points, with its sign.
    Change(f64),
}

impl Cell {
    /// The value as this kind, or that it is missing.
    pub fn some(value: Option<f64>, kind: fn(f64) -> Self) -> Self {
        let value = value.filter(|value| value.is_finite());
        value.map_or(Self::Missing, kind)
    }

    /// A text; nothing belongs there if it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Text(text),
        }
    }

    /// In words and digits. A score never contradicts how it stands to the target of `rules`.
    pub fn written(&self, rules: &Rules) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Missing => number::MISSING.to_owned(),
            Self::Text(text) | Self::Name(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Score(score) => number::score_under(*score, rules),
            Self::Points(points) => number::score(Some(*points)),
            Self::Interval { score, low, high } => {
                let score = number::score_under(*score, rules);
                number::range_beside(&score, Some(*low), Some(*high))
            }
            Self::Mean(mean) => number::decimals(*mean, 2),
            Self::Rate(rate) => number::percent(Some(*rate)),
            Self::Share(share) => number::whole_percent(*share),
            Self::Change(change) => number::signed(Some(*change)),
        }
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: String,
    /// Its cells are numbers, which stand at the right.
    pub number: bool,
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub cells: Vec<Cell>,
    /// It sums up those below it.
    pub strong: bool,
    /// Steps to the right of its name.
    pub level: usize,
}

/// A table, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub heads: Vec<Head>,
    pub lines: Vec<Line>,
}
