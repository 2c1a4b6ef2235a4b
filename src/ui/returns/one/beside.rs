//! What stands on the form of a return beside its answers.

use egui::Ui;

use crate::i18n::beside;
use crate::model::Return;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{panel, text};

/// Draws it, cell by cell; nothing where nothing does.
pub(super) fn beside(ui: &mut Ui, cx: &Cx<'_>, returned: &Return) {
    let import = cx.data.import(returned.import);
    let mut written = import.iter().flat_map(|it| it.mapping.beside()).peekable();
    if written.peek().is_none() {
        return;
    }
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(cx.language, "one-beside"), |_| {});
        for cell in written {
            text::table(ui, beside::beside(cx.language, cell));
            ui.add_space(6.0);
        }
        ui.add_space(8.0);
    });
    panel::rule(ui);
    ui.add_space(8.0);
}
