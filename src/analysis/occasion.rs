//! What stands beside each other on a trend, whoever draws or lists it.

use std::collections::BTreeMap;

use super::TrendLine;
use crate::model::Period;

/// A wave on the lines, or a period between two of them without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub period: Period,
    /// Of the wave; empty for the regular one of its period.
    pub label: String,
    pub known: Known,
}

/// What is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Answers,
    /// What a report of the time says.
    Report,
    Nothing,
}

/// Every occasion of the lines, oldest first.
pub fn occasions(lines: &[TrendLine]) -> Vec<Occasion> {
    let points = lines.iter().flat_map(|line| &line.points);
    let points = points.map(|point| ((point.period, point.label.clone()), Known::Answers));
    let typed = lines.iter().flat_map(|line| &line.typed);
    let typed = typed.map(|typed| ((typed.period, String::new()), Known::Report));
    let waves: BTreeMap<(Period, String), Known> = points.chain(typed).collect();
    let mut all: Vec<Occasion> = Vec::new();
    for ((period, label), known) in waves {
        let before = all.last().map_or(period, |last| last.period);
        let missed = before.missed_until(period).into_iter();
        all.extend(missed.map(|period| Occasion {
            period,
            label: String::new(),
            known: Known::Nothing,
        }));
        all.push(Occasion {
            period,
            label,
            known,
        });
    }
    all
}
