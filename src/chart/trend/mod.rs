//! Lines over half-years: the index, dimensions, items, satisfaction rates.

mod breaks;
mod build;
mod drawable;
mod ends;
mod events;
mod frame;
mod layout;
mod lines;
mod moments;
mod multiples;
mod narrow;
mod plane;
mod room;
mod same;
#[cfg(test)]
mod tests;
mod values;
mod words;

pub use drawable::{Drawable, drawables};
pub use events::Event;
pub use multiples::{Multiple, Multiples};
pub use plane::Plane;

use super::{Axis, Ink};
use crate::analysis::TrendLine;
use crate::model::{Period, Rules, Subject};

/// What the user wants to see besides the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers {
    pub target: bool,
    pub interval: bool,
    pub values: bool,
    pub breaks: bool,
    /// What the same customers said of the line that is looked at.
    pub same: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            target: true,
            interval: true,
            values: true,
            breaks: true,
            same: false,
        }
    }
}

/// What a trend is made from.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The main one first.
    pub lines: &'a [TrendLine],
    pub survey: &'a str,
    /// Of the newest wave.
    pub rules: &'a Rules,
}

/// A chart of lines over time, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// States the finding.
    pub title: String,
    /// What is shown: survey and periods.
    pub subtitle: String,
    /// One for each period from the first to the last, also those without a wave.
    pub times: Vec<Time>,
    pub axis: Axis,
    /// Pieces of the target line; one unless the target changed. Empty: not shown.
    pub target: Vec<TargetLine>,
    /// The main one first, the last point of each is the newest.
    pub lines: Vec<Line>,
    pub breaks: Vec<Break>,
    /// Measures carried out, oldest first.
    pub events: Vec<Event>,
    /// Values beside the points.
    pub values: bool,
    /// Under the chart, in full sentences.
    pub notes: Vec<String>,
}

/// A mark on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// Periods since the first.
    pub at: f64,
    pub period: Period,
    pub name: String,
    pub short: String,
    /// The newest.
    pub now: bool,
    /// A report of the time alone is left of it.
    pub typed: bool,
}

/// A stretch of the target line.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Periods since the first.
    pub from: f64,
    pub to: f64,
    pub value: f64,
    pub label: String,
}

/// One series.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub subject: Subject,
    pub name: String,
    pub ink: Ink,
    /// Thick, bold, with its interval as a band.
    pub main: bool,
    /// Of the customers who stayed alone: thin and dotted beside the line of all.
    pub same: bool,
    /// Oldest first.
    pub dots: Vec<Dot>,
    /// A weak second line under the name at its end, e.g. the interval.
    pub remark: String,
}

/// One wave's value of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Periods since the first.
    pub at: f64,
    /// On the axis: scores and rates as 0–100.
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Returns behind it.
    pub n: usize,
    /// The value as written.
    pub label: String,
    /// Comparable with the dot before: the line goes on.
    pub joined: bool,
    /// Known by a report alone, its returns being lost: hollow, with a dashed line.
    pub typed: bool,
}

/// Where lines break because the wording changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// Periods since the first, between two waves.
    pub at: f64,
    pub label: String,
}

/// Lines one chart can tell apart: as many as there are colours.
pub const MOST_LINES: usize = 6;

impl Trend {
    /// The chart, in several where it has more lines than colours; they share their axes.
    pub fn parts(&self) -> Vec<Self> {
        if self.lines.len() <= MOST_LINES {
            return vec![self.clone()];
        }
        let part = |(at, lines): (usize, &[Line])| {
            let recoloured = lines.iter().enumerate().map(|(color, line)| Line {
                ink: Ink::Series(color),
                ..line.clone()
            });
            Self {
                lines: recoloured.collect(),
                notes: if at == 0 {
                    self.notes.clone()
                } else {
                    Vec::new()
                },
                ..self.clone()
            }
        };
        self.lines
            .chunks(MOST_LINES)
            .enumerate()
            .map(part)
            .collect()
    }

    /// The same with one line to look at and all others grey.
    #[must_use]
    pub fn focused(&self, line: usize) -> Self {
        let mut focused = self.clone();
        let subject = self.lines.get(line).map(|it| &it.subject);
        for other in &mut focused.lines {
            if Some(&other.subject) != subject {
                other.ink = Ink::LineStrong;
            }
        }
        focused
    }

    /// Nothing to draw: no wave has a value that may be shown.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.dots.is_empty())
    }
}
