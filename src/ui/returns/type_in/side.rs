//! How the return came, which stays from one to the next, and what the keys do.

use egui::Ui;

use super::draft::Draft;
use crate::model::Revision;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Chip, TextField, panel, text};

/// Draws it; true when something was typed. `wrong`: the date is none.
pub(super) fn side(
    ui: &mut Ui,
    cx: &Cx<'_>,
    revision: &Revision,
    draft: &mut Draft,
    wrong: bool,
) -> bool {
    let language = cx.language;
    let mut typed = false;
    panel::padded(ui, |ui| {
        ui.add_space(6.0);
        panel::section_head(ui, &tr!(language, "type-in-origin"), |_| {});
        ui.spacing_mut().item_spacing.y = tokens().space.control_gap;
        let field = |ui: &mut Ui, name: String, value: &mut String, error: Option<String>| {
            let field = TextField::new(name).error(error);
            field.labelled(ui, value).changed()
        };
        let name = tr!(language, "column-channel");
        typed |= field(ui, name, &mut draft.channel, None);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for usual in [
                tr!(language, "channel-phone"),
                tr!(language, "channel-paper"),
                tr!(language, "channel-visit"),
            ] {
                let chosen = draft.channel == usual;
                if ui.add(Chip::new(usual.as_str()).chosen(chosen)).clicked() {
                    draft.channel = usual;
                    typed = true;
                }
            }
        });
        let error = wrong.then(|| tr!(language, "refusal-date"));
        let name = tr!(language, "column-date");
        typed |= field(ui, name, &mut draft.date, error);
        let name = tr!(language, "fact-collector");
        typed |= field(ui, name, &mut draft.collector, None);
        let name = tr!(language, "column-respondent");
        typed |= field(ui, name, &mut draft.respondent, None);
        ui.add_space(12.0);
        panel::section_head(ui, &tr!(language, "type-in-keys"), |_| {});
        legend(ui, cx);
        if revision.questionnaire.items.iter().any(|it| it.required) {
            ui.add_space(4.0);
            text::weak(ui, tr!(language, "type-in-required"));
        }
    });
    typed
}

fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    let (ink, weak) = (palette(ui).text, palette(ui).text_weak);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = 0.0;
    for (key, what) in [
        ("0–9", tr!(language, "type-in-key-choose")),
        ("N", tr!(language, "type-in-key-na")),
        ("Enter ↓", tr!(language, "type-in-key-on")),
        ("Backspace ↑", tr!(language, "type-in-key-back")),
        ("Ctrl Enter", tr!(language, "type-in-key-keep")),
    ] {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.scope(|ui| {
                ui.set_min_width(88.0);
                text::say(ui, Face::SmallBold, ink, key);
            });
            text::say(ui, Face::Small, weak, what);
        });
    }
}
