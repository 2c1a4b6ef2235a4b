//! What is remembered of copies while a workspace is open.

use std::collections::HashSet;
use std::io::{self, ErrorKind};
use std::mem::{self, Discriminant};
use std::path::Path;
use std::time::{Duration, Instant};

use super::Note;
use super::second::{self, Way};
use crate::model::{CopyReason, CopyRules};
use crate::store::StoreError;

/// Between two copies while there are changes.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// When the last copy was made, and what there is to tell.
#[derive(Debug, Default)]
pub(in crate::store) struct Session {
    pub(in crate::store) rules: CopyRules,
    /// By a clock nobody can set.
    last: Option<Instant>,
    /// To the second place.
    way: Option<Way>,
    untold: Vec<Note>,
    told: HashSet<Discriminant<Note>>,
}

impl Session {
    /// Of a workspace just opened.
    pub(in crate::store) fn following(rules: CopyRules) -> Self {
        Self::new(rules, None)
    }

    /// Of a workspace just made: there is nothing to keep a copy of yet.
    pub(in crate::store) fn of_a_new_file() -> Self {
        Self::new(CopyRules::default(), Some(Instant::now()))
    }

    fn new(rules: CopyRules, last: Option<Instant>) -> Self {
        Self {
            rules,
            last,
            way: None,
            untold: Vec::new(),
            told: HashSet::new(),
        }
    }

    /// Why a copy has to be kept before the next change, if one has to.
    pub(super) fn due(&self) -> Option<CopyReason> {
        due(self.last.map(|last| last.elapsed()))
    }

    /// A copy was made, for whatever reason.
    pub(super) fn made(&mut self) {
        self.last = Some(Instant::now());
    }

    /// None could be made. It is tried again in an hour: a full disk would stop every click.
    pub(super) fn failed(&mut self, error: StoreError) {
        self.made();
        self.note(Note::NotKept(error));
    }

    /// The change no copy could be made before did not happen either.
    pub(super) fn unmade(&mut self) {
        let about = |note: &Note| matches!(note, Note::NotKept(_));
        if self.untold.iter().any(about) {
            self.untold.retain(|note| !about(note));
            let note = Note::NotKept(StoreError::DiskFull);
            self.told.remove(&mem::discriminant(&note));
            self.last = None;
        }
    }

    /// Sends a copy to the second place, if there is one. While an earlier one is still on its
    /// way the place takes none.
    pub(super) fn send(&mut self, workspace: &Path, copy: &Path) {
        self.look();
        let (room, way) = (self.rules.room, &mut self.way);
        match (way, &self.rules.second) {
            (Some(way), _) => {
                let (folder, source) = (way.folder.clone(), ErrorKind::TimedOut.into());
                self.note(Note::NotInSecondPlace { folder, source });
            }
            (way @ None, Some(folder)) => {
                *way = Some(second::send(workspace, copy.to_owned(), folder, room));
            }
            (None, None) => {}
        }
    }

    /// Whether the copy on its way has arrived.
    fn look(&mut self) {
        if let Some(end) = self.way.as_ref().and_then(Way::end) {
            self.ended(end);
        }
    }

    /// Waits for the copy on its way.
    pub(super) fn arrive(&mut self) {
        if let Some(end) = self.way.as_ref().map(Way::wait) {
            self.ended(end);
        }
    }

    fn ended(&mut self, end: io::Result<()>) {
        if let (Some(way), Err(source)) = (self.way.take(), end) {
            let folder = way.folder;
            self.note(Note::NotInSecondPlace { folder, source });
        }
    }

    /// Something to tell, once for each kind of it.
    pub(super) fn note(&mut self, note: Note) {
        if self.told.insert(mem::discriminant(&note)) {
            self.untold.push(note);
        }
    }

    pub(super) fn notes(&mut self) -> Vec<Note> {
        self.look();
        mem::take(&mut self.untold)
    }
}

/// A workspace that is closed takes its last copy along.
impl Drop for Session {
    fn drop(&mut self) {
        self.arrive();
    }
}

fn due(since: Option<Duration>) -> Option<CopyReason> {
    match since {
        None => Some(CopyReason::First),
        Some(since) if since >= HOUR => Some(CopyReason::Hourly),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_change_and_then_one_an_hour() {
        assert_eq!(due(None), Some(CopyReason::First));
        assert_eq!(due(Some(Duration::ZERO)), None);
        assert_eq!(due(Some(HOUR - Duration::from_secs(1))), None);
        assert_eq!(due(Some(HOUR)), Some(CopyReason::Hourly));
        assert_eq!(due(Some(HOUR * 9)), Some(CopyReason::Hourly));
    }

    #[test]
    fn a_copy_that_failed_before_a_change_that_failed_too_is_not_told_and_tried_again() {
        let mut session = Session::default();
        session.failed(StoreError::DiskFull);
        assert!(session.due().is_none());
        session.unmade();
        assert!(session.notes().is_empty());
        assert!(session.due().is_some());
        session.failed(StoreError::DiskFull);
        assert_eq!(session.notes().len(), 1);
        // Told already: the next change has nothing to take back.
        session.unmade();
        assert!(session.due().is_none());
    }

    #[test]
    fn nothing_is_told_twice() {
        let mut session = Session::default();
        session.note(Note::Damaged("a".to_owned()));
        session.note(Note::Damaged("a".to_owned()));
        assert_eq!(session.notes().len(), 1);
        session.note(Note::Damaged("a".to_owned()));
        assert!(session.notes().is_empty());
    }
}
