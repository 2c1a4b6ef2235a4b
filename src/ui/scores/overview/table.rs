//! Dimensions and their items, every row's dots on one axis.

use egui::{Rect, Sense, Ui, vec2};

use super::Look;
use super::contents::OverviewContents;
use crate::chart::{Area, Measure, Row, Track};
use crate::i18n::number;
use crate::model::Subject;
use crate::report::ScoreColumn;
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
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &OverviewContents, look: &mut Look) {
    let all = &made.table.rows;
    let rows = visible(all, look);
    let room = ui.available_width() - 2.0 * tokens().space.page_margin;
    let shown = shown(made, room);
    let columns = columns(made, &shown);
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
            track = fill(cells, cx, made, rows[at], &shown);
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
fn names(made: &OverviewContents) -> f32 {
    let size = Face::Table.font().size;
    let width = |words: &str| Measure::shared().width(words, size, false);
    let rows = made.table.rows.iter();
    let longest = rows.map(|row| width(&row.code) + width(&row.name) + BESIDE);
    longest
        .fold(0.0, f32::max)
        .clamp(*NAMES.start(), *NAMES.end())
}

/// Width that shows the longest change with its verdict.
fn changes(made: &OverviewContents) -> f32 {
    let size = Face::Table.font().size;
    let rows = made.table.rows.iter();
    let widths = rows.map(|row| Measure::shared().width(&row.change, size, false));
    widths.fold(54.0, f32::max) + 18.0
}

/// Room for the dots of a row, at least; intervals in words give way to them.
const DOTS: f32 = 200.0;

/// What stands in a column: what the report says, or, before whether the target is met, that a
/// wording forbids comparing.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Of(ScoreColumn),
    Remark,
}

/// The columns in that room.
fn shown(made: &OverviewContents, room: f32) -> Vec<Shown> {
    let all = ScoreColumn::SCREEN.into_iter().flat_map(|column| {
        let remark = (column == ScoreColumn::Target).then_some(Shown::Remark);
        remark.into_iter().chain([Shown::Of(column)])
    });
    let mut all: Vec<Shown> = all.collect();
    let taken: f32 = all.iter().map(|it| width(made, *it)).sum();
    all.retain(|it| taken <= room || *it != Shown::Of(ScoreColumn::Interval));
    all
}

fn width(made: &OverviewContents, shown: Shown) -> f32 {
    let Shown::Of(column) = shown else {
        return match made.reworded.iter().any(|reworded| *reworded) {
            true => 74.0,
            false => 8.0,
        };
    };
    match column {
        ScoreColumn::Named => names(made),
        ScoreColumn::Weight => 60.0,
        ScoreColumn::Score => 64.0,
        // A cell has air at both sides.
        ScoreColumn::Dots => DOTS + AXIS_INSET + 16.0,
        ScoreColumn::Interval => 100.0,
        ScoreColumn::Change => changes(made),
        ScoreColumn::Target => 62.0,
        _ => 78.0,
    }
}

fn columns<'a>(made: &'a OverviewContents, shown: &[Shown]) -> Vec<Column<'a>> {
    let column = |shown: &Shown| {
        let width = width(made, *shown);
        let Shown::Of(column) = shown else {
            return Column::words("", width);
        };
        let at = ScoreColumn::SCREEN.iter().position(|it| it == column);
        let head = at.and_then(|at| made.cells.heads.get(at));
        let name = head.map_or("", |head| head.name.as_str());
        match column {
            ScoreColumn::Named => Column::words(name, width).stretch(0.2),
            ScoreColumn::Dots => Column::words(name, width).stretch(1.0),
            _ if head.is_some_and(|head| head.number) => Column::number(name, width),
            _ => Column::words(name, width),
        }
    };
    shown.iter().map(column).collect()
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
    made: &OverviewContents,
    at: usize,
    shown: &[Shown],
) -> Option<Track> {
    let row = &made.table.rows[at];
    let main = row.depth == 0;
    let mut track = None;
    for column in shown {
        let Shown::Of(column) = column else {
            remark(cells, cx, made.reworded[at]);
            continue;
        };
        let place = ScoreColumn::SCREEN.iter().position(|it| it == column);
        let cell = place.and_then(|place| made.cells.lines[at].cells.get(place));
        let words = cell.map_or_else(String::new, |cell| cell.written(&made.rules));
        match column {
            ScoreColumn::Named => {}
            ScoreColumn::Weight | ScoreColumn::Interval => cells.weak(&words),
            ScoreColumn::Score => {
                let face = if main { Face::Section } else { Face::Body };
                figure_or_dash(cells, face, &words);
            }
            ScoreColumn::Dots => {
                let interval = shown.contains(&Shown::Of(ScoreColumn::Interval));
                let said = if interval { "" } else { &row.interval };
                track = dots(cells, made, row, said);
            }
            ScoreColumn::Satisfied => figure_or_dash(cells, Face::Table, &words),
            ScoreColumn::Target => {
                let bold = Face::TableBold;
                let face = if row.below { bold } else { Face::Table };
                cells.ink(face, row.verdict_ink.color(cells.palette()), &words);
            }
            _ => cells.text(&words),
        }
    }
    track
}

/// The row's dots on the axis of all.
fn dots(cells: &mut Cells<'_>, made: &OverviewContents, row: &Row, said: &str) -> Option<Track> {
    let colors = cells.palette();
    let mut track = None;
    cells.paint(said, |painter, rect| {
        let (left, right) = (rect.left() + AXIS_INSET, rect.right());
        track = Some(Track { left, right });
        let area = Area::new(left, rect.top(), right, rect.bottom());
        let (axis, target) = (&made.table.axis, Some(made.table.target));
        let marks = row.dots.marks(axis, target, area, row.depth == 0);
        scene::marks(painter, &marks, colors);
    });
    track
}

fn remark(cells: &mut Cells<'_>, cx: &Cx<'_>, reworded: bool) {
    if reworded {
        let words = tr!(cx.language, "scores-reworded-short");
        cells.ink(Face::Small, cells.palette().text_weak, &words);
    } else {
        cells.skip();
    }
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

/// What the marks mean, and what else a reader of them must know: in a line of its own where the
/// marks leave no room for it.
fn key(ui: &mut Ui, made: &OverviewContents) {
    let colors = palette(ui);
    let room = |ui: &mut Ui| {
        let size = vec2(ui.available_width(), tokens().height.row);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        rect.shrink2(vec2(tokens().space.page_margin, 0.0))
    };
    let first = room(ui);
    let marks = made
        .table
        .key_marks(first.left(), first.center().y, Measure::shared());
    scene::marks(ui.painter(), &marks, colors);
    let ink = (Face::Small, colors.text_weak);
    let words = text::width(ui, Face::Small, &made.legend);
    if words <= first.width() - KEY {
        text::paint(ui, first, egui::Align2::RIGHT_CENTER, ink, &made.legend);
    } else {
        let below = room(ui).translate(vec2(0.0, -6.0));
        text::paint(ui, below, egui::Align2::LEFT_CENTER, ink, &made.legend);
    }
}
