//! Answers by option on paper: one table for items of one scale.

use serde::Serialize;

use super::picture::{Picture, cell, picture, points, px};
use crate::chart::{Answers, Area, Distribution, Measure, Reach};
use crate::theme::tokens;

/// Between columns, in points.
const GAP: f32 = 9.0;

/// Share of the width the bars take.
const BARS: f32 = 0.5;

/// Lines the text of an item may take: the whole of what people ask.
const NAME_LINES: usize = 16;

/// Height of a row of one line, and of each further line.
const ROW: f32 = 21.0;
const LINE: f32 = 11.0;

/// The table.
#[derive(Serialize)]
pub(in crate::paper) struct AnswerTable {
    /// Points: item, bars, satisfied, score.
    widths: [f32; 4],
    gap: f32,
    item: String,
    satisfied: String,
    score: String,
    key: Picture,
    rows: Vec<AnswerRow>,
}

#[derive(Serialize)]
struct AnswerRow {
    code: String,
    code_width: f32,
    text: Vec<String>,
    height: f32,
    bar: Picture,
    satisfied: String,
    score: String,
}

/// The table in a width of points.
pub(in crate::paper) fn distribution(chart: &Distribution, width: f32) -> AnswerTable {
    let measure = Measure::shared();
    let size = tokens().paper_type_pt.table;
    let wide = |head: &str, cell: fn(&Answers) -> &str| {
        let cells = chart
            .rows
            .iter()
            .map(|row| measure.width(cell(row), size, true));
        cells.fold(measure.width(head, size, false), f32::max) + 0.5
    };
    let satisfied = wide(&chart.satisfied, |row| &row.satisfied);
    let score = wide(&chart.score, |row| &row.score);
    let bars = width * BARS;
    let item = width - bars - satisfied - score - GAP * 3.0;
    let reach = chart.reach();
    let (marks, lines) = chart.key_marks(0.0, px(bars), measure);
    let mut key = cell(bars, points(tokens().height.table_head));
    key.size.height += (lines - 1) as f32 * Distribution::KEY_LINE;
    key.marks = marks;
    let codes = chart
        .rows
        .iter()
        .map(|row| measure.width(&row.code, size, false));
    let code = codes.fold(0.0, f32::max).min(48.0) + 7.0;
    AnswerTable {
        widths: [item, bars, satisfied, score],
        gap: GAP,
        item: chart.item.clone(),
        satisfied: chart.satisfied.clone(),
        score: chart.score.clone(),
        key: picture(&key, ""),
        rows: chart
            .rows
            .iter()
            .map(|row| {
                let text = measure.wrap(&row.text, item - code, size, false, NAME_LINES);
                let height = ROW + (text.len() - 1) as f32 * LINE;
                AnswerRow {
                    code: measure.fit(&row.code, code - 4.0, size, false),
                    code_width: code,
                    bar: bar(chart, row, reach, (bars, height), measure),
                    text,
                    height,
                    satisfied: row.satisfied.clone(),
                    score: row.score.clone(),
                }
            })
            .collect(),
    }
}

fn bar(
    chart: &Distribution,
    row: &Answers,
    reach: Reach,
    (width, height): (f32, f32),
    measure: &Measure,
) -> Picture {
    let mut scene = cell(width, height);
    let size = scene.size;
    let area = Area::new(0.0, 0.0, size.width, size.height);
    scene.marks = chart.bar(row, reach, area, measure);
    let labels = chart.key.iter().zip(&row.counts);
    let counted: Vec<String> = labels
        .map(|(choice, count)| format!("{} {count}", choice.label))
        .collect();
    picture(&scene, &counted.join(", "))
}
