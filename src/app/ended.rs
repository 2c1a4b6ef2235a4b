//! What becomes of a notice.

use std::path::PathBuf;

use super::dialogs::Question;
use super::history::Stuck;
use super::worker::Command;
use crate::ui::Action;

/// How a notice ended.
#[derive(Clone, Debug)]
pub(super) enum Ended {
    Closed,
    Wish(Action),
    /// This one is left as it is, for the one behind it.
    StepOver(Box<Stuck>),
    /// This is to be done after all.
    Again(Box<Command>),
    /// These paths answer the question for a file.
    Paths(Box<Question>, Vec<PathBuf>),
}
