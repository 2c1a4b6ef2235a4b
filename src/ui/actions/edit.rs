//! Edits of an action, each as the step that keeps it.

use super::field::Field;
use crate::model::{ActionId, Change, CorrectiveAction, Edit, Step, StepKind};
use crate::ui::{Action, Cx};

/// The step that changes an action; `None` when nothing changes.
pub(super) fn step(
    action: &CorrectiveAction,
    kind: StepKind,
    change: impl FnOnce(&mut CorrectiveAction),
) -> Option<Step> {
    let mut after = action.clone();
    change(&mut after);
    (after != *action).then(|| {
        let edit = Edit::changed(action.clone(), after);
        let change = Change::Action(Box::new(edit));
        Step::new(kind, action.number.clone(), vec![change])
    })
}

/// Keeps a typed text. What the field cannot take never comes this far.
pub(super) fn typed(cx: &Cx<'_>, key: &(ActionId, Field), text: &str) -> Option<Action> {
    let (id, field) = *key;
    let action = cx.data.actions.iter().find(|action| action.id == id)?;
    let mut after = action.clone();
    field.put(&mut after, text).ok()?;
    let step = step(action, StepKind::EditAction, |action| *action = after)?;
    let field = format!("action {} {field:?}", id.0);
    Some(Action::Edit { field, step })
}
