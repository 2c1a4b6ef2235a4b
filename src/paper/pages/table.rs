//! Tables as the template reads them: cells written, rows of charts drawn.

use serde::Serialize;

use super::picture::{Picture, cell, picture, points, px};
use crate::chart::{Answers, Area, Chart, Distribution, Mark, Measure, Reach, Row, Scores, Track};
use crate::model::Rules;
use crate::report::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::theme::tokens;

/// How wide dot rows may be, and what is kept free at both of their ends, in points.
const DOTS: [f32; 2] = [124.0, 96.0];
const DOTS_ENDS: f32 = 6.0;

/// Share of a table's width that bars take.
const BARS: f32 = 0.5;

/// Least height of a row with dots and of one with a bar, in points.
const DOTS_ROW: f32 = 19.0;
const BAR_ROW: f32 = 21.0;

/// A table.
#[derive(Serialize)]
pub(super) struct TableData<'a> {
    heads: Vec<HeadData<'a>>,
    lines: Vec<LineData<'a>>,
    /// What the marks of the chart mean, where that does not stand in its head.
    key: Option<Picture>,
    /// Its chart in the widths it may have, from the widest on: the typesetter takes the
    /// widest that makes the table no higher.
    drawings: Vec<Drawing>,
    notes: &'a [String],
    whole: bool,
}

#[derive(Serialize)]
struct HeadData<'a> {
    name: &'a str,
    number: bool,
    strong: bool,
    width: &'static str,
    /// Of a share.
    share: f32,
}

#[derive(Serialize)]
struct LineData<'a> {
    level: usize,
    cells: Vec<CellData<'a>>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum CellLook {
    Weak,
    Plain,
    Strong,
    /// Asks for action.
    Act,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum CellData<'a> {
    Words {
        words: String,
        look: CellLook,
    },
    Named {
        code: &'a str,
        name: &'a str,
        look: CellLook,
    },
    Due {
        day: String,
        overdue: &'a str,
    },
    Drawn {
        row: usize,
    },
}

/// The rows of a chart in a column.
#[derive(Serialize)]
struct Drawing {
    /// Points.
    width: f32,
    head: Picture,
    /// What runs through all rows from top to bottom, as a tile.
    through: Option<Picture>,
    rows: Vec<Picture>,
}

impl<'a> TableData<'a> {
    /// In a width of points, scores written under the rules.
    pub fn of(table: &'a Table, rules: &Rules, width: f32) -> Self {
        Self {
            heads: table.heads.iter().map(head).collect(),
            lines: table
                .lines
                .iter()
                .map(|line| LineData {
                    level: line.level,
                    cells: cells(line, &table.heads, rules),
                })
                .collect(),
            key: match &table.chart {
                Some(Chart::Scores(chart)) => Some(key(chart, width)),
                _ => None,
            },
            drawings: match &table.chart {
                Some(Chart::Scores(chart)) => DOTS.map(|wide| dots(chart, wide)).into(),
                Some(Chart::Distribution(chart)) => vec![bars(chart, width * BARS)],
                Some(
                    Chart::Trend(_)
                    | Chart::Bars(_)
                    | Chart::Pareto(_)
                    | Chart::Multiples(_)
                    | Chart::Groups(_)
                    | Chart::Matrix(_)
                    | Chart::Process(_),
                )
                | None => Vec::new(),
            },
            notes: &table.notes,
            whole: table.whole,
        }
    }
}

fn head(head: &Head) -> HeadData<'_> {
    let (width, share) = match head.width {
        Width::Content => ("content", 0.0),
        Width::Rest => ("rest", 0.0),
        Width::Even => ("even", 0.0),
        Width::Share(share) => ("share", share),
        Width::Chart => ("chart", 0.0),
    };
    HeadData {
        name: &head.name,
        number: head.number,
        strong: head.width == Width::Even && head.emphasis == Emphasis::Strong,
        width,
        share,
    }
}

fn cells<'a>(line: &'a Line, heads: &[Head], rules: &Rules) -> Vec<CellData<'a>> {
    let cells = line.cells.iter().zip(heads);
    cells
        .map(|(cell, head)| {
            let look = look(cell, head.emphasis, line.place);
            match cell {
                Cell::Named { code, name } => CellData::Named { code, name, look },
                Cell::Name(name) => CellData::Named {
                    code: "",
                    name,
                    look,
                },
                Cell::Due { day, overdue } => CellData::Due {
                    day: day.to_string(),
                    overdue,
                },
                Cell::Drawn(row) => CellData::Drawn { row: *row },
                cell => CellData::Words {
                    words: cell.written(rules),
                    look,
                },
            }
        })
        .collect()
}

fn look(cell: &Cell, emphasis: Emphasis, place: Rank) -> CellLook {
    match (cell, emphasis, place) {
        (Cell::Verdict { act: true, .. }, ..) => CellLook::Act,
        (Cell::Verdict { below: true, .. }, ..) => CellLook::Strong,
        (Cell::Verdict { .. } | Cell::Missing, ..)
        | (_, Emphasis::Weak, _)
        | (_, _, Rank::Weak) => CellLook::Weak,
        (_, Emphasis::Strong, _) | (_, Emphasis::AsLine, Rank::Strong) => CellLook::Strong,
        (_, Emphasis::Plain | Emphasis::AsLine, _) => CellLook::Plain,
    }
}

fn dots(chart: &Scores, width: f32) -> Drawing {
    let track = Track {
        left: px(DOTS_ENDS),
        right: px(width - DOTS_ENDS),
    };
    let mut head = cell(width, DOTS_ROW);
    head.marks = chart.axis_marks(track, head.size.height / 2.0, Measure::shared());
    let row = |row: &Row| {
        let mut scene = cell(width, DOTS_ROW);
        let inside = Area::new(track.left, 0.0, track.right, scene.size.height);
        scene.marks = row.dots.marks(&chart.axis, None, inside, row.main());
        picture(&scene, "")
    };
    Drawing {
        width,
        head: picture(&head, ""),
        through: tile(width, |from, to| chart.target_mark(track, from, to)),
        rows: chart.rows.iter().map(row).collect(),
    }
}

fn bars(chart: &Distribution, width: f32) -> Drawing {
    let (marks, lines) = chart.key_marks(0.0, px(width), Measure::shared());
    let mut head = cell(width, points(tokens().height.table_head));
    head.size.height += (lines - 1) as f32 * Distribution::KEY_LINE;
    head.marks = marks;
    let reach = chart.reach();
    Drawing {
        width,
        head: picture(&head, ""),
        through: tile(width, |from, to| {
            Distribution::center_mark(reach, Area::new(0.0, from, px(width), to))
        }),
        rows: chart
            .rows
            .iter()
            .map(|row| bar(chart, row, reach, width))
            .collect(),
    }
}

fn bar(chart: &Distribution, row: &Answers, reach: Reach, width: f32) -> Picture {
    let mut scene = cell(width, BAR_ROW);
    let area = Area::new(0.0, 0.0, scene.size.width, scene.size.height);
    scene.marks = chart.answer_marks(row, reach, area, Measure::shared());
    picture(&scene, &chart.said(row))
}

/// One dash and one gap of an upright line, to be laid below each other.
fn tile(width: f32, line: impl Fn(f32, f32) -> Mark) -> Option<Picture> {
    let Mark::Line { stroke, .. } = line(0.0, 0.0) else {
        return None;
    };
    let [dash, gap] = stroke.dash?;
    let mut tile = cell(width, points(dash + gap));
    tile.marks.push(line(0.0, dash));
    Some(picture(&tile, ""))
}

fn key(chart: &Scores, width: f32) -> Picture {
    let mut scene = cell(width, DOTS_ROW);
    scene.marks = chart.key_marks(0.0, scene.size.height / 2.0, Measure::shared());
    picture(&scene, "")
}
