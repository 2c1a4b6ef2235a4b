//! Raising an action by hand.

use egui::Ui;

use super::number::next_number;
use crate::model::{ActionId, ActionStep, Change, CorrectiveAction, Edit, Stage, Step, StepKind};
use crate::tr;
use crate::ui::widgets::dialog::Answer;
use crate::ui::widgets::{Dialog, TextField, date, labelled};
use crate::ui::{Action, Cx};

/// What is typed in the dialog.
#[derive(Clone, Debug, Default)]
pub(super) struct Raise {
    title: String,
    department: String,
    owner: String,
    due: String,
}

/// Asks, while `raise` is open. The action's id and the wish to keep it once asked.
pub(super) fn ask(raise: &mut Option<Raise>, ui: &Ui, cx: &Cx<'_>) -> Option<(ActionId, Action)> {
    let draft = raise.as_mut()?;
    let title = tr!(cx.language, "actions-raise");
    let verb = tr!(cx.language, "actions-raise-verb");
    let cancel = tr!(cx.language, "cancel");
    let wrong_date = date::parse(&draft.due).is_err();
    let reason = if wrong_date {
        tr!(cx.language, "date-wrong")
    } else {
        tr!(cx.language, "actions-needs-title")
    };
    let ready = !draft.title.trim().is_empty() && !wrong_date;
    let answer = Dialog::new("raise action", &title, &verb, &cancel)
        .ready(ready, &reason)
        .show(ui.ctx(), |ui| draft.fields(ui, cx));
    match answer? {
        Answer::Cancelled => {
            *raise = None;
            None
        }
        Answer::Done => {
            let asked = draft.keep(cx)?;
            *raise = None;
            Some(asked)
        }
    }
}

impl Raise {
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        for (name, value, hint) in [
            (
                tr!(cx.language, "actions-title"),
                &mut self.title,
                String::new(),
            ),
            (
                tr!(cx.language, "actions-department"),
                &mut self.department,
                String::new(),
            ),
            (
                tr!(cx.language, "actions-owner"),
                &mut self.owner,
                String::new(),
            ),
            (
                tr!(cx.language, "actions-due"),
                &mut self.due,
                date::EXAMPLE.to_owned(),
            ),
        ] {
            labelled(ui, &name, |ui| {
                let field = TextField::new(name.clone()).hint(hint);
                (field.show_first(ui, value), ())
            });
        }
    }

    fn keep(&self, cx: &Cx<'_>) -> Option<(ActionId, Action)> {
        let id = ActionId(cx.fresh_id());
        let number = next_number(cx);
        let action = CorrectiveAction {
            id,
            number: number.clone(),
            survey: cx.survey?.id,
            title: self.title.trim().to_owned(),
            department: self.department.trim().to_owned(),
            owner: self.owner.trim().to_owned(),
            cause: String::new(),
            measure: String::new(),
            due: date::parse(&self.due).ok()?,
            evidence: Vec::new(),
            steps: vec![ActionStep {
                stage: Stage::Open,
                date: cx.today,
                who: self.owner.trim().to_owned(),
                note: String::new(),
                reopened: false,
            }],
        };
        let change = Change::Action(Box::new(Edit::created(action)));
        let step = Step::new(StepKind::RaiseAction, number, vec![change]);
        Some((id, Action::Apply(step)))
    }
}
