//! The dialog for another survey in the workspace: what it is called.

use egui::Context;

use crate::edit;
use crate::model::SurveyId;
use crate::tr;
use crate::ui::widgets::{Dialog, TextField, dialog, labelled, text};
use crate::ui::{Action, Cx};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub struct NewSurvey {
    name: String,
}

impl NewSurvey {
    /// Draws it: the wish for it, or `Some(None)` when it was left.
    pub fn show(&mut self, context: &Context, cx: &Cx<'_>) -> Option<Option<Action>> {
        let language = cx.language;
        let (title, verb, cancel) = (
            tr!(language, "survey-new-title"),
            tr!(language, "survey-new-verb"),
            tr!(language, "cancel"),
        );
        let free = edit::free_survey_name(cx.data, SurveyId::default(), &self.name);
        let answer = Dialog::new("new survey", &title, &verb, &cancel)
            .unless(free, language)
            .show(context, |ui| {
                let name = tr!(language, "survey-new-name");
                let value = &mut self.name;
                labelled(ui, &name, |ui| (TextField::new("").show(ui, value), ()));
                text::weak(ui, tr!(language, "survey-new-explained"));
            })?;
        Some(match answer {
            dialog::Answer::Done => Some(Action::NewSurvey(self.name.trim().to_owned())),
            dialog::Answer::Cancelled => None,
        })
    }
}
