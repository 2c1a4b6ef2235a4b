//! Making and opening workspaces, for writing and for reading.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use super::copies::{self, Session};
use super::door::Noun;
use super::lock::Lock;
use super::migrate::{self, LADDER};
use super::{Store, StoreError, connect, counter, log};
use crate::files;
use crate::model::{Change, CopyReason, CopyRules, Edit, Progress, Step, StepKind, Workspace};

impl Store {
    /// Makes a new workspace file and opens it for writing. Refuses to replace anything but an
    /// empty file (some file dialogs leave one).
    pub fn create(path: &Path, workspace: &Workspace) -> Result<Self, StoreError> {
        match fs::metadata(path) {
            Ok(found) if found.is_file() && found.len() == 0 => {}
            Ok(_) => return Err(StoreError::Exists(path.to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::io(path)(error)),
        }
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(StoreError::NoFolder(folder.to_owned()));
        }
        let lock = Lock::take(path)?.ok_or(StoreError::ProtectedFolder)?;
        let made = fill(path, workspace);
        if made.is_err() {
            // Nothing was there, so nothing is lost with it.
            let _ = fs::remove_file(path);
        }
        let mut store = Self::ready(made?, path.to_owned(), Some(lock))?;
        store.session = Session::of_a_new_file();
        Ok(store)
    }

    /// Opens for writing: takes the lock, and brings an older file up to date after keeping a
    /// copy. A write-protected file or folder is opened for reading: see [`Store::writable`].
    ///
    /// # Errors
    /// One for each thing the file can be instead of a sound workspace, and
    /// [`StoreError::Held`] when somebody else writes it. The file is left as it was.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_keeping(path, CopyRules::default())
    }

    /// The same with rules for the copies that are kept.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open_keeping(path: &Path, rules: CopyRules) -> Result<Self, StoreError> {
        Self::open_on(path, LADDER, rules)
    }

    /// Opens for reading only, also while somebody else writes. Never changes the file.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::read_on(path, LADDER)
    }

    pub(super) fn open_on(
        path: &Path,
        ladder: &[&str],
        rules: CopyRules,
    ) -> Result<Self, StoreError> {
        let (path, mut db, version) = meet(path, ladder)?;
        if write_protected(&path) || db.is_readonly(MAIN_DB)? {
            return Self::reading(db, path, version, ladder);
        }
        let Some(lock) = Lock::take(&path)? else {
            return Self::reading(db, path, version, ladder);
        };
        // Left by a killed restore: nobody writes it now.
        files::clean(&path);
        // Somebody may have brought it up to date before the lock was ours.
        let version = connect::identify(&db, &path, migrate::newest(ladder))?;
        connect::writer(&db)?;
        let mut session = Session::following(rules);
        if version < migrate::newest(ladder) {
            let (reason, progress) = (CopyReason::Migration, Progress::default());
            copies::keep(&db, &path, reason, &mut session, &progress)?;
            migrate::climb(&mut db, ladder)?;
        }
        let mut store = Self::ready(db, path, Some(lock))?;
        store.session = session;
        Ok(store)
    }

    pub(super) fn read_on(path: &Path, ladder: &[&str]) -> Result<Self, StoreError> {
        let (path, db, version) = meet(path, ladder)?;
        Self::reading(db, path, version, ladder)
    }

    /// An older file is read through a temporary copy that is brought up to date.
    fn reading(
        db: Connection,
        path: PathBuf,
        version: i64,
        ladder: &[&str],
    ) -> Result<Self, StoreError> {
        if version == migrate::newest(ladder) {
            return Self::ready(db, path, None);
        }
        let mut copy = Connection::open("")?;
        copies::copy(&db, &mut copy, &Progress::default())?;
        migrate::climb(&mut copy, ladder)?;
        Self::ready(copy, path, None)
    }

    fn ready(db: Connection, path: PathBuf, lock: Option<Lock>) -> Result<Self, StoreError> {
        let next = Cell::new(counter::next(&db)?);
        Ok(Self {
            db,
            path,
            next,
            lock,
            session: Session::default(),
        })
    }
}

/// The real path of the file, a connection, and its version if it is ours.
fn meet(path: &Path, ladder: &[&str]) -> Result<(PathBuf, Connection, i64), StoreError> {
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
    // Lock and copies lie beside the file itself, whatever link led to it.
    let path = match path.is_symlink() {
        true => fs::canonicalize(path).map_err(StoreError::io(path))?,
        false => path.to_owned(),
    };
    let db = connect::reader(&path)?;
    let version = connect::identify(&db, &path, migrate::newest(ladder))?;
    Ok((path, db, version))
}

fn write_protected(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// Tables, the one row of the workspace and the first line of the log, in one transaction.
fn fill(path: &Path, workspace: &Workspace) -> Result<Connection, StoreError> {
    let mut db = connect::creator(path)?;
    db.pragma_update(None, "application_id", connect::APPLICATION_ID)?;
    migrate::climb(&mut db, LADDER)?;
    let tx = db.transaction()?;
    workspace.write(&tx)?;
    counter::keep(&tx, 1)?;
    counter::keep_return(&tx, 1)?;
    let change = Change::Workspace(Edit::created(workspace.clone()));
    log::append(&tx, &Step::new(StepKind::SetUp, "", vec![change]))?;
    tx.commit()?;
    Ok(db)
}
