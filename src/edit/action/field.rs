//! What is typed of an action.

use crate::edit::date;
use crate::edit::{Known, Refusal, changed};
use crate::model::{ActionId, Change, CorrectiveAction, Step, StepKind};

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionField {
    Title,
    Department,
    Owner,
    Due,
    Cause,
    Measure,
}

impl ActionField {
    /// What stands in it.
    pub fn text(self, action: &CorrectiveAction) -> String {
        match self {
            Self::Title => action.title.clone(),
            Self::Department => action.department.clone(),
            Self::Owner => action.owner.clone(),
            Self::Due => date::show(action.due),
            Self::Cause => action.cause.clone(),
            Self::Measure => action.measure.clone(),
        }
    }

    /// What is wrong with a text for it.
    ///
    /// # Errors
    /// [`Refusal::BadDate`].
    pub fn check(self, text: &str) -> Result<(), Refusal> {
        match self {
            Self::Due => date::parse(text).map(|_| ()).map_err(|_| Refusal::BadDate),
            _ => Ok(()),
        }
    }
}

/// Keeps a typed text.
pub(in crate::edit) fn set(
    known: &Known<'_>,
    id: ActionId,
    field: ActionField,
    text: &str,
) -> Result<Step, Refusal> {
    let text = text.trim();
    let due = match field {
        ActionField::Due => date::parse(text).map_err(|_| Refusal::BadDate)?,
        ActionField::Title
        | ActionField::Department
        | ActionField::Owner
        | ActionField::Cause
        | ActionField::Measure => None,
    };
    step(known, id, StepKind::EditAction, |action| {
        let place = match field {
            ActionField::Due => {
                action.due = due;
                return;
            }
            ActionField::Title => &mut action.title,
            ActionField::Department => &mut action.department,
            ActionField::Owner => &mut action.owner,
            ActionField::Cause => &mut action.cause,
            ActionField::Measure => &mut action.measure,
        };
        text.clone_into(place);
    })
}

/// The step that changes an action, named by its number.
pub(super) fn step(
    known: &Known<'_>,
    id: ActionId,
    kind: StepKind,
    change: impl FnOnce(&mut CorrectiveAction),
) -> Result<Step, Refusal> {
    let action = known.data.actions.iter().find(|it| it.id == id);
    let action = action.ok_or(Refusal::Gone)?;
    let edit = changed(action, change)?;
    let change = Change::Action(Box::new(edit));
    Ok(Step::new(kind, action.number.as_str(), vec![change]))
}
