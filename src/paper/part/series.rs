//! The table twin of a trend: every line's values, wave by wave.

use serde::Serialize;

use crate::analysis::{TrendLine, TrendPoint};
use crate::chart::words::{line_name, point_range, point_value};
use crate::i18n::{Language, number, period};
use crate::model::{Period, Subject};
use crate::tr;

/// Waves that fit beside each other; the newest are kept.
const MOST: usize = 8;

/// The table.
#[derive(Serialize)]
pub(in crate::paper) struct Series {
    heads: Vec<String>,
    rows: Vec<SeriesRow>,
}

#[derive(Serialize)]
struct SeriesRow {
    name: String,
    strong: bool,
    weak: bool,
    values: Vec<String>,
}

impl Series {
    pub fn rows(&self) -> usize {
        self.rows.len()
    }
}

/// The values of the lines, the interval of the first, and the valid returns.
pub(in crate::paper) fn series(lines: &[TrendLine], language: Language) -> Series {
    let mut waves: Vec<(Period, String)> = lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|point| (point.period, point.label.clone()))
        .collect();
    waves.sort();
    waves.dedup();
    let waves = waves.split_off(waves.len().saturating_sub(MOST));
    let heads = waves
        .iter()
        .map(|(of, label)| match label.as_str() {
            "" => period::short(language, *of),
            label => label.to_owned(),
        })
        .collect();
    let values = |line: &TrendLine, written: &dyn Fn(&TrendPoint) -> String| {
        waves
            .iter()
            .map(|(of, label)| {
                let same = |point: &&TrendPoint| point.period == *of && point.label == *label;
                let point = line.points.iter().find(same);
                point.map_or_else(|| number::MISSING.to_owned(), written)
            })
            .collect()
    };
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let rate = line.subject == Subject::Satisfied;
        rows.push(SeriesRow {
            name: line_name(line, language),
            strong: at == 0,
            weak: false,
            values: values(line, &|point| point_value(point, rate)),
        });
        if at == 0 && line.points.iter().any(|point| point.low.is_some()) {
            rows.push(SeriesRow {
                name: tr!(language, "chart-interval"),
                strong: false,
                weak: true,
                values: values(line, &|point| point_range(point, rate)),
            });
        }
    }
    if !lines.is_empty() {
        rows.push(valid(&waves, lines, language));
    }
    Series { heads, rows }
}

/// The valid returns of each wave, whichever line has a point there.
fn valid(waves: &[(Period, String)], lines: &[TrendLine], language: Language) -> SeriesRow {
    let points = || lines.iter().flat_map(|line| &line.points);
    let count = |(of, label): &(Period, String)| {
        let point = points().find(|point| point.period == *of && point.label == *label);
        point.map_or_else(
            || number::MISSING.to_owned(),
            |point| point.valid.to_string(),
        )
    };
    SeriesRow {
        name: tr!(language, "paper-returns-behind"),
        strong: false,
        weak: true,
        values: waves.iter().map(count).collect(),
    }
}
