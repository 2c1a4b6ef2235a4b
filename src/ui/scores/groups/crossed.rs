//! Groups crossed with figures: a row a group, in each cell the score, its interval and how many
//! returns stand behind it.

use egui::{Align2, Rect, ScrollArea, Ui, pos2};

use super::contents::Drawn;
use crate::analysis::Groups;
use crate::chart::Measure;
use crate::i18n::number;
use crate::report::{Cell, Line, Rank};
use crate::theme::tokens;
use crate::ui::scores::behind;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::table::Cells;
use crate::ui::widgets::{Column, Hotspot, Table, text};
use crate::ui::{Action, Cx};

/// Two lines.
const ROW: f32 = 52.0;
const NAMES: f32 = 150.0;
const COUNT: f32 = 78.0;
/// Seven beside each other, as many as five dimensions come to, fit a window of 1280.
const FIGURE: f32 = 131.0;
/// Columns before the figures.
const BEFORE: usize = 3;

/// What was pressed.
enum Pressed {
    /// The name of a group.
    Group(usize),
    /// A figure of a group, or of all where it is in the first row.
    Figure(usize, usize),
}

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, found: &Groups, drawn: &Drawn) {
    let table = &drawn.table;
    let heads = table.heads.iter().enumerate();
    let columns: Vec<Column<'_>> = heads
        .map(|(at, head)| match at {
            0 => Column::words(head.name.as_str(), NAMES).stretch(1.0),
            1 | 2 => Column::number(head.name.as_str(), COUNT),
            _ => Column::number(head.name.as_str(), FIGURE).stretch(0.4),
        })
        .collect();
    let figures = columns.len().saturating_sub(BEFORE) as f32;
    let least = NAMES + 2.0 * COUNT + figures * FIGURE + 2.0 * tokens().space.page_margin;
    let mut pressed = None;
    ScrollArea::horizontal()
        .id_salt("across")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_min_width(least);
            Table::new("groups", &columns, table.lines.len())
                .inset(tokens().space.page_margin)
                .row_height(ROW)
                .plain()
                .frozen()
                .show(ui, |at, cells| row(cells, drawn, at, &mut pressed));
        });
    match pressed {
        Some(Pressed::Group(at)) => only(cx, found, at),
        Some(Pressed::Figure(row, column)) => {
            let Some(subject) = drawn.subjects.get(column) else {
                return;
            };
            let place = match row.checked_sub(1) {
                None => behind::score(cx, subject),
                Some(at) => (found.groups.get(at))
                    .and_then(|group| behind::group(cx, (&found.key, &group.value), subject)),
            };
            cx.ask(place.map(Action::Go));
        }
        None => {}
    }
}

/// The filter with one group of the name.
fn only(cx: &Cx<'_>, found: &Groups, at: usize) {
    let Some(group) = found.groups.get(at) else {
        return;
    };
    let mut filter = cx.filter.clone();
    filter.clear(&found.key);
    filter.add(found.key.clone(), group.value.clone());
    cx.ask(Action::Filter(filter));
}

fn row(cells: &mut Cells<'_>, drawn: &Drawn, at: usize, pressed: &mut Option<Pressed>) {
    let Some(line) = drawn.table.lines.get(at) else {
        return;
    };
    let mut each = line.cells.iter();
    let name = each
        .next()
        .map_or_else(String::new, |it| it.written(&drawn.rules));
    // The first row is of all together, the last says what can be said of them.
    match line.place {
        Rank::Strong => cells.bold(&name),
        Rank::Weak => cells.weak(&name),
        Rank::Plain => {
            if group(cells, &name) {
                *pressed = at.checked_sub(1).map(Pressed::Group);
            }
        }
    }
    for cell in each.by_ref().take(BEFORE - 1) {
        cells.text(&cell.written(&drawn.rules));
    }
    for (column, cell) in each.enumerate() {
        if figure(cells, drawn, (line, &name), (column, cell)) {
            *pressed = Some(Pressed::Figure(at, column));
        }
    }
}

/// The name of a group, which chooses it alone.
fn group(cells: &mut Cells<'_>, name: &str) -> bool {
    let drawn = cells.ui_said(name, |ui| {
        let room = ui.max_rect();
        let ink = palette(ui).text;
        let galley = text::galley(ui, Face::Table, ink, name, room.width());
        let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
        let spot = Rect::from_min_size(at, galley.size());
        let hotspot = Hotspot::link(name).underlined(ink);
        let tip = galley.elided.then_some(name);
        let response = hotspot.tip(tip).at(ui, spot, "group");
        ui.painter().galley(at, galley, ink.into());
        response.clicked()
    });
    drawn == Some(true)
}

/// A score over its interval and count; in the last row what can be said. True when it was pressed.
fn figure(
    cells: &mut Cells<'_>,
    drawn: &Drawn,
    (line, name): (&Line, &str),
    (column, cell): (usize, &Cell),
) -> bool {
    let rules = &drawn.rules;
    let Cell::Sample {
        score,
        low,
        high,
        n,
        ..
    } = cell
    else {
        let said = cell.written(rules);
        let part = drawn.charts.parts.get(column);
        let face = match part.is_some_and(|it| it.differs) {
            true => Face::TableBold,
            false => Face::Small,
        };
        words(cells, face, &said);
        return false;
    };
    let written = Cell::some(*score, Cell::Score).written(rules);
    let below = match score {
        Some(_) => {
            let range = number::range_beside(&written, *low, *high, rules);
            format!("{range} · n {}", number::count(*n))
        }
        None => format!("n {}", number::count(*n)),
    };
    let head = drawn.table.heads.get(column + BEFORE);
    let head = head.map_or("", |it| it.name.as_str());
    let called = format!("{name} {head} {written} n {}", number::count(*n));
    let face = match line.place {
        Rank::Strong => Face::Section,
        Rank::Plain | Rank::Weak => Face::TableBold,
    };
    let pressed = cells.ui_said(&format!("{head} {written} {below}"), |ui| {
        let colors = palette(ui);
        let room = ui.max_rect();
        let ink = if score.is_some() {
            colors.text
        } else {
            colors.text_weak
        };
        let galley = text::galley(ui, face, ink, &written, room.width());
        let at = pos2(room.right() - galley.size().x, room.top() + 6.0);
        let spot = Rect::from_min_size(at, galley.size());
        let hotspot = Hotspot::link(called).underlined(ink);
        let hotspot = if *n > 0 { hotspot } else { hotspot.inert() };
        let response = hotspot.at(ui, spot, ("figure", column));
        ui.painter().galley(at, galley, ink.into());
        let second = room.with_min_y(room.top() + ROW / 2.0);
        let weak = (Face::Small, colors.text_weak);
        text::paint(ui, second, Align2::RIGHT_CENTER, weak, &below);
        response.clicked()
    });
    pressed == Some(true)
}

/// Words in as many lines as fit.
fn words(cells: &mut Cells<'_>, face: Face, said: &str) {
    cells.ui_said(said, |ui| {
        let room = ui.max_rect();
        let ink = palette(ui).text;
        let size = face.font().size;
        let bold = face == Face::TableBold;
        let lines = Measure::shared().wrap(said, room.width(), size, bold, 2);
        let height = face.line_height();
        let top = room.center().y - height * lines.len() as f32 / 2.0;
        for (at, words) in lines.iter().enumerate() {
            let line = Rect::from_x_y_ranges(
                room.x_range(),
                top + height * at as f32..=top + height * (at + 1) as f32,
            );
            text::paint(ui, line, Align2::RIGHT_CENTER, (face, ink), words);
        }
    });
}
