//! The line files of returns wait in.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;

use super::worker::{Precedent, Said, TakenIn};
use crate::model::{ImportId, TextEncoding, Undecided};
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
    /// What was answered of files of this line.
    pub(super) precedents: Vec<Precedent>,
    /// What was said of one of them as a whole, and how many are left out for it.
    pub(super) said: Said,
    pub(super) left_out: usize,
    /// Files that were taken in without being asked about, with the one before them.
    pub(super) together: Together,
    /// The look asked for last; older answers are of no use.
    pub(super) asked: u64,
}

/// Files taken in one after the other in the same way.
#[derive(Debug, Default)]
pub(super) struct Together {
    pub(super) imports: Vec<ImportId>,
    pub(super) returns: usize,
    pub(super) issues: usize,
}

impl Queue {
    /// A new line begins.
    pub(super) fn begin(&mut self) {
        self.encoding = None;
        self.precedents.clear();
        self.said = Said::default();
        self.left_out = 0;
    }

    /// Shows what was found of the file at hand; what was asked of it before stays known.
    pub(super) fn show(&mut self, mut incoming: Incoming) {
        let before = self.shown.take();
        // What somebody looked at and changed is taken in when they say so.
        incoming.alike &= before.is_none();
        // Another sheet, or the text read otherwise, has other columns.
        let table = |it: &Incoming| (it.sheet, it.encoding);
        let before = before.filter(|it| table(it) == table(&incoming));
        let before = before.into_iter().flat_map(|it| it.asked);
        let open = incoming.undecided.iter().flat_map(Undecided::columns);
        let asked: BTreeSet<usize> = before.chain(open.copied()).collect();
        incoming.asked = asked.into_iter().collect();
        self.shown = Some(incoming);
        self.count();
    }

    /// The file that is shown was taken in: what was answered of it holds for those behind it.
    /// Whether it went in without being asked about.
    pub(super) fn answered(&mut self, taken: &TakenIn) -> bool {
        let Some(shown) = self.shown.as_ref().filter(|_| !self.reread) else {
            return false;
        };
        if !shown.asked.is_empty() || !self.said.is_empty() {
            self.precedents.push(Precedent {
                file: shown.file.clone(),
                period: taken.period,
                mapping: taken.import.mapping.clone(),
                asked: shown.asked.clone(),
                remarks: shown.checks.remarks.clone(),
            });
        }
        if !shown.alike {
            self.together = Together::default();
        }
        self.together.imports.push(taken.import.id);
        self.together.returns += taken.returns;
        self.together.issues += taken.issues;
        shown.alike
    }

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
