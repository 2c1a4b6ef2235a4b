//! The form as a document: its title, its number, which revision, since when.

use egui::Ui;

use super::{Field, QuestionnaireTab, View};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, TextField, empty, icons, labelled, text};
use crate::ui::{Action, Pick};

impl QuestionnaireTab {
    /// Draws the page.
    pub(super) fn form(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let color = palette(ui).text;
        text::say(
            ui,
            Face::Heading,
            color,
            tr!(language, "questionnaire-form"),
        );
        self.lock(ui, view);
        labelled(ui, &tr!(language, "form-title"), |ui| {
            (self.field(ui, view, &Field::Title, TextField::new("")), ())
        });
        let gap = tokens().space.group_gap;
        let third = (ui.available_width() - 2.0 * gap) / 3.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (name, field, hint) in [
                (tr!(language, "form-document"), Field::Document, ""),
                (tr!(language, "form-label"), Field::Label, ""),
                (
                    tr!(language, "form-effective"),
                    Field::Effective,
                    &tr!(language, "date-hint"),
                ),
            ] {
                labelled(ui, &name, |ui| {
                    let drawn = TextField::new("").width(third).hint(hint);
                    (self.field(ui, view, &field, drawn), ())
                });
            }
        });
        let all = &view.revision.questionnaire;
        if all.items.is_empty() && all.dimensions.is_empty() && view.editable {
            self.begin(ui, view);
        }
    }

    /// Nothing is asked yet: two ways to begin.
    fn begin(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let title = tr!(language, "questionnaire-no-items");
        let next = tr!(language, "questionnaire-no-items-next");
        empty(ui, icons::ICON_ASSIGNMENT, &title, &next, |ui| {
            let words = tr!(language, "questionnaire-add-dimension");
            let add = Button::primary(words).icon(icons::ICON_CREATE_NEW_FOLDER);
            if ui.add(add).clicked() {
                self.add_dimension(view);
            }
            let words = tr!(language, "questionnaire-import");
            if ui.add(Button::secondary(words)).clicked() {
                view.cx.ask(Action::Pick(Pick::Definition));
            }
        });
    }
}
