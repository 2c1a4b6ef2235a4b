//! What is wanted of items, or expected, held against what is found: drawn, or as a table.

use egui::Ui;

use crate::chart::{Chart, Measure};
use crate::model::Rules;
use crate::report::{Cell, GapPart};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::turning_chart_menu;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table, panel, text};
use crate::ui::{Action, Cx, Place, scene};

/// The widest the chart gets.
const WIDEST: f32 = 900.0;

/// The place of the gap among the columns.
const GAP: usize = 3;

/// Draws them under their title.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, part: &GapPart, rules: &Rules, table: &mut bool) {
    panel::page_section(ui, &part.title, |ui| {
        if let Some(chart) = &part.chart {
            turning_chart_menu(ui, cx, &part.heading, table, || {
                Chart::Groups(chart.clone())
            });
        }
    });
    match &part.chart {
        Some(chart) if !*table => panel::page(ui, |ui| {
            let width = ui.available_width().min(WIDEST);
            let drawn = chart.bare(width, Measure::shared());
            let title = part.title.as_str();
            let said = tr!(cx.language, "chart-picture", title = title);
            scene::show(ui, &drawn, &said);
        }),
        _ if part.items.is_empty() => {}
        _ => rows(ui, cx, part, rules),
    }
    panel::page(ui, |ui| {
        for note in &part.table.notes {
            text::weak(ui, note.as_str());
        }
    });
    ui.add_space(tokens().space.group_gap);
}

fn rows(ui: &mut Ui, cx: &Cx<'_>, part: &GapPart, rules: &Rules) {
    let heads = part.table.heads.iter().enumerate();
    let columns: Vec<Column<'_>> = heads
        .map(|(at, head)| match (at, head.number) {
            (0, _) => Column::words(head.name.as_str(), 220.0).stretch(1.0),
            (4, _) => Column::number(head.name.as_str(), 120.0),
            (_, true) => Column::number(head.name.as_str(), 70.0),
            (_, false) => Column::words(head.name.as_str(), 150.0),
        })
        .collect();
    let answer = Table::new("gaps", &columns, part.table.lines.len())
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            for (column, cell) in part.table.lines[at].cells.iter().enumerate() {
                let words = cell.written(rules);
                match cell {
                    Cell::Named { code, name } => cells.named(code, name),
                    Cell::Missing => cells.weak(&words),
                    _ if column == GAP => {
                        let ink = cells.palette().text;
                        cells.figure(Face::Section, ink, &words);
                    }
                    _ => cells.text(&words),
                }
            }
        });
    let pressed = answer.opened.or(answer.figure.map(|(at, _)| at));
    cx.ask(pressed.and_then(|at| {
        let item = *part.items.get(at)?;
        Some(Action::Go(Place::Item(item)))
    }));
}
