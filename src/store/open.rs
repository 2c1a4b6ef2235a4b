//! Opening workspaces, for writing and for reading.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use super::copies::{self, Session};
use super::lock::{self, Lock};
use super::migrate::{self, LADDER, Rung};
use super::watch::Watch;
use super::{Store, StoreError, connect, counter, pages, schema};
use crate::model::{CopyReason, CopyRules, Ids, Progress};

impl Store {
    /// Opens for writing: takes the lock, and brings an older file up to date after keeping a
    /// copy. A write-protected file or folder is opened for reading: see [`Store::writable`].
    ///
    /// # Errors
    /// One for each thing the file can be instead of a sound workspace, and
    /// [`StoreError::Held`] when somebody else writes it. The file is left as it was.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_keeping(path, CopyRules::default(), &Progress::default())
    }

    /// The same with rules for the copies that are kept, until it is called off.
    ///
    /// # Errors
    /// Those of [`Store::open`]; [`StoreError::Cancelled`].
    pub fn open_keeping(
        path: &Path,
        rules: CopyRules,
        progress: &Progress,
    ) -> Result<Self, StoreError> {
        Self::open_on(path, LADDER, rules, progress)
    }

    /// Opens for reading only, also while somebody else writes. Never changes the file.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::read_on(path, LADDER)
    }

    pub(super) fn open_on(
        path: &Path,
        ladder: &[Rung],
        rules: CopyRules,
        progress: &Progress,
    ) -> Result<Self, StoreError> {
        let mut met = Met::at(path, ladder)?;
        met.hold(ladder, progress)?;
        if write_protected(&met.path) || met.db.is_readonly(MAIN_DB)? {
            return met.reading(ladder);
        }
        lock::leave_room(&met.path)?;
        let Some(lock) = Lock::take(&met.path)? else {
            return met.reading(ladder);
        };
        // Left by a killed restore: nobody writes it now.
        copies::clean_beside(&met.path);
        // Somebody may have brought it up to date before the lock was ours.
        let version = connect::identify(&met.db, &met.path, migrate::newest(ladder))?;
        if version != met.version {
            met.version = version;
            met.hold(ladder, progress)?;
        }
        connect::writer(&met.db)?;
        let mut session = Session::following(rules);
        if version < migrate::newest(ladder) {
            let reason = CopyReason::Migration;
            copies::keep(&met.db, &met.path, reason, &mut session, progress)?;
            met.climb(ladder, progress)?;
        }
        let mut store = met.ready(Some(lock))?;
        store.session = session;
        Ok(store)
    }

    pub(super) fn read_on(path: &Path, ladder: &[Rung]) -> Result<Self, StoreError> {
        let met = Met::at(path, ladder)?;
        met.hold(ladder, &Progress::default())?;
        met.reading(ladder)
    }

    /// Opens for reading without a look at the pages, for one who looks at all of them anyway.
    pub(super) fn read_unseen(path: &Path) -> Result<Self, StoreError> {
        let met = Met::at(path, LADDER)?;
        schema::hold(&met.db, LADDER, met.version)?;
        met.reading(LADDER)
    }
}

/// A file that says it is ours, on the way to being opened.
pub(super) struct Met {
    /// The real one, whatever link led to it: lock and copies lie beside it.
    pub(super) path: PathBuf,
    pub(super) db: Connection,
    pub(super) watch: Watch,
    pub(super) version: i64,
}

impl Met {
    pub(super) fn at(path: &Path, ladder: &[Rung]) -> Result<Self, StoreError> {
        let found = match fs::metadata(path) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(StoreError::Missing(path.to_owned()));
            }
            Err(error) => return Err(StoreError::io(path)(error)),
        };
        if !found.is_file() {
            return Err(StoreError::NotAWorkspace(path.to_owned()));
        }
        let path = match path.is_symlink() {
            true => fs::canonicalize(path).map_err(StoreError::io(path))?,
            false => path.to_owned(),
        };
        lock::ordinary_journal(&path)?;
        let (db, watch) = connect::reader(&path)?;
        let version = connect::identify(&db, &path, migrate::newest(ladder))?;
        Ok(Self {
            path,
            db,
            watch,
            version,
        })
    }

    /// Refuses what another program made of it, before anything in it is believed.
    fn hold(&self, ladder: &[Rung], progress: &Progress) -> Result<(), StoreError> {
        self.watch.over(&self.db, progress, || {
            schema::hold(&self.db, ladder, self.version)?;
            pages::hold(&self.db)
        })
    }

    /// Brings an older file up to date, or leaves it as it is.
    fn climb(&mut self, ladder: &[Rung], progress: &Progress) -> Result<(), StoreError> {
        let Self { db, watch, .. } = self;
        watch.until_cancelled(progress, || migrate::climb(db, ladder))?;
        // What the old tables held goes back to the disk. A file that cannot be rebuilt, for
        // want of room or patience, is whole too, only larger.
        let _ = watch.until_cancelled(progress, || Ok(db.execute_batch("VACUUM")?));
        Ok(())
    }

    /// An older file is read through a temporary copy that is brought up to date.
    fn reading(mut self, ladder: &[Rung]) -> Result<Store, StoreError> {
        if self.version < migrate::newest(ladder) {
            let (mut copy, watch) = connect::temporary()?;
            copies::copy(&self.db, &mut copy, &Progress::default())?;
            migrate::climb(&mut copy, ladder)?;
            (self.db, self.watch) = (copy, watch);
        }
        self.ready(None)
    }

    pub(super) fn ready(self, lock: Option<Lock>) -> Result<Store, StoreError> {
        let ids = Ids::from(counter::next(&self.db)?, counter::next_return(&self.db)?);
        Ok(Store {
            db: self.db,
            watch: self.watch,
            path: self.path,
            ids,
            sealed: Cell::new(false),
            lock,
            session: Session::default(),
        })
    }
}

fn write_protected(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}
