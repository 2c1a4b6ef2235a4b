//! A table of typed cells.

use jiff::civil::Date;

use crate::analysis::LEVEL;
use crate::chart::Chart;
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
    /// The same with its code, which may be empty.
    Named {
        code: String,
        name: String,
    },
    Count(usize),
    /// What an option counts on its form.
    Raw(f64),
    /// 0–100, held against a target.
    Score(f64),
    /// A value of another wave, as it was written under the rules of that wave.
    Told {
        /// 0–100, or 0–1 for a rate.
        value: f64,
        rate: bool,
        words: String,
    },
    /// A standard deviation or the end of an interval, in points of the same scale.
    Points(f64),
    /// Two ends beside the score they belong to.
    Interval {
        score: f64,
        low: f64,
        high: f64,
    },
    /// A score with its interval and how many returns stand behind it; without a score it is not
    /// shown.
    Sample {
        score: Option<f64>,
        low: Option<f64>,
        high: Option<f64>,
        n: usize,
    },
    /// In points of the item's own scale.
    Mean(f64),
    /// 0–1
    Rate(f64),
    /// The ends of the interval of a rate, 0–1.
    Rates {
        low: f64,
        high: f64,
    },
    /// A weight, 0–1.
    Share(f64),
    /// How likely chance alone would have it so, 0–1.
    Chance(f64),
    /// In points, with its sign.
    Change(f64),
    /// The same, and in a word whether that is more than chance.
    Moved {
        points: f64,
        verdict: String,
    },
    /// Whether a target is met, in a word.
    Verdict {
        words: String,
        /// It is not.
        below: bool,
        /// Nor is that chance: it asks for action.
        act: bool,
    },
    /// A day by which something has to be done.
    Due {
        day: Date,
        /// That it has gone by; empty where it has not.
        overdue: String,
    },
    /// The row with that number of the table's chart, drawn.
    Drawn(usize),
}

impl Cell {
    /// The value as this kind, or that it is missing.
    pub fn some(value: Option<f64>, kind: fn(f64) -> Self) -> Self {
        let value = value.filter(|value| value.is_finite());
        value.map_or(Self::Missing, kind)
    }

    /// A count, or that it is missing.
    pub fn count(value: Option<usize>) -> Self {
        value.map_or(Self::Missing, Self::Count)
    }

    /// A text; nothing belongs there if it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Text(text),
        }
    }

    /// In words and digits; empty for what is drawn. A score never contradicts how it stands
    /// to the target of `rules`.
    pub fn written(&self, rules: &Rules) -> String {
        match self {
            Self::Empty | Self::Drawn(_) => String::new(),
            Self::Missing => number::MISSING.to_owned(),
            Self::Text(text) | Self::Name(text) => text.clone(),
            Self::Named { code, name } => format!("{code} {name}").trim_start().to_owned(),
            Self::Told { words, .. } | Self::Verdict { words, .. } => words.clone(),
            Self::Count(count) => number::count(*count),
            Self::Raw(score) => number::plain(*score),
            Self::Score(score) => number::score_under(*score, rules),
            Self::Points(points) => number::score(Some(*points)),
            Self::Interval { score, low, high } => {
                let score = number::score_under(*score, rules);
                number::range_beside(&score, Some(*low), Some(*high), rules)
            }
            Self::Sample {
                score,
                low,
                high,
                n,
            } => {
                let told = score.map(|score| {
                    let score = number::score_under(score, rules);
                    let range = number::range_beside(&score, *low, *high, rules);
                    format!("{score} ({range}) ")
                });
                format!("{}n {}", told.unwrap_or_default(), number::count(*n))
            }
            Self::Mean(mean) => number::decimals(*mean, 2),
            Self::Rate(rate) => number::percent(Some(*rate)),
            Self::Rates { low, high } => number::percent_range(Some(*low), Some(*high)),
            Self::Share(share) => number::whole_percent(*share),
            Self::Chance(p) => number::chance(*p, LEVEL),
            Self::Change(change) => number::signed(Some(*change)),
            Self::Moved { points, verdict } => {
                format!("{} {verdict}", number::signed(Some(*points)))
            }
            Self::Due { day, overdue } => format!("{day} {overdue}").trim_end().to_owned(),
        }
    }
}

/// How much a column stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    Weak,
    #[default]
    Plain,
    /// Where its line does.
    AsLine,
    Strong,
}

/// How wide a column is, where a writer has to share out a width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Width {
    /// As its widest cell.
    #[default]
    Content,
    /// What the others leave.
    Rest,
    /// As others of this kind.
    Even,
    /// Share of the whole, 0–1.
    Share(f32),
    /// As rows of a chart need it.
    Chart,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub name: String,
    /// Its cells are numbers, which stand at the right.
    pub number: bool,
    pub emphasis: Emphasis,
    pub width: Width,
}

/// How a line stands to the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// It sums up those below it.
    Strong,
    #[default]
    Plain,
    /// It belongs to the one above it.
    Weak,
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub cells: Vec<Cell>,
    pub place: Rank,
    /// Steps to the right of its name.
    pub level: usize,
}

/// A table, ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub heads: Vec<Head>,
    pub lines: Vec<Line>,
    /// What [`Cell::Drawn`] shows rows of: all on one axis, its marks explained once.
    pub chart: Option<Chart>,
    /// Under the table, in full sentences.
    pub notes: Vec<String>,
    /// It is read as a whole, so a page break is to go before it, not through it.
    pub whole: bool,
}

impl Table {
    /// The same in words and numbers alone: of a row that is drawn, how the answers fall on each
    /// option; what else would be drawn stands in other columns too.
    #[must_use]
    pub fn in_numbers(&self) -> Self {
        let drawn = |cell: &Cell| matches!(cell, Cell::Drawn(_));
        let at = self
            .lines
            .iter()
            .find_map(|it| it.cells.iter().position(drawn));
        let Some(at) = at else {
            return self.clone();
        };
        let mut table = self.clone();
        let options: Vec<Head> = match &self.chart {
            Some(Chart::Distribution(chart)) => {
                let heads = chart.key.iter().map(|choice| Head {
                    name: choice.label.clone(),
                    number: true,
                    ..Head::default()
                });
                heads.collect()
            }
            Some(
                Chart::Scores(_)
                | Chart::Trend(_)
                | Chart::Bars(_)
                | Chart::Pareto(_)
                | Chart::Multiples(_)
                | Chart::Groups(_)
                | Chart::Matrix(_)
                | Chart::Process(_),
            )
            | None => Vec::new(),
        };
        table.heads.splice(at..=at, options);
        for line in &mut table.lines {
            let shares = line
                .cells
                .get(at)
                .map_or_else(Vec::new, |it| self.shares(it));
            line.cells.splice(at..=at, shares);
        }
        table.chart = None;
        table
    }

    /// How the answers of a row fall on each option; missing of too few.
    fn shares(&self, cell: &Cell) -> Vec<Cell> {
        let (Some(Chart::Distribution(chart)), Cell::Drawn(row)) = (&self.chart, cell) else {
            return Vec::new();
        };
        let Some(row) = chart.rows.get(*row) else {
            return Vec::new();
        };
        if row.hidden() {
            return vec![Cell::Missing; chart.key.len()];
        }
        let all: usize = row.counts.iter().sum();
        let share = |count: &usize| match row.few {
            true => Cell::Missing,
            false => Cell::Rate(*count as f64 / all.max(1) as f64),
        };
        row.counts.iter().map(share).collect()
    }
}
