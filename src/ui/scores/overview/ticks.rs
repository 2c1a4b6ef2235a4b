//! Questions where several options can be ticked: how many returns ticked each.

use egui::Ui;

use super::contents::OverviewContents;
use crate::report::Cell;
use crate::theme::tokens;
use crate::ui::widgets::{Column, Table, panel, text};

/// Draws those there are.
pub(super) fn show(ui: &mut Ui, made: &OverviewContents) {
    for (at, it) in made.ticks.iter().enumerate() {
        panel::rule(ui);
        panel::page_section(ui, &it.title, |_| {});
        let heads = it.table.heads.iter();
        let columns: Vec<Column<'_>> = heads
            .map(|head| match head.number {
                true => Column::number(head.name.as_str(), 120.0),
                false => Column::words(head.name.as_str(), 200.0).stretch(1.0),
            })
            .collect();
        Table::new(("ticks", at), &columns, it.table.lines.len())
            .inset(tokens().space.page_margin)
            .plain()
            .show(ui, |row, cells| {
                for cell in &it.table.lines[row].cells {
                    let words = cell.written(&made.rules);
                    match cell {
                        Cell::Rates { .. } | Cell::Missing => cells.weak(&words),
                        Cell::Rate(_) => cells.bold(&words),
                        _ => cells.text(&words),
                    }
                }
            });
        for note in &it.table.notes {
            panel::page(ui, |ui| text::weak(ui, note.as_str()));
        }
        ui.add_space(tokens().space.group_gap);
    }
}
