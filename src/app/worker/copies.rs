//! The backups of a workspace.

use std::path::{Path, PathBuf};

use super::Event;
use super::bench::Bench;
use crate::jobs::{JobError, restore};
use crate::model::{CopyRules, Progress};
use crate::ui::shell::KnownCopies;

impl Bench {
    pub(super) fn copies(&self, path: PathBuf) -> Result<Event, JobError> {
        let copies = restore::list(&path)?;
        let rules = self.copy_settings.rules();
        let known = KnownCopies { copies, rules };
        Ok(Event::Copies { path, known })
    }

    /// How they are kept from now on.
    pub(super) fn copy_rules(
        &mut self,
        path: PathBuf,
        rules: CopyRules,
    ) -> Result<Event, JobError> {
        self.copy_settings.keep(&rules)?;
        if let Some(store) = &mut self.store {
            store.set_copy_rules(rules);
        }
        self.copies(path)
    }

    pub(super) fn second_place(
        &mut self,
        path: PathBuf,
        folder: PathBuf,
    ) -> Result<Event, JobError> {
        let second = Some(folder);
        let rules = CopyRules {
            second,
            ..self.copy_settings.rules()
        };
        self.copy_rules(path, rules)
    }

    /// Puts one in the workspace's place, `other` also one of another workspace, and opens that. Its own lock would stand in the way,
    /// so it is closed before; what cannot be restored is opened again.
    pub(super) fn restore(
        &mut self,
        path: &Path,
        name: &str,
        other: bool,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let open = self.store.as_ref().is_some_and(|open| open.path() == path);
        if open {
            self.close();
        }
        let restored = restore::restore(path, name, other, progress);
        match (self.open(path, false, &Progress::default()), restored) {
            (Ok(Event::Opened(opened)), Ok(kept)) => Ok(Event::Restored { kept, opened }),
            (Ok(Event::Opened(opened)), Err(error)) if open => {
                let error = Box::new(error);
                Ok(Event::NotRestored { error, opened })
            }
            (_, Err(error)) | (Err(error), Ok(_)) => Err(error),
            (Ok(other), Ok(_)) => Ok(other),
        }
    }
}
