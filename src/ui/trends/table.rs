//! The same values as a table: what a screen reader reads, and what can be pressed.

use egui::{Frame, ScrollArea, Stroke, Ui};

use super::contents::TrendContents;
use super::drawn::leads;
use super::reading;
use crate::analysis::{TrendLine, TrendPoint};
use crate::chart::words::point_range;
use crate::chart::{Line, Time};
use crate::i18n::{number, period};
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, margin};
use crate::ui::widgets::table::Cells;
use crate::ui::widgets::{Column, Table, panel, text};

/// Width of one period.
const PERIOD: f32 = 76.0;

/// Room for the colour of a line before its name.
const SWATCH: f32 = 20.0;

/// Least width of the names.
const NAMES: f32 = 140.0;

/// One row of the table.
#[derive(Clone, Copy)]
enum Row {
    Line(usize),
    /// The customers who stayed, by its place in the chart.
    Same(usize),
    /// The interval of the main line.
    Interval,
    /// Valid returns of each wave.
    Returns,
}

fn rows(made: &TrendContents) -> Vec<Row> {
    let mut rows = Vec::new();
    for at in 0..made.lines.len() {
        rows.push(Row::Line(at));
        let banded = made.lines[at]
            .points
            .iter()
            .any(|point| point.low.is_some());
        if at == 0 && banded {
            rows.push(Row::Interval);
        }
    }
    let same = made.chart.lines.iter().enumerate();
    let same = same.filter(|(_, line)| line.same);
    rows.extend(same.map(|(at, _)| Row::Same(at)));
    rows.push(Row::Returns);
    rows
}

/// Height everything needs.
pub(super) fn height(cx: &Cx<'_>, made: &TrendContents) -> f32 {
    let heights = &tokens().height;
    let notes = 6.0 + 20.0 * notes(cx, made).len() as f32;
    heights.section_header + heights.table_head + rows(made).len() as f32 * heights.row + notes
}

fn broken(made: &TrendContents) -> bool {
    let mut points = made.lines.iter().flat_map(|line| &line.points);
    points.any(|point| point.breaks_before)
}

/// What marks in it mean.
fn notes(cx: &Cx<'_>, made: &TrendContents) -> Vec<String> {
    let broken = broken(made).then(|| tr!(cx.language, "trends-broken"));
    let typed = made.chart.times.iter().any(|time| time.typed);
    let typed = typed.then(|| tr!(cx.language, "note-report"));
    broken.into_iter().chain(typed).collect()
}

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents) {
    panel::page_section(ui, &tr!(cx.language, "trends-data"), |ui| {
        text::weak(ui, tr!(cx.language, "trends-unit"));
    });
    let times = &made.chart.times;
    let rows = rows(made);
    let mut columns = vec![Column::words("", NAMES).stretch(1.0)];
    let name = |time: &Time| match time.typed {
        true => format!("{}°", time.short),
        false => time.short.clone(),
    };
    let period = period_width(ui.available_width(), times.len());
    columns.extend(times.iter().map(|time| Column::number(name(time), period)));
    let least = NAMES + times.len() as f32 * period + 2.0 * tokens().space.page_margin;
    let pressed = panel::scrolled(ui, "numbers", |ui| {
        let pressed = ScrollArea::horizontal()
            .id_salt("across")
            .auto_shrink([false, true])
            .stick_to_right(true)
            .show(ui, |ui| {
                ui.set_min_width(least);
                let answer = Table::new("numbers", &columns, rows.len())
                    .inset(tokens().space.page_margin)
                    .plain()
                    .frozen()
                    .show(ui, |at, cells| match rows[at] {
                        Row::Line(line) => values(cells, made, line),
                        Row::Same(line) => same(cells, made, line),
                        Row::Interval => intervals(cells, cx, made),
                        Row::Returns => counts(cells, cx, made),
                    });
                answer.figure
            })
            .inner;
        for note in notes(cx, made) {
            Frame::NONE
                .inner_margin(margin(tokens().space.page_margin, 4.0))
                .show(ui, |ui| text::weak(ui, note));
        }
        pressed
    });
    cx.ask(pressed.and_then(|(row, column)| {
        let Row::Line(line) = rows.get(row)? else {
            return None;
        };
        let line = made.lines.get(*line)?;
        let point = at(line, times.get(column.checked_sub(1)?)?, cx)?;
        Some(leads(point, &line.subject))
    }));
}

/// How wide a period is: where not all have room, so wide that whole ones fill what is seen of them.
/// Of a figure that is cut the rest reads as another one.
fn period_width(width: f32, periods: usize) -> f32 {
    let seen = width - NAMES - 2.0 * tokens().space.page_margin;
    let fit = (seen / PERIOD).floor();
    match periods as f32 > fit && fit >= 1.0 {
        true => seen / fit,
        false => PERIOD,
    }
}

/// The point of a line at a time.
fn at<'a>(line: &'a TrendLine, time: &Time, cx: &Cx<'_>) -> Option<&'a TrendPoint> {
    let named = |point: &TrendPoint| {
        if point.label.is_empty() {
            period::name(cx.language, point.period) == time.name
        } else {
            point.label == time.name
        }
    };
    let mut points = line.points.iter();
    points.find(|point| point.period == time.period && named(point))
}

fn values(cells: &mut Cells<'_>, made: &TrendContents, at: usize) {
    let Some(line) = made.chart.lines.get(at) else {
        return;
    };
    name(cells, line);
    let colors = cells.palette();
    for time in &made.chart.times {
        let mut dots = line.dots.iter().enumerate();
        let found = dots.find(|(_, dot)| (dot.at - time.at).abs() < 1e-9);
        let Some((place, dot)) = found else {
            cells.weak(number::MISSING);
            continue;
        };
        let face = if line.main || time.now {
            Face::TableBold
        } else {
            Face::Table
        };
        let mark = if place > 0 && !dot.joined { "*" } else { "" };
        cells.figure(face, colors.text, &format!("{mark}{}", dot.label));
    }
}

/// Of customers who stayed: no wave of its own to look at.
fn same(cells: &mut Cells<'_>, made: &TrendContents, at: usize) {
    let Some(line) = made.chart.lines.get(at) else {
        return;
    };
    name(cells, line);
    for time in &made.chart.times {
        let dots = reading::dots_at(line, time);
        let words = reading::values(&dots);
        cells.weak(match dots.is_empty() {
            true => number::MISSING,
            false => &words,
        });
    }
}

/// The line's colour and its name.
fn name(cells: &mut Cells<'_>, line: &Line) {
    let colors = cells.palette();
    let ink = line.ink.color(colors);
    let (face, width) = if line.main {
        (Face::TableBold, tokens().chart.line_main)
    } else {
        (Face::Table, tokens().chart.line)
    };
    if let Some(room) = cells.after(SWATCH, (face, colors.text), &line.name) {
        let swatch = room.left()..=room.left() + 12.0;
        let stroke = Stroke::new(width, ink);
        cells.painter().hline(swatch, room.center().y, stroke);
    }
}

fn aside(cells: &mut Cells<'_>, words: &str) {
    let ink = cells.palette().text_weak;
    cells.after(SWATCH, (Face::Table, ink), words);
}

fn intervals(cells: &mut Cells<'_>, cx: &Cx<'_>, made: &TrendContents) {
    aside(cells, &tr!(cx.language, "chart-interval"));
    let Some(line) = made.lines.first() else {
        return;
    };
    let rate = line.subject == Subject::Satisfied;
    for time in &made.chart.times {
        let range = at(line, time, cx).map(|point| point_range(point, rate));
        cells.weak(range.as_deref().unwrap_or(number::MISSING));
    }
}

fn counts(cells: &mut Cells<'_>, cx: &Cx<'_>, made: &TrendContents) {
    aside(cells, &tr!(cx.language, "trends-returns"));
    for time in &made.chart.times {
        let point = made.lines.iter().find_map(|line| at(line, time, cx));
        let valid = point.map(|point| number::count(point.valid));
        cells.weak(valid.as_deref().unwrap_or(number::MISSING));
    }
}
