//! Files beside the return: a scan, a photograph, a mail, each with whether it shows the seal.

use egui::Ui;

use crate::edit::Intent;
use crate::i18n::copy;
use crate::model::{Attachment, ReturnId};
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Chip, icons, panel, text};
use crate::ui::{Action, Cx, Pick};

/// Draws them, and the way to lay more beside it.
pub(super) fn evidence(ui: &mut Ui, cx: &Cx<'_>, returned: ReturnId) {
    let language = cx.language;
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(language, "evidence-files"), |ui| {
            if !cx.writable {
                return;
            }
            let words = tr!(language, "evidence-attach");
            let button = Button::quiet(words).small().icon(icons::ICON_ATTACH_FILE);
            if ui.add(button).clicked() {
                cx.ask(Action::Pick(Pick::Attachments(returned)));
            }
        });
        let mut any = false;
        for file in cx.data.attached_to(returned) {
            any = true;
            ui.push_id(file.id, |ui| one(ui, cx, file));
        }
        if !any {
            text::weak(ui, tr!(language, "evidence-none"));
        }
        ui.add_space(12.0);
    });
    panel::rule(ui);
}

fn one(ui: &mut Ui, cx: &Cx<'_>, file: &Attachment) {
    let language = cx.language;
    let name = file.name.as_str();
    let ink = palette(ui).text;
    let left = |ui: &mut Ui| {
        text::line(ui, Face::Table, ink, name);
    };
    panel::head_row(ui, 28.0, left, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let words = tr!(language, "evidence-save", file = name);
        if ui
            .add(Button::icon_only(icons::ICON_DOWNLOAD, words))
            .clicked()
        {
            cx.ask(Action::SaveAttachment(file.id));
        }
        if cx.writable {
            let words = tr!(language, "evidence-remove", file = name);
            if ui
                .add(Button::icon_only(icons::ICON_CLOSE, words))
                .clicked()
            {
                cx.edit(Intent::Detach(file.id));
            }
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        text::weak(ui, copy::size(file.size));
        let words = tr!(language, "evidence-sealed");
        if cx.writable {
            let chip = Chip::new(words.as_str()).chosen(file.sealed);
            let chip = chip.called(format!("{words} {name}"));
            if ui.add(chip).clicked() {
                cx.edit(Intent::MarkSealed(file.id, !file.sealed));
            }
        } else if file.sealed {
            text::weak(ui, words);
        }
    });
    ui.add_space(6.0);
}
