//! The form as a document: its title, its number, which revision, since when.

use egui::Ui;

use super::{Field, QuestionnaireTab, View};
use crate::tr;
use crate::ui::widgets::{Button, empty, icons, text};
use crate::ui::{Action, Pick};

impl QuestionnaireTab {
    /// Draws the page.
    pub(super) fn form(&mut self, ui: &mut Ui, view: &View<'_>) {
        let (cx, language) = (view.cx, view.cx.language);
        text::heading(ui, tr!(language, "questionnaire-form"));
        self.lock(ui, view);
        let title = view.text(tr!(language, "form-title"), Field::Title);
        self.typed.field(ui, cx, title);
        let since = view.text(tr!(language, "form-effective"), Field::Effective);
        let hint = tr!(language, "date-hint");
        let fields = [
            view.text(tr!(language, "form-document"), Field::Document),
            view.text(tr!(language, "form-label"), Field::Label),
            since.look(|look| look.hint(hint)),
        ];
        self.typed.row(ui, cx, fields);
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
