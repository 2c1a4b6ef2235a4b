//! What rose, what fell, what stayed and what cannot be told, instead of the scores.

use egui::Ui;

use crate::model::{Rules, Subject};
use crate::report::{Cell, ChangeColumn, Changed, Rank};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table, panel, text};
use crate::ui::{Action, Cx, Place};

/// Draws the list and how it came about.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, changed: &Changed, rules: &Rules) {
    let table = &changed.table;
    if table.lines.is_empty() {
        panel::page(ui, |ui| text::weak(ui, tr!(cx.language, "changes-none")));
    } else {
        rows(ui, cx, changed, rules);
    }
    panel::page(ui, |ui| {
        ui.spacing_mut().item_spacing.y = tokens().space.unit;
        for note in &table.notes {
            text::weak(ui, note.as_str());
        }
    });
    ui.add_space(tokens().space.group_gap);
}

fn rows(ui: &mut Ui, cx: &Cx<'_>, changed: &Changed, rules: &Rules) {
    let table = &changed.table;
    let columns = ChangeColumn::PAGE.iter().zip(&table.heads);
    let columns: Vec<Column<'_>> = columns
        .map(|(column, head)| match (column, head.number) {
            (ChangeColumn::Named, _) => Column::words(head.name.as_str(), 190.0).stretch(1.0),
            (ChangeColumn::Interval, _) => Column::number(head.name.as_str(), 150.0),
            (ChangeColumn::ShownFrom, _) => Column::number(head.name.as_str(), 122.0),
            (_, true) => Column::number(head.name.as_str(), 76.0),
            (_, false) => Column::words(head.name.as_str(), 78.0),
        })
        .collect();
    let answer = Table::new("changes", &columns, table.lines.len())
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let line = &table.lines[at];
            let whole = line.place == Rank::Strong;
            for (column, cell) in ChangeColumn::PAGE.iter().zip(&line.cells) {
                let words = cell.written(rules);
                match (column, cell) {
                    (_, Cell::Named { code, name }) if !code.is_empty() => cells.named(code, name),
                    (ChangeColumn::Verdict | ChangeColumn::Named, _) if whole => cells.bold(&words),
                    (ChangeColumn::After, _) => {
                        let ink = cells.palette().text;
                        cells.figure(Face::Table, ink, &words);
                    }
                    (ChangeColumn::Interval | ChangeColumn::ShownFrom, _) => cells.weak(&words),
                    (_, _) => cells.text(&words),
                }
            }
        });
    let pressed = answer.opened.or(answer.figure.map(|(at, _)| at));
    let subject = pressed.and_then(|at| changed.subjects.get(at));
    cx.ask(subject.and_then(|subject| match subject {
        Subject::Item(item) => Some(Action::Go(Place::Item(*item))),
        Subject::Index | Subject::Satisfied | Subject::Dimension(_) => {
            behind::score(cx, subject).map(Action::Go)
        }
    }));
}
