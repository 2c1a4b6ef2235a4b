//! Why reading a file ended early, before file and sheet are named.

use crate::intake::budget::{TooLong, TooMuch};
use crate::intake::error::{FileFault, IntakeError, SheetFault};
use crate::model::Cancelled;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{self:?}")]
pub(super) enum Stop {
    Cancelled,
    File(FileFault),
    Sheet(SheetFault),
}

impl Stop {
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::File(FileFault::Damaged(what.into()))
    }

    /// Damage in the words of another crate.
    pub fn broken(error: &impl std::fmt::Display) -> Self {
        Self::damaged(error.to_string())
    }

    /// The error with the names of file and sheet.
    pub fn named(self, file: &str, sheet: &str) -> IntakeError {
        match self {
            Self::Cancelled => IntakeError::Cancelled(Cancelled),
            Self::File(fault) => IntakeError::File {
                file: file.to_owned(),
                fault,
            },
            Self::Sheet(fault) => IntakeError::Sheet {
                file: file.to_owned(),
                sheet: sheet.to_owned(),
                fault,
            },
        }
    }
}

impl From<Cancelled> for Stop {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<FileFault> for Stop {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

impl From<SheetFault> for Stop {
    fn from(fault: SheetFault) -> Self {
        Self::Sheet(fault)
    }
}

impl From<TooMuch> for Stop {
    fn from(spent: TooMuch) -> Self {
        Self::File(spent.into())
    }
}

impl From<TooLong> for Stop {
    fn from(spent: TooLong) -> Self {
        Self::File(spent.into())
    }
}
