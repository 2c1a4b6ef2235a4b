//! What stands in the way of editing, and the way out of it.

use egui::{Ui, Vec2};

use super::{QuestionnaireTab, View};
use crate::edit;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Tone, icons, note, text};

impl QuestionnaireTab {
    /// Draws the note over whatever can only be read.
    pub(super) fn lock(&mut self, ui: &mut Ui, view: &View<'_>) {
        if view.revision.editable() {
            return;
        }
        let language = view.cx.language;
        let label = view.revision.label.as_str();
        note::note(ui, Tone::Accent, icons::ICON_LOCK, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                let color = palette(ui).text;
                let words = if view.revision.approved() {
                    tr!(language, "questionnaire-locked-approved", label = label)
                } else {
                    tr!(language, "questionnaire-locked-used", label = label)
                };
                text::say(ui, Face::Table, color, words);
                let next = edit::next_label(view.cx.data, view.revision);
                let words = tr!(language, "questionnaire-locked-next", label = next);
                if view.cx.writable && text::link(ui, words).clicked() {
                    self.make_next(view);
                }
                let words = tr!(language, "questionnaire-locked-after");
                text::say(ui, Face::Table, color, words);
            });
        });
    }
}
