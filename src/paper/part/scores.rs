//! The score table on paper. Column widths and row heights are settled here, so that names
//! wrap, and the target line still runs through all rows.

use serde::Serialize;

use super::picture::{Picture, cell, picture, px};
use crate::chart::{Area, Ink, Measure, Row, Scene, Scores, Track};
use crate::theme::tokens;

/// Between columns, in points.
const GAP: f32 = 9.0;

/// Step to the right for each level.
const INDENT: f32 = 9.0;

/// How wide dot rows may be: the widest of these that lets names stand in as few lines as any.
const TRACKS: [f32; 6] = [132.0, 124.0, 116.0, 108.0, 100.0, 92.0];

/// Names have at least this much.
const LEAST_NAME: f32 = 60.0;

/// Kept free at both ends of the dot rows.
const TRACK_ENDS: f32 = 6.0;

/// Lines a name may take: the whole of what people ask.
const NAME_LINES: usize = 10;

/// Height of a row of one line, and of each further line.
const ROW: f32 = 19.0;
const LINE: f32 = 11.0;

/// The table.
#[derive(Serialize)]
pub(in crate::paper) struct ScoreTable {
    /// Points: name, weight, score, dots, interval, satisfied, change, target.
    widths: [f32; 8],
    gap: f32,
    heads: [String; 7],
    axis: Picture,
    rows: Vec<TableRow>,
    key: Picture,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct TableRow {
    /// Points.
    indent: f32,
    code: String,
    code_width: f32,
    name: Vec<String>,
    height: f32,
    strong: bool,
    weight: String,
    score: String,
    dots: Picture,
    interval: String,
    satisfied: String,
    change: String,
    verdict: String,
    below: bool,
    /// The verdict asks for action.
    act: bool,
}

/// The table in a width of points.
pub(in crate::paper) fn scores(chart: &Scores, width: f32) -> ScoreTable {
    let measure = Measure::shared();
    let widths = widths(chart, width, measure);
    let track = Track {
        left: px(TRACK_ENDS),
        right: px(widths[3] - TRACK_ENDS),
    };
    let mut axis = cell(widths[3], ROW);
    axis.marks = chart.axis_marks(track, axis.size.height / 2.0, measure);
    ScoreTable {
        heads: [
            chart.heads.name.clone(),
            chart.heads.weight.clone(),
            chart.heads.score.clone(),
            chart.heads.interval.clone(),
            chart.heads.satisfied.clone(),
            chart.heads.change.clone(),
            chart.heads.target.clone(),
        ],
        axis: picture(&axis, ""),
        rows: chart
            .rows
            .iter()
            .map(|row| table_row(chart, row, widths, measure))
            .collect(),
        key: key(chart, width, measure),
        notes: chart.notes.clone(),
        gap: GAP,
        widths,
    }
}

fn widths(chart: &Scores, width: f32, measure: &Measure) -> [f32; 8] {
    let size = tokens().paper_type_pt.table;
    let wide = |head: &str, cell: fn(&Row) -> &str| {
        let cells = chart
            .rows
            .iter()
            .map(|row| measure.width(cell(row), size, true));
        cells.fold(measure.width(head, size, false), f32::max) + 0.5
    };
    let heads = &chart.heads;
    let mut widths = [
        0.0,
        wide(&heads.weight, |row| &row.weight),
        wide(&heads.score, |row| &row.score),
        0.0,
        wide(&heads.interval, |row| &row.interval),
        wide(&heads.satisfied, |row| &row.satisfied),
        wide(&heads.change, |row| &row.change),
        wide(&heads.target, |row| &row.verdict),
    ];
    let fixed: f32 = widths.iter().sum();
    let free = width - fixed - GAP * 7.0;
    let lines = |track: f32| {
        let room = (free - track).max(LEAST_NAME);
        let names = chart.rows.iter();
        let taken = names.map(|row| name(chart, row, room, measure).len());
        taken.sum::<usize>()
    };
    // Of equally good ones the first, which is the widest.
    let track = TRACKS.into_iter().min_by_key(|track| lines(*track));
    widths[3] = track.unwrap_or(TRACKS[0]);
    widths[0] = (free - widths[3]).max(LEAST_NAME);
    widths
}

fn table_row(chart: &Scores, row: &Row, widths: [f32; 8], measure: &Measure) -> TableRow {
    let size = tokens().paper_type_pt.table;
    let indent = row.depth as f32 * INDENT;
    let strong = row.main();
    let code_width = code_width(chart, row, measure);
    let track = widths[3];
    let name = name(chart, row, widths[0], measure);
    let height = ROW + (name.len() - 1) as f32 * LINE;
    let mut scene = cell(track, height);
    let inside = Area::new(px(TRACK_ENDS), 0.0, px(track - TRACK_ENDS), px(height));
    scene.marks = row
        .dots
        .marks(&chart.axis, Some(chart.target), inside, strong);
    TableRow {
        indent,
        code: measure.fit(&row.code, (code_width - 4.0).max(0.0), size, false),
        code_width,
        name,
        height,
        strong,
        weight: row.weight.clone(),
        score: row.score.clone(),
        dots: picture(&scene, ""),
        interval: row.interval.clone(),
        satisfied: row.satisfied.clone(),
        change: row.change.clone(),
        verdict: row.verdict.clone(),
        below: row.below,
        act: row.verdict_ink == Ink::Negative,
    }
}

/// The lines of a name in a column of that width.
fn name(chart: &Scores, row: &Row, width: f32, measure: &Measure) -> Vec<String> {
    let room = width - row.depth as f32 * INDENT - code_width(chart, row, measure);
    let size = tokens().paper_type_pt.table;
    measure.wrap(&row.name, room, size, row.main(), NAME_LINES)
}

/// Codes of one level are as wide as the widest of them.
fn code_width(chart: &Scores, row: &Row, measure: &Measure) -> f32 {
    if row.code.is_empty() {
        return 0.0;
    }
    let size = tokens().paper_type_pt.table;
    let same = chart.rows.iter().filter(|other| other.depth == row.depth);
    let widest = same
        .map(|other| measure.width(&other.code, size, false))
        .fold(0.0, f32::max);
    widest.min(48.0) + 7.0
}

fn key(chart: &Scores, width: f32, measure: &Measure) -> Picture {
    let mut scene: Scene = cell(width, ROW);
    scene.marks = chart.key_marks(0.0, scene.size.height / 2.0, measure);
    picture(&scene, "")
}
