//! Dimensions and their items, every row's dots on one axis.

use std::collections::BTreeSet;

use egui::{Sense, Ui, vec2};

use super::made::Made;
use crate::chart::{Area, Measure, Row, Track};
use crate::i18n::number;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::table::Cells;
use crate::ui::widgets::{Column, Table, text};
use crate::ui::{Action, Cx, Place, scene};

/// What was done with the table.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// This row is the one looked at now.
    pub chosen: Option<Subject>,
    /// This dimension opens or closes.
    pub turned: Option<String>,
    pub action: Option<Action>,
}

/// Between the scores and the axis, whose first mark is centred on its end.
const AXIS_INSET: f32 = 12.0;

/// Columns that lead somewhere.
const NAME: usize = 0;
const SCORE: usize = 2;
const SATISFIED: usize = 5;

/// Draws the table and the key below it.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    made: &Made,
    open: &BTreeSet<String>,
    chosen: Option<&Subject>,
) -> Done {
    let rows = visible(&made.table.rows, open);
    let columns = columns(made);
    let head = ui.cursor().top() + tokens().height.table_head / 2.0;
    let place = rows
        .iter()
        .position(|at| Some(&made.table.rows[*at].subject) == chosen);
    let mut track = None;
    let mut done = Done::default();
    let answer = Table::new("scores", &columns, rows.len())
        .row_height(tokens().height.row_chart)
        .inset(tokens().space.page_margin)
        .chosen(place)
        .plain()
        .show(ui, |at, cells| {
            let row = &made.table.rows[rows[at]];
            let parent = has_children(&made.table.rows, rows[at]);
            let unfolded = parent.then(|| is_open(row, open));
            if fill(cells, cx, made, rows[at], unfolded, &mut track) {
                done.turned = code_of(row);
            }
        });
    if let Some(track) = track {
        let marks = made.table.axis_marks(track, head, Measure::shared());
        scene::marks(ui.painter(), &marks, palette(ui));
    }
    key(ui, made);
    let subject = |at: usize| rows.get(at).map(|at| &made.table.rows[*at]);
    if let Some(row) = answer.chosen.and_then(subject) {
        done.chosen = Some(row.subject.clone());
        let closed = code_of(row).filter(|code| !open.contains(code));
        done.turned = done.turned.or(closed);
    }
    if let Some(row) = answer.opened.and_then(subject) {
        match &row.subject {
            Subject::Item(item) => done.action = Some(Action::Go(Place::Item(*item))),
            _ => done.turned = code_of(row),
        }
    }
    if let Some((at, column)) = answer.figure {
        let row = subject(at);
        done.action = row.and_then(|row| leads(cx, &row.subject, column));
    }
    done
}

fn leads(cx: &Cx<'_>, subject: &Subject, column: usize) -> Option<Action> {
    match (subject, column) {
        (Subject::Item(item), NAME) => Some(Action::Go(Place::Item(*item))),
        (_, SCORE | SATISFIED) => behind::score(cx, subject).map(Action::Go),
        _ => None,
    }
}

/// Positions of the rows no closed dimension hides.
fn visible(rows: &[Row], open: &BTreeSet<String>) -> Vec<usize> {
    let mut hidden_from = usize::MAX;
    let mut shown = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.depth >= hidden_from {
            continue;
        }
        hidden_from = if is_open(row, open) {
            usize::MAX
        } else {
            row.depth + 1
        };
        shown.push(at);
    }
    shown
}

fn is_open(row: &Row, open: &BTreeSet<String>) -> bool {
    match &row.subject {
        Subject::Dimension(code) => open.contains(code),
        _ => true,
    }
}

fn has_children(rows: &[Row], at: usize) -> bool {
    let depth = rows[at].depth;
    rows.get(at + 1).is_some_and(|next| next.depth > depth)
}

fn code_of(row: &Row) -> Option<String> {
    match &row.subject {
        Subject::Dimension(code) => Some(code.clone()),
        _ => None,
    }
}

/// Widths the names may take: short ones leave the room to the axis.
const NAMES: std::ops::RangeInclusive<f32> = 190.0..=320.0;

/// Beside a name: its inset, the air of the cell, and between code and name.
const BESIDE: f32 = 56.0;

/// Width that shows the longest name of any row, open or not.
fn names(made: &Made) -> f32 {
    let size = Face::Table.font().size;
    let width = |words: &str| Measure::shared().width(words, size, false);
    let rows = made.table.rows.iter();
    let longest = rows.map(|row| width(&row.code) + width(&row.name) + BESIDE);
    longest
        .fold(0.0, f32::max)
        .clamp(*NAMES.start(), *NAMES.end())
}

fn columns(made: &Made) -> Vec<Column<'_>> {
    let heads = &made.table.heads;
    let reworded = made.reworded.iter().any(|reworded| *reworded);
    vec![
        Column::words(heads.name.as_str(), names(made)).stretch(0.2),
        Column::number(heads.weight.as_str(), 60.0),
        Column::number(heads.score.as_str(), 64.0),
        Column::words("", 150.0).stretch(1.0),
        Column::number(heads.interval.as_str(), 100.0),
        Column::number(heads.satisfied.as_str(), 78.0),
        Column::number(heads.change.as_str(), 70.0),
        Column::words("", if reworded { 74.0 } else { 8.0 }),
        Column::words(heads.target.as_str(), 62.0),
    ]
}

/// Fills one row; true when its arrow was pressed.
fn fill(
    cells: &mut Cells<'_>,
    cx: &Cx<'_>,
    made: &Made,
    at: usize,
    unfolded: Option<bool>,
    track: &mut Option<Track>,
) -> bool {
    let row = &made.table.rows[at];
    let colors = cells.palette();
    let main = row.depth == 0;
    let turned = match row.subject {
        Subject::Item(_) => {
            cells.leaf(row.depth, &row.code, &row.name);
            false
        }
        _ => cells.branch(row.depth, unfolded, Face::Table, &row.name),
    };
    cells.weak(&row.weight);
    let face = if main { Face::Section } else { Face::Body };
    figure_or_dash(cells, face, &row.score);
    cells.paint("", |painter, rect| {
        let rect = rect.with_min_x(rect.left() + AXIS_INSET);
        *track = Some(Track {
            left: rect.left(),
            right: rect.right(),
        });
        let area = Area::new(rect.left(), rect.top(), rect.right(), rect.bottom());
        let marks = row
            .dots
            .marks(&made.table.axis, Some(made.table.target), area, main);
        scene::marks(painter, &marks, colors);
    });
    cells.weak(&row.interval);
    figure_or_dash(cells, Face::Table, &row.satisfied);
    cells.text(&row.change);
    if made.reworded[at] {
        let words = tr!(cx.language, "scores-reworded-short");
        cells.ink(Face::Small, colors.text_weak, &words);
    } else {
        cells.skip();
    }
    let face = if row.below {
        Face::TableBold
    } else {
        Face::Table
    };
    cells.ink(face, row.verdict_ink.color(colors), &row.verdict);
    turned
}

/// What is missing leads nowhere.
fn figure_or_dash(cells: &mut Cells<'_>, face: Face, words: &str) {
    let colors = cells.palette();
    if words == number::MISSING {
        cells.weak(words);
    } else {
        cells.figure(face, colors.text, words);
    }
}

/// Room for what the marks mean.
const KEY: f32 = 400.0;

/// What the marks mean, and what else a reader of them must know.
fn key(ui: &mut Ui, made: &Made) {
    let size = vec2(ui.available_width(), tokens().height.row);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let inner = rect.shrink2(vec2(tokens().space.page_margin, 0.0));
    let colors = palette(ui);
    let marks = made
        .table
        .key_marks(inner.left(), inner.center().y, Measure::shared());
    scene::marks(ui.painter(), &marks, colors);
    let most = inner.width() - KEY;
    let written = |words: &str| text::galley(ui, Face::Small, colors.text_weak, words, most);
    let whole = text::galley(
        ui,
        Face::Small,
        colors.text_weak,
        &made.legend,
        f32::INFINITY,
    );
    // Where all of it has no room, where the axis begins is said alone.
    let first = made.table.notes.first().filter(|_| whole.size().x > most);
    let galley = first.map_or(whole, |note| written(note));
    let at = egui::Align2::RIGHT_CENTER
        .align_size_within_rect(galley.size(), inner)
        .min;
    ui.painter().galley(at, galley, colors.text_weak.into());
}
