//! Raising an action by hand.

use egui::Ui;

use crate::edit::{Intent, NewAction, Refusal, date};
use crate::model::ActionId;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField};

/// What is typed in the dialog.
#[derive(Clone, Debug, Default)]
pub(super) struct Raise {
    title: String,
    department: String,
    owner: String,
    due: String,
}

/// Asks, while `raise` is open, and chooses the action raised.
pub(super) fn ask(raise: &mut Option<Raise>, ui: &Ui, cx: &Cx<'_>, chosen: &mut Option<ActionId>) {
    let title = tr!(cx.language, "actions-raise");
    let verb = tr!(cx.language, "actions-raise-verb");
    let typed = Dialog::new("raise action", cx.language, title, verb).run(
        ui.ctx(),
        raise,
        |ui, draft| draft.fields(ui, cx),
        |draft| Ok(draft.action(cx)?),
    );
    if let Some(mut new) = typed {
        new.id = ActionId(cx.fresh_id());
        *chosen = Some(new.id);
        cx.edit(Intent::Raise(new));
    }
}

impl Raise {
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        for (name, value) in [
            (tr!(cx.language, "actions-title"), &mut self.title),
            (tr!(cx.language, "actions-department"), &mut self.department),
            (tr!(cx.language, "actions-owner"), &mut self.owner),
        ] {
            TextField::new(name).labelled(ui, value);
        }
        TextField::new(tr!(cx.language, "actions-due"))
            .hint(tr!(cx.language, "date-hint"))
            .labelled(ui, &mut self.due);
    }

    /// What is typed, without an id yet. A date nobody can read is a reason not to.
    fn action(&self, cx: &Cx<'_>) -> Result<NewAction, Refusal> {
        let new = NewAction {
            id: ActionId(0),
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
