//! The forms of the wave, a file for each customer who is asked and shown.

use egui::Ui;

use crate::model::{CustomerId, FormKind};
use crate::tr;
use crate::ui::widgets::{Button, MenuItem, icons, menu};
use crate::ui::{Action, Cx};

/// The button, which offers what they can be made as.
pub(super) fn button(ui: &mut Ui, cx: &Cx<'_>, customers: impl FnOnce() -> Vec<CustomerId>) {
    let language = cx.language;
    let button = Button::secondary(tr!(language, "frame-forms"));
    let button = ui.add(button.icon(icons::ICON_DESCRIPTION));
    let mut kind = None;
    menu::menu(&button, |ui| {
        let item = MenuItem::new(tr!(language, "frame-forms-workbook"));
        if ui.add(item.icon(icons::ICON_TABLE_VIEW)).clicked() {
            kind = Some(FormKind::Workbook);
        }
        let item = MenuItem::new(tr!(language, "frame-forms-pages"));
        if ui.add(item.icon(icons::ICON_PRINT)).clicked() {
            kind = Some(FormKind::Pages);
        }
    });
    if let Some(kind) = kind {
        cx.ask(Action::MakeForms(kind, customers()));
    }
}
