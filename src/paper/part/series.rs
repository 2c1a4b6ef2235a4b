//! The table twin of a trend: every line's values, wave by wave.

use serde::Serialize;

use crate::analysis::{TrendLine, TrendPoint, small};
use crate::chart::words::{line_name, point_value};
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

/// The values of the lines, the interval of the first, and the returns behind it.
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
                values: values(line, &|point| interval(point, rate)),
            });
        }
    }
    if let Some(main) = lines.first() {
        rows.push(SeriesRow {
            name: tr!(language, "paper-returns-behind"),
            strong: false,
            weak: true,
            values: values(main, &|point| point.n.to_string()),
        });
    }
    Series { heads, rows }
}

fn interval(point: &TrendPoint, rate: bool) -> String {
    let shown = |value: Option<f64>| value.filter(|_| !small(point.n));
    let (low, high) = (shown(point.low), shown(point.high));
    if rate {
        number::percent_range(low, high)
    } else {
        number::range(low, high)
    }
}
