//! Dimensions and their items, every row's dots on one axis.

use egui::{Rect, Sense, Ui, vec2};

use super::Look;
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

/// Between the scores and the axis, whose first mark is centred on its end.
const AXIS_INSET: f32 = 12.0;

/// The column that leads to an item's page; figures in others lead to the returns behind them.
const NAME: usize = 0;

/// Draws the table and the key below it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made, look: &mut Look) {
    let all = &made.table.rows;
    let rows = visible(all, look);
    let room = ui.available_width() - 2.0 * tokens().space.page_margin;
    let (columns, interval) = columns(made, room);
    let head = ui.cursor().top() + tokens().height.table_head / 2.0;
    let chosen = look.chosen.as_ref();
    let chosen = rows.iter().position(|at| Some(&all[*at].subject) == chosen);
    let index = format!("{} {}", made.standing.label, made.standing.value);
    let picture = tr!(cx.language, "chart-picture", title = index);
    let height = tokens().height.table_head + rows.len() as f32 * tokens().height.row_chart;
    let size = vec2(ui.available_width(), height);
    scene::named(ui, Rect::from_min_size(ui.cursor().min, size), &picture);
    let mut track = None;
    let mut turned = None;
    let answer = Table::new("scores", &columns, rows.len())
        .row_height(tokens().height.row_chart)
        .inset(tokens().space.page_margin)
        .chosen(chosen)
        .plain()
        .show(ui, |at, cells| {
            let row = &all[rows[at]];
            let unfolded = has_children(all, rows[at]).then(|| look.opens(&row.subject));
            if name(cells, row, unfolded) {
                turned = Some(&row.subject);
            }
            track = fill(cells, cx, made, rows[at], interval);
        });
    if let Some(track) = track {
        let marks = made.table.axis_marks(track, head, Measure::shared());
        scene::marks(ui.painter(), &marks, palette(ui));
    }
    key(ui, made);
    let subject = |at: usize| rows.get(at).map(|at| &all[*at].subject);
    if let Some(subject) = turned {
        look.turn(subject);
    } else if let Some(subject) = answer.chosen.and_then(subject) {
        // One that is closed opens when it is chosen.
        look.choose(subject.clone());
    }
    match answer.opened.and_then(subject) {
        Some(Subject::Item(item)) => cx.ask(Action::Go(Place::Item(*item))),
        Some(subject) => look.turn(subject),
        None => {}
    }
    if let Some((at, column)) = answer.figure
        && let Some(subject) = subject(at)
    {
        leads(cx, subject, column);
    }
}

fn leads(cx: &Cx<'_>, subject: &Subject, column: usize) {
    match (subject, column) {
        (Subject::Item(item), NAME) => cx.ask(Action::Go(Place::Item(*item))),
        _ => cx.ask(behind::score(cx, subject).map(Action::Go)),
    }
}

/// Positions of the rows no closed dimension hides.
fn visible(rows: &[Row], look: &Look) -> Vec<usize> {
    let mut hidden_from = usize::MAX;
    let mut shown = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.depth >= hidden_from {
            continue;
        }
        hidden_from = if look.opens(&row.subject) {
            usize::MAX
        } else {
            row.depth + 1
        };
        shown.push(at);
    }
    shown
}

fn has_children(rows: &[Row], at: usize) -> bool {
    let depth = rows[at].depth;
    rows.get(at + 1).is_some_and(|next| next.depth > depth)
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

/// Room for the dots of a row, at least.
const DOTS: f32 = 200.0;

/// Width of the intervals in words, which give way where dots have no room beside them.
const INTERVAL: f32 = 100.0;

/// The columns in that room, and whether the intervals in words are among them.
fn columns(made: &Made, room: f32) -> (Vec<Column<'_>>, bool) {
    let heads = &made.table.heads;
    let reworded = made.reworded.iter().any(|reworded| *reworded);
    let (names, weight, score) = (names(made), 60.0, 64.0);
    let (satisfied, change, target) = (78.0, 70.0, 62.0);
    let remark = if reworded { 74.0 } else { 8.0 };
    // A cell has air at both sides.
    let dots = DOTS + AXIS_INSET + 16.0;
    let others = names + weight + score + dots + satisfied + change + remark + target;
    let interval = others + INTERVAL <= room;
    let mut columns = vec![
        Column::words(heads.name.as_str(), names).stretch(0.2),
        Column::number(heads.weight.as_str(), weight),
        Column::number(heads.score.as_str(), score),
        Column::words("", dots).stretch(1.0),
    ];
    if interval {
        columns.push(Column::number(heads.interval.as_str(), INTERVAL));
    }
    columns.extend([
        Column::number(heads.satisfied.as_str(), satisfied),
        Column::number(heads.change.as_str(), change),
        Column::words("", remark),
        Column::words(heads.target.as_str(), target),
    ]);
    (columns, interval)
}

/// What the row is about; true when its arrow was pressed.
fn name(cells: &mut Cells<'_>, row: &Row, unfolded: Option<bool>) -> bool {
    if matches!(row.subject, Subject::Item(_)) {
        cells.leaf(row.depth, &row.code, &row.name);
        return false;
    }
    cells.branch(row.depth, unfolded, Face::Table, &row.name)
}

/// Fills the rest of a row; gives where its dots lie.
fn fill(
    cells: &mut Cells<'_>,
    cx: &Cx<'_>,
    made: &Made,
    at: usize,
    interval: bool,
) -> Option<Track> {
    let row = &made.table.rows[at];
    let colors = cells.palette();
    let main = row.depth == 0;
    cells.weak(&row.weight);
    let face = if main { Face::Section } else { Face::Body };
    figure_or_dash(cells, face, &row.score);
    let said = if interval { "" } else { &row.interval };
    let mut track = None;
    cells.paint(said, |painter, rect| {
        let (left, right) = (rect.left() + AXIS_INSET, rect.right());
        track = Some(Track { left, right });
        let area = Area::new(left, rect.top(), right, rect.bottom());
        let (axis, target) = (&made.table.axis, Some(made.table.target));
        let marks = row.dots.marks(axis, target, area, main);
        scene::marks(painter, &marks, colors);
    });
    if interval {
        cells.weak(&row.interval);
    }
    figure_or_dash(cells, Face::Table, &row.satisfied);
    cells.text(&row.change);
    if made.reworded[at] {
        let words = tr!(cx.language, "scores-reworded-short");
        cells.ink(Face::Small, colors.text_weak, &words);
    } else {
        cells.skip();
    }
    let bold = Face::TableBold;
    let face = if row.below { bold } else { Face::Table };
    cells.ink(face, row.verdict_ink.color(colors), &row.verdict);
    track
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
