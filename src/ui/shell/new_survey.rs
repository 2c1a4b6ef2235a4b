//! The dialog for another survey in the workspace: what it is called.

use egui::Context;

use crate::edit;
use crate::model::SurveyId;
use crate::tr;
use crate::ui::widgets::{Dialog, TextField, text};
use crate::ui::{Action, Cx};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub struct NewSurvey {
    name: String,
}

impl NewSurvey {
    /// Asks while it is open.
    pub fn ask(open: &mut Option<Self>, context: &Context, cx: &Cx<'_>) {
        let language = cx.language;
        let (title, verb) = (
            tr!(language, "survey-new-title"),
            tr!(language, "survey-new-verb"),
        );
        let named = Dialog::new("new survey", language, title, verb).run(
            context,
            open,
            |ui, draft| {
                let name = tr!(language, "survey-new-name");
                TextField::new(name).labelled(ui, &mut draft.name);
                text::weak(ui, tr!(language, "survey-new-explained"));
            },
            |draft| {
                edit::free_survey_name(cx.data, SurveyId::default(), &draft.name)?;
                Ok(draft.name.trim().to_owned())
            },
        );
        cx.ask(named.map(Action::NewSurvey));
    }
}
