//! What stands on the form of a return beside its answers, and in a table beside its options.

use egui::Ui;

use crate::i18n::beside;
use crate::model::{ColumnMapping, Return};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{panel, text};

/// Draws it, cell by cell; nothing where nothing does.
pub(super) fn beside(ui: &mut Ui, cx: &Cx<'_>, returned: &Return) {
    let Some(import) = cx.data.import(returned.import) else {
        return;
    };
    let cells: Vec<ColumnMapping> = import.mapping.beside().cloned().collect();
    section(ui, cx, &tr!(cx.language, "one-beside"), &cells);
    let cells: Vec<ColumnMapping> = import.mapping.written_in(returned.row).collect();
    section(ui, cx, &tr!(cx.language, "one-beside-option"), &cells);
}

fn section(ui: &mut Ui, cx: &Cx<'_>, head: &str, cells: &[ColumnMapping]) {
    if cells.is_empty() {
        return;
    }
    panel::padded(ui, |ui| {
        panel::section_head(ui, head, |_| {});
        for cell in cells {
            text::table(ui, beside::beside(cx.language, cell));
            ui.add_space(6.0);
        }
        ui.add_space(8.0);
    });
    panel::rule(ui);
    ui.add_space(8.0);
}
