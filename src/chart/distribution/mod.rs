//! Distributions: diverging bars centred on the neutral option, and the plain bars of one
//! item.

mod build;
mod diverging;
mod layout;
mod over_time;
mod plain;
#[cfg(test)]
mod tests;

pub use diverging::Reach;

use super::Ink;
use crate::model::LineageId;

/// The answers to items that share one scale, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Column heads.
    pub item: String,
    pub satisfied: String,
    pub score: String,
    /// Every option that carries a score, worst first; unused ones keep their place.
    pub key: Vec<Choice>,
    pub rows: Vec<Answers>,
}

impl Distribution {
    /// A row in words: every option with its count.
    pub fn said(&self, row: &Answers) -> String {
        if row.hidden() {
            return row.instead.clone();
        }
        let pairs = self.key.iter().zip(&row.counts);
        let words = pairs.map(|(choice, count)| format!("{} {count}", choice.label));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// An option of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: String,
    pub ink: Ink,
    /// Text inside.
    pub on: Ink,
}

/// The answers to one item, or to what one wave asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The item; `None` of a wave.
    pub of: Option<LineageId>,
    pub code: String,
    pub text: String,
    /// How often each option of the key was chosen; empty where it may not be shown.
    pub counts: Vec<usize>,
    /// What is said where it may not be shown.
    pub instead: String,
    /// Below five answers: one hollow dot a customer instead of shares.
    pub few: bool,
    pub satisfied: String,
    pub score: String,
}

impl Answers {
    /// How often each option was chosen is not shown.
    pub fn hidden(&self) -> bool {
        self.counts.is_empty()
    }
}

/// How often each option of one item was chosen, best first; none where it may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub bars: Vec<Bar>,
    /// Below five answers: one hollow dot a customer instead of shares.
    pub few: bool,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: String,
    pub count: usize,
    /// Share as written; what is not counted says so.
    pub share: String,
    pub ink: Ink,
    /// N/A and blanks: weak, without a share.
    pub apart: bool,
}
