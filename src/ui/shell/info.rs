//! The dialog for what the workspace is called: company, document number, the survey's name.

use egui::{Context, Ui};

use crate::edit::{Intent, Names};
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Dialog, TextField, dialog, labelled};
use crate::ui::{Action, Cx};

/// What was typed so far.
#[derive(Clone, Debug)]
pub struct InfoDialog {
    company: String,
    document: String,
    survey: String,
}

impl InfoDialog {
    pub fn new(cx: &Cx<'_>) -> Self {
        Self {
            company: cx.data.workspace.company.clone(),
            document: cx.data.workspace.document.clone(),
            survey: cx.survey.map(|it| it.name.clone()).unwrap_or_default(),
        }
    }

    /// Draws it: an edit, or `Some(None)` when it was left.
    pub fn show(&mut self, context: &Context, cx: &Cx<'_>) -> Option<Option<Action>> {
        let language = cx.language;
        let (title, verb, cancel) = (
            tr!(language, "info-title"),
            tr!(language, "info-verb"),
            tr!(language, "cancel"),
        );
        let names = self.names(cx);
        let answer = Dialog::new("workspace info", &title, &verb, &cancel)
            .unless(names.check(cx.data), language)
            .show(context, |ui| self.fields(ui, language))?;
        Some(match answer {
            dialog::Answer::Done => Some(Action::Do(Intent::Name(names))),
            dialog::Answer::Cancelled => None,
        })
    }

    fn names(&self, cx: &Cx<'_>) -> Names {
        Names {
            company: Some(self.company.clone()),
            document: Some(self.document.clone()),
            survey: cx.survey.map(|survey| (survey.id, self.survey.clone())),
        }
    }

    fn fields(&mut self, ui: &mut Ui, language: Language) {
        ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
        for (name, value) in [
            (tr!(language, "new-company"), &mut self.company),
            (tr!(language, "new-survey"), &mut self.survey),
            (tr!(language, "new-document"), &mut self.document),
        ] {
            labelled(ui, &name, |ui| (TextField::new("").show(ui, value), ()));
        }
    }
}
