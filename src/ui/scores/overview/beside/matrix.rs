//! Importance against performance, or the same as a table.

use egui::Ui;

use crate::chart::{Chart, Matrix, Measure, Size};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::turning_chart_menu;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table, panel, text};
use crate::ui::{Action, Cx, Place, scene};

/// Height of the chart.
const CHART: f32 = 400.0;
/// The widest it gets.
const WIDEST: f32 = 900.0;

/// Draws it under its title.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, chart: &Matrix, table: &mut bool) {
    panel::page_section(ui, &chart.title, |ui| {
        turning_chart_menu(ui, cx, &chart.title, table, || {
            Chart::Matrix(Box::new(chart.clone()))
        });
    });
    if *table {
        rows(ui, cx, chart);
    } else {
        panel::page(ui, |ui| {
            let width = ui.available_width().min(WIDEST);
            let drawn = chart.layout(Size::new(width, CHART), Measure::shared());
            let title = chart.title.as_str();
            scene::show(
                ui,
                &drawn,
                &tr!(cx.language, "chart-picture", title = title),
            );
        });
    }
    panel::page(ui, |ui| text::weak(ui, chart.note.as_str()));
    ui.add_space(tokens().space.group_gap);
}

/// Why there is none.
pub(super) fn none(ui: &mut Ui, cx: &Cx<'_>, why: &str) {
    panel::page_section(ui, &tr!(cx.language, "matrix-none"), |_| {});
    panel::page(ui, |ui| text::weak(ui, why));
    ui.add_space(tokens().space.group_gap);
}

fn rows(ui: &mut Ui, cx: &Cx<'_>, chart: &Matrix) {
    let [item, importance, score, quarter] = chart.heads.each_ref().map(String::as_str);
    let columns = [
        Column::words(item, 260.0).stretch(1.0),
        Column::number(importance, 150.0),
        Column::number(score, 90.0),
        Column::words(quarter, 150.0),
    ];
    let answer = Table::new("matrix", &columns, chart.points.len())
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let point = &chart.points[at];
            cells.named(&point.code, &point.text);
            cells.text(&point.importance_text);
            let colors = cells.palette();
            let ink = match point.proven {
                true => colors.negative,
                false => colors.text,
            };
            cells.figure(Face::Section, ink, &point.score_text);
            cells.text(chart.name(point.quarter));
        });
    let pressed = answer.opened.or(answer.figure.map(|(at, _)| at));
    cx.ask(pressed.and_then(|at| {
        let item = chart.points.get(at)?.lineage;
        Some(Action::Go(Place::Item(item)))
    }));
}
