//! The line files of returns wait in.

use std::collections::VecDeque;
use std::path::PathBuf;

use crate::model::TextEncoding;
use crate::ui::Incoming;

/// The file on the mapping page, and those that wait behind it.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// `None` while it is read for the first time, and when there is none.
    pub(super) shown: Option<Incoming>,
    pub(super) waiting: VecDeque<PathBuf>,
    /// The one that is being read or shown.
    pub(super) at_hand: Option<PathBuf>,
    /// It is one that was kept, looked at once more.
    pub(super) reread: bool,
    /// Chosen for a text in this line: those behind it come from the same program.
    pub(super) encoding: Option<TextEncoding>,
    /// The look asked for last; older answers are of no use.
    pub(super) asked: u64,
}

impl Queue {
    /// A file whose other sheets hold returns too is looked at once more.
    pub(super) fn further(&mut self) {
        let more = self.shown.as_ref().is_some_and(|it| !it.further.is_empty());
        if let Some(path) = self.at_hand.clone().filter(|_| more) {
            self.waiting.push_front(path);
        }
    }

    /// Says beside the one that is shown how many wait.
    pub(super) fn count(&mut self) {
        if let Some(incoming) = &mut self.shown {
            incoming.waiting = self.waiting.len();
        }
    }
}
