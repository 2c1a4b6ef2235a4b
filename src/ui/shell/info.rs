//! The dialog for what the workspace is called: company, document number, the survey's name.

use egui::{Context, Ui};

use crate::i18n::Language;
use crate::model::{Change, Edit, Step, StepKind, Survey, Workspace};
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

    /// Draws it: an edit, or `Some(None)` when it was left or nothing changed.
    pub fn show(&mut self, context: &Context, cx: &Cx<'_>) -> Option<Option<Action>> {
        let language = cx.language;
        let (title, verb, cancel) = (
            tr!(language, "info-title"),
            tr!(language, "info-verb"),
            tr!(language, "cancel"),
        );
        let missing = self.missing(cx);
        let reason = missing.clone().unwrap_or_default();
        let answer = Dialog::new("workspace info", &title, &verb, &cancel)
            .ready(missing.is_none(), &reason)
            .show(context, |ui| self.fields(ui, language))?;
        Some(match answer {
            dialog::Answer::Done => self.step(cx).map(Action::Apply),
            dialog::Answer::Cancelled => None,
        })
    }

    fn missing(&self, cx: &Cx<'_>) -> Option<String> {
        if self.company.trim().is_empty() {
            Some(tr!(cx.language, "new-needs-company"))
        } else if cx.survey.is_some() && self.survey.trim().is_empty() {
            Some(tr!(cx.language, "new-needs-survey"))
        } else {
            None
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

    fn step(&self, cx: &Cx<'_>) -> Option<Step> {
        let mut changes = Vec::new();
        let before = cx.data.workspace.clone();
        let after = Workspace {
            company: self.company.trim().to_owned(),
            document: self.document.trim().to_owned(),
        };
        if before != after {
            changes.push(Change::Workspace(Edit::changed(before, after)));
        }
        if let Some(before) = cx.survey {
            let after = Survey {
                name: self.survey.trim().to_owned(),
                ..before.clone()
            };
            if *before != after {
                changes.push(Change::Survey(Edit::changed(before.clone(), after)));
            }
        }
        let company = self.company.trim();
        (!changes.is_empty()).then(|| Step::new(StepKind::EditWorkspace, company, changes))
    }
}
