//! What was closed, below the board.

use egui::{Panel, ScrollArea, Ui};

use super::ActionsTab;
use crate::model::CorrectiveAction;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Button, Column, Table, icons, panel};

impl ActionsTab {
    pub(super) fn closed(&mut self, ui: &mut Ui, cx: &Cx<'_>, closed: &[&CorrectiveAction]) {
        if closed.is_empty() {
            return;
        }
        let rows = if self.show_closed {
            closed.len().min(4) as f32
        } else {
            0.0
        };
        let head = tokens().height.section_header;
        let table = if self.show_closed {
            tokens().height.table_head + rows * tokens().height.row
        } else {
            0.0
        };
        Panel::bottom("closed")
            .exact_size(head + table)
            .resizable(false)
            .frame(egui::Frame::NONE)
            .show(ui, |ui| {
                self.fold(ui, cx, closed.len());
                if self.show_closed {
                    ScrollArea::vertical().show(ui, |ui| self.closed_rows(ui, cx, closed));
                }
            });
    }

    fn fold(&mut self, ui: &mut Ui, cx: &Cx<'_>, count: usize) {
        panel::padded(ui, |ui| {
            ui.add_space((tokens().height.section_header - tokens().height.control_small) / 2.0);
            let (icon, words) = if self.show_closed {
                (
                    icons::ICON_EXPAND_MORE,
                    tr!(cx.language, "actions-hide-closed", count = count),
                )
            } else {
                (
                    icons::ICON_CHEVRON_RIGHT,
                    tr!(cx.language, "actions-show-closed", count = count),
                )
            };
            if ui.add(Button::quiet(words).icon(icon).small()).clicked() {
                self.show_closed = !self.show_closed;
            }
        });
    }

    fn closed_rows(&mut self, ui: &mut Ui, cx: &Cx<'_>, closed: &[&CorrectiveAction]) {
        let columns = [
            Column::words(tr!(cx.language, "actions-number"), 110.0),
            Column::words(tr!(cx.language, "actions-title"), 240.0).stretch(1.0),
            Column::words(tr!(cx.language, "actions-department"), 140.0),
            Column::words(tr!(cx.language, "actions-closed-on"), 110.0),
        ];
        let chosen = closed
            .iter()
            .position(|action| Some(action.id) == self.chosen);
        let answer = Table::new("closed actions", &columns, closed.len())
            .inset(tokens().space.page_margin)
            .chosen(chosen)
            .plain()
            .show(ui, |row, cells| {
                let Some(action) = closed.get(row) else {
                    return;
                };
                cells.weak(&action.number);
                cells.text(&action.title);
                cells.weak(&action.department);
                let date = action.steps.last().map(|step| step.date.to_string());
                cells.weak(&date.unwrap_or_default());
            });
        if let Some(action) = answer.chosen.and_then(|row| closed.get(row)) {
            self.chosen = Some(action.id);
        }
    }
}
