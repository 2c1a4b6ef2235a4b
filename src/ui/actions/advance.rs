//! Bringing an action to its next stage, or back: who, when, and what was found.

use egui::Ui;

use super::edit;
use crate::i18n::stage;
use crate::model::{ActionId, ActionStep, CorrectiveAction, Stage, StepKind};
use crate::tr;
use crate::ui::widgets::dialog::Answer;
use crate::ui::widgets::{Dialog, TextField, date, labelled};
use crate::ui::{Action, Cx};

/// What is typed in the dialog.
#[derive(Clone, Debug)]
pub(super) struct Advance {
    action: ActionId,
    to: Stage,
    reopened: bool,
    who: String,
    date: String,
    note: String,
}

impl Advance {
    pub(super) fn new(cx: &Cx<'_>, action: &CorrectiveAction, to: Stage, reopened: bool) -> Self {
        Self {
            action: action.id,
            to,
            reopened,
            who: action.owner.clone(),
            date: date::show(Some(cx.today)),
            note: String::new(),
        }
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        for (name, value, rows) in [
            (tr!(cx.language, "actions-who"), &mut self.who, 1),
            (tr!(cx.language, "actions-when"), &mut self.date, 1),
            (tr!(cx.language, "actions-note"), &mut self.note, 3),
        ] {
            labelled(ui, &name, |ui| {
                (TextField::new(name.clone()).rows(rows).show(ui, value), ())
            });
        }
    }

    fn keep(&self, cx: &Cx<'_>) -> Option<Action> {
        let action = cx
            .data
            .actions
            .iter()
            .find(|action| action.id == self.action)?;
        let taken = ActionStep {
            stage: self.to,
            date: date::parse(&self.date).ok()??,
            who: self.who.trim().to_owned(),
            note: self.note.trim().to_owned(),
            reopened: self.reopened,
        };
        edit::step(action, StepKind::AdvanceAction, |action| {
            action.steps.push(taken);
        })
        .map(Action::Apply)
    }
}

/// Asks, while `advance` is open.
pub(super) fn ask(advance: &mut Option<Advance>, ui: &Ui, cx: &Cx<'_>) -> Option<Action> {
    let draft = advance.as_mut()?;
    let to = stage::name(cx.language, draft.to);
    let (title, verb) = if draft.reopened {
        (
            tr!(cx.language, "actions-reopen-title"),
            tr!(cx.language, "actions-reopen-verb"),
        )
    } else {
        (
            tr!(cx.language, "actions-advance", stage = to),
            tr!(cx.language, "actions-advance-verb"),
        )
    };
    let cancel = tr!(cx.language, "cancel");
    let dated = matches!(date::parse(&draft.date), Ok(Some(_)));
    let reason = if dated {
        tr!(cx.language, "actions-needs-who")
    } else {
        tr!(cx.language, "date-wrong")
    };
    let ready = dated && !draft.who.trim().is_empty();
    let answer = Dialog::new("advance action", &title, &verb, &cancel)
        .ready(ready, &reason)
        .without_enter()
        .show(ui.ctx(), |ui| draft.fields(ui, cx));
    match answer? {
        Answer::Cancelled => {
            *advance = None;
            None
        }
        Answer::Done => {
            let asked = draft.keep(cx);
            *advance = None;
            asked
        }
    }
}
