//! Raising an action by hand.

use egui::Ui;

use crate::edit::{Intent, NewAction, Refusal, date};
use crate::model::ActionId;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Answer;
use crate::ui::widgets::{Dialog, TextField, labelled};

/// What is typed in the dialog.
#[derive(Clone, Debug, Default)]
pub(super) struct Raise {
    title: String,
    department: String,
    owner: String,
    due: String,
}

/// Asks, while `raise` is open. The id of the action once it is asked for.
pub(super) fn ask(raise: &mut Option<Raise>, ui: &Ui, cx: &Cx<'_>) -> Option<ActionId> {
    let draft = raise.as_mut()?;
    let title = tr!(cx.language, "actions-raise");
    let verb = tr!(cx.language, "actions-raise-verb");
    let cancel = tr!(cx.language, "cancel");
    let answer = Dialog::new("raise action", &title, &verb, &cancel)
        .unless(draft.action(cx, ActionId(0)), cx.language)
        .show(ui.ctx(), |ui| draft.fields(ui, cx));
    match answer? {
        Answer::Cancelled => {
            *raise = None;
            None
        }
        Answer::Done => {
            let id = ActionId(cx.fresh_id());
            let new = draft.action(cx, id).ok()?;
            *raise = None;
            cx.edit(Intent::Raise(new));
            Some(id)
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
                tr!(cx.language, "date-hint"),
            ),
        ] {
            labelled(ui, &name, |ui| {
                let field = TextField::new(name.clone()).hint(hint);
                (field.show(ui, value), ())
            });
        }
    }

    /// What is typed as the action of this id. A date nobody can read is a reason not to.
    fn action(&self, cx: &Cx<'_>, id: ActionId) -> Result<NewAction, Refusal> {
        let new = NewAction {
            id,
            survey: cx.survey.ok_or(Refusal::Gone)?.id,
            title: self.title.clone(),
            department: self.department.clone(),
            owner: self.owner.clone(),
            due: date::parse(&self.due).map_err(|_| Refusal::BadDate)?,
            evidence: Vec::new(),
        };
        new.check()?;
        Ok(new)
    }
}
