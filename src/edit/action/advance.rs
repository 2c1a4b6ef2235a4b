//! An action brought to its next stage, or back.

use jiff::civil::Date;

use super::field::step;
use crate::edit::{Known, Refusal};
use crate::model::{ActionId, ActionStep, Stage, Step, StepKind};

/// A step to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStep {
    pub action: ActionId,
    pub to: Stage,
    /// Back from a later stage.
    pub reopened: bool,
    pub who: String,
    pub date: Option<Date>,
    pub note: String,
}

impl NewStep {
    /// # Errors
    /// [`Refusal::NeedsDate`], [`Refusal::NeedsName`].
    pub fn check(&self) -> Result<Date, Refusal> {
        let date = self.date.ok_or(Refusal::NeedsDate)?;
        match self.who.trim().is_empty() {
            true => Err(Refusal::NeedsName),
            false => Ok(date),
        }
    }
}

/// Takes it.
pub(in crate::edit) fn advance(known: &Known<'_>, new: &NewStep) -> Result<Step, Refusal> {
    let date = new.check()?;
    step(known, new.action, StepKind::AdvanceAction, |action| {
        action.steps.push(ActionStep {
            stage: new.to,
            date,
            who: new.who.trim().to_owned(),
            note: new.note.trim().to_owned(),
            reopened: new.reopened,
        });
    })
}
