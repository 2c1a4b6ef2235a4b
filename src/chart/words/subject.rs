//! What a line, a row or a finding is about, by name.

use crate::analysis::{Surveyed, TrendLine, TrendPoint, TypedPoint, Verdict};
use crate::i18n::{Language, number};
use crate::model::{Bound, Rules, Subject};
use crate::tr;

/// A subject's code and name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// Of an item; empty for everything else.
    pub code: String,
    pub name: String,
}

impl Named {
    /// Both in one.
    pub fn full(&self) -> String {
        format!("{} {}", self.code, self.name).trim().to_owned()
    }
}

/// How a wave calls a subject; `None` when it did not ask for it.
pub fn subject_name(wave: &Surveyed, subject: &Subject, language: Language) -> Option<Named> {
    let plain = |name: String| Named {
        code: String::new(),
        name,
    };
    match subject {
        Subject::Index => Some(plain(tr!(language, "subject-index"))),
        Subject::Satisfied => Some(plain(tr!(language, "subject-satisfied"))),
        Subject::Dimension(code) => {
            let dimension = wave.figures.dimension(code)?;
            Some(plain(dimension.name.clone()))
        }
        Subject::Item(lineage) => {
            let item = wave.figures.item(*lineage)?;
            Some(Named {
                code: item.code.clone(),
                name: item.text.clone(),
            })
        }
    }
}

/// How a line is called: items with their code.
pub fn line_name(line: &TrendLine, language: Language) -> String {
    let named = || line.name.clone().unwrap_or_default();
    match &line.subject {
        Subject::Index => tr!(language, "subject-index"),
        Subject::Satisfied => tr!(language, "subject-satisfied"),
        Subject::Dimension(_) => named(),
        Subject::Item(_) => {
            let code = line.code.clone().unwrap_or_default();
            format!("{code} {}", named()).trim().to_owned()
        }
    }
}

/// A name and its value in one: 价格 73.0. A name that ends in a digit is kept apart from it.
pub fn valued(name: &str, value: &str) -> String {
    let apart = name.ends_with(|last: char| last.is_ascii_digit());
    let colon = if apart { ":" } else { "" };
    format!("{name}{colon} {value}").trim_start().to_owned()
}

/// `≥ 85`
pub fn target_value(rules: &Rules) -> String {
    let sign = match rules.target_rule {
        Bound::AtLeast => "≥",
        Bound::Above => ">",
    };
    format!("{sign} {}", number::plain(rules.target))
}

/// A score as it is written wherever it stands beside its verdict: the table, the chart of the
/// answers and the texts say the same. A dash where there is none.
pub fn score_written(score: Option<f64>, rules: &Rules) -> String {
    score.map_or_else(
        || number::MISSING.to_owned(),
        |score| number::score_under(score, rules),
    )
}

/// The value of a wave on a line as written: a rate as percent, a score so that it does not
/// contradict its verdict. A dash where too few answered.
pub fn point_value(point: &TrendPoint, rate: bool) -> String {
    if rate {
        return number::percent(point.score);
    }
    score_written(point.score, &point.scored_by)
}

/// The value of a wave on a line with an arrow where it changed beyond chance since the point
/// before.
pub fn point_marked(point: &TrendPoint, rate: bool) -> String {
    let value = point_value(point, rate);
    let change = point.change.filter(|it| !it.hidden);
    match change.map(|it| it.verdict) {
        Some(Verdict::Rose) => format!("{value}↑"),
        Some(Verdict::Fell) => format!("{value}↓"),
        Some(Verdict::NoChange | Verdict::CannotTell) | None => value,
    }
}

/// What a report of the time says of a wave.
pub fn typed_value(point: &TypedPoint, rate: bool) -> String {
    match rate {
        true => number::percent(Some(point.value)),
        false => number::typed(point.value),
    }
}

/// The interval of a wave on a line, with as many decimals as its value.
pub fn point_range(point: &TrendPoint, rate: bool) -> String {
    let (low, high) = (point.low, point.high);
    if rate {
        number::percent_range(low, high)
    } else {
        number::range_beside(&point_value(point, rate), low, high, &point.scored_by)
    }
}
