//! The fields of an action one can type in.

use crate::model::CorrectiveAction;
use crate::ui::widgets::date::{self, NotADate};

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    Department,
    Owner,
    Due,
    Cause,
    Measure,
}

impl Field {
    /// What stands in it.
    pub(super) fn text(self, action: &CorrectiveAction) -> String {
        match self {
            Self::Title => action.title.clone(),
            Self::Department => action.department.clone(),
            Self::Owner => action.owner.clone(),
            Self::Due => date::show(action.due),
            Self::Cause => action.cause.clone(),
            Self::Measure => action.measure.clone(),
        }
    }

    /// Puts a typed text in. A date nobody can read changes nothing.
    pub(super) fn put(self, action: &mut CorrectiveAction, text: &str) -> Result<(), NotADate> {
        let text = text.trim();
        let place = match self {
            Self::Due => {
                action.due = date::parse(text)?;
                return Ok(());
            }
            Self::Title => &mut action.title,
            Self::Department => &mut action.department,
            Self::Owner => &mut action.owner,
            Self::Cause => &mut action.cause,
            Self::Measure => &mut action.measure,
        };
        text.clone_into(place);
        Ok(())
    }
}
