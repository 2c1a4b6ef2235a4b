//! Copies of the workspace from earlier times: when they are made, which are kept, and how one
//! takes the workspace's place again.
//!
//! They lie in `firm.manyi-backups`, each an ordinary workspace whose name says when and why it
//! was made. One is made before the first change after opening, one before each migration, one
//! an hour while there are changes, and when asked for; `thin` says which are kept. A copy
//! that cannot be made stops no change but a migration: it is told as a [`Note`].

mod clean;
mod keep;
mod list;
mod name;
mod pages;
mod restore;
mod second;
mod session;
mod sound;
mod thin;
mod whose;

use std::io;
use std::path::PathBuf;

use jiff::{Timestamp, Zoned};

use super::{Store, StoreError};
use crate::model::{CopyReason, CopyRules, Progress};

pub(super) use clean::beside as clean_beside;
pub(super) use keep::keep;
pub use list::{copies, path_of};
pub use name::folder;
pub(super) use pages::{copy, write};
#[cfg(test)]
pub(super) use restore::{Moment, restore_watched};
pub use restore::{restore, verify};
pub(super) use session::Session;
pub use whose::{Whose, is_one, whose};

/// Something about copies the user has to know; it stopped nothing.
#[derive(Debug)]
pub enum Note {
    /// None could be kept before a change.
    NotKept(StoreError),
    /// The workspace is damaged; the text is SQLite's.
    Damaged(String),
    /// The second place did not get one.
    NotInSecondPlace { folder: PathBuf, source: io::Error },
}

impl Store {
    /// Keeps a copy now and says where.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`]: who may not write the workspace keeps no copies of it either,
    /// since two would remove what the other has just made.
    pub fn backup(&mut self, progress: &Progress) -> Result<PathBuf, StoreError> {
        self.must_write()?;
        self.keep(CopyReason::Asked, progress)
    }

    /// When the newest copy was kept; `None` without any.
    pub fn last_backup(&self) -> Result<Option<Timestamp>, StoreError> {
        let now = Zoned::now().datetime();
        let newest = list::beside(&self.path)?.into_iter();
        let newest = newest.map(|copy| copy.at).filter(|at| *at <= now).max();
        let zone = jiff::tz::TimeZone::system();
        Ok(newest
            .and_then(|at| at.to_zoned(zone).ok())
            .map(|at| at.timestamp()))
    }

    /// How copies are kept from now on.
    pub fn set_copy_rules(&mut self, rules: CopyRules) {
        self.session.rules = rules;
    }

    /// What there is to tell of copies, once.
    pub fn copy_notes(&mut self) -> Vec<Note> {
        self.session.notes()
    }

    /// The same once copies on their way have arrived, or never will.
    pub fn last_copy_notes(&mut self) -> Vec<Note> {
        self.session.arrive();
        self.session.notes()
    }

    /// Lets a change happen: keeps a copy first if it is time for one. That none could be kept
    /// is told of a change that was made, and asked again before the next one otherwise.
    pub(super) fn changing<T>(
        &mut self,
        progress: &Progress,
        change: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.before_change(progress)?;
        let done = change(self);
        if done.is_err() {
            self.session.unmade();
        }
        done
    }

    fn before_change(&mut self, progress: &Progress) -> Result<(), StoreError> {
        self.must_write()?;
        let Some(reason) = self.session.due() else {
            return Ok(());
        };
        match self.keep(reason, progress) {
            Err(StoreError::Cancelled(cancelled)) => return Err(cancelled.into()),
            Err(error) => self.session.failed(error),
            Ok(_) => {}
        }
        Ok(())
    }

    fn keep(&mut self, reason: CopyReason, progress: &Progress) -> Result<PathBuf, StoreError> {
        keep(&self.db, &self.path, reason, &mut self.session, progress)
    }
}
