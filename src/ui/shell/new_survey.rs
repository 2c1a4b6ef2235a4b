//! The dialog for another survey in the workspace: what it is called.

use egui::Context;

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
        let missing = self.missing(cx);
        let reason = missing.clone().unwrap_or_default();
        let answer = Dialog::new("new survey", &title, &verb, &cancel)
            .ready(missing.is_none(), &reason)
            .show(context, |ui| {
                let name = tr!(language, "survey-new-name");
                let value = &mut self.name;
                labelled(ui, &name, |ui| {
                    (TextField::new("").show_first(ui, value), ())
                });
                text::weak(ui, tr!(language, "survey-new-explained"));
            })?;
        Some(match answer {
            dialog::Answer::Done => Some(Action::NewSurvey(self.name.trim().to_owned())),
            dialog::Answer::Cancelled => None,
        })
    }

    fn missing(&self, cx: &Cx<'_>) -> Option<String> {
        let name = self.name.trim();
        if name.is_empty() {
            return Some(tr!(cx.language, "survey-new-needs-name"));
        }
        let taken = cx.data.surveys.iter().any(|survey| survey.name == name);
        taken.then(|| tr!(cx.language, "survey-new-taken"))
    }
}
