//! The workspace file: one SQLite database holding everything, with one door for writing.
//!
//! It knows the nouns of `model` and nothing of spreadsheets, scores, screen or language:
//! errors are types, `jobs` puts them into words. Whatever the user does passes [`Store::apply`]
//! or [`Store::import`], each one transaction and one line of the log; what is removed for good
//! passes `forget`.
//!
//! Beside `firm.manyi` lie, while somebody writes, `firm.manyi.lock` and `firm.manyi.holder`
//! (who it is), and for good `firm.manyi-backups` with its copies from earlier times.
//! `migrations` holds the tables.

mod action;
mod answers;
mod apply;
mod attachment;
mod cell;
pub mod check;
mod column;
mod connect;
mod contact;
pub mod copies;
mod counter;
mod customer;
mod disk;
mod door;
mod draft;
mod duplicate;
mod error;
mod file;
mod fit;
mod forget;
mod frame;
mod import;
mod issue;
mod kpi;
mod label;
mod load;
mod load_issues;
mod load_wave;
mod lock;
mod log;
mod marking;
mod migrate;
mod migrations;
mod open;
mod ours;
mod pages;
mod past;
mod plausible;
mod references;
mod returns;
mod revision;
pub mod salvage;
mod schema;
mod seal;
mod sealed;
mod second_return;
mod survey;
mod tag;
mod tagging;
mod take_in;
mod tally;
#[cfg(test)]
mod tests;
mod touched;
mod watch;
mod wave;
mod workspace;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use draft::Draft;
pub use error::{Rule, StoreError, Taken};
pub use lock::who;
pub use log::LogEntry;
pub use ours::is_workspace;
pub use take_in::Entered;

use crate::model::{Ids, Progress};
use copies::Session;
use lock::Lock;
use watch::Watch;

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    watch: Watch,
    path: PathBuf,
    /// Numbers to give out; what was given out is remembered with the next write.
    ids: Ids,
    /// The seals of everything but the returns were looked at: what was written since is ours.
    sealed: Cell<bool>,
    /// `None`: opened for reading.
    lock: Option<Lock>,
    /// What is remembered of copies.
    session: Session,
}

impl Store {
    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether somebody else who opens the file is told that it is held here.
    pub fn others_are_told(&self) -> bool {
        self.lock.as_ref().is_none_or(Lock::told)
    }

    /// Whether changes can be made.
    pub fn writable(&self) -> bool {
        self.lock.is_some()
    }

    /// Reads in one transaction, so that a reader beside a writer sees one state, and no longer
    /// than a sound file takes.
    fn looking<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let db = self.db.unchecked_transaction()?;
        self.watch.over(&db, &Progress::default(), || read(&db))
    }

    fn must_write(&self) -> Result<(), StoreError> {
        match self.writable() {
            true => Ok(()),
            false => Err(StoreError::ReadOnly),
        }
    }
}
