//! A workspace in the making: under a private name beside its place, until it is whole.
//!
//! A program that is killed meanwhile leaves nothing under the workspace's own name, and the
//! next one that makes it clears away what was begun.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::copies::Session;
use super::door::Noun;
use super::lock::{self, Lock};
use super::migrate::{self, LADDER};
use super::open::Met;
use super::watch::Watch;
use super::{Store, StoreError, connect, counter, log};
use crate::files::{self, Part};
use crate::model::{Change, Edit, Step, StepKind, Workspace};

/// The workspace, and the file it still is.
#[derive(Debug)]
pub struct Draft {
    store: Store,
    part: Part,
    path: PathBuf,
}

impl Store {
    /// Makes a new workspace file and opens it for writing; see [`Draft`].
    pub fn create(path: &Path, workspace: &Workspace) -> Result<Self, StoreError> {
        Draft::beside(path, workspace)?.finish()
    }
}

impl Draft {
    /// Begins a workspace, with the lock of its place. Refuses to replace anything but an empty
    /// file (some file dialogs leave one).
    pub fn beside(path: &Path, workspace: &Workspace) -> Result<Self, StoreError> {
        let empty = match fs::metadata(path) {
            Ok(found) if found.is_file() && found.len() == 0 => true,
            Ok(_) => return Err(StoreError::Exists(path.to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => return Err(StoreError::io(path)(error)),
        };
        lock::leave_room(path)?;
        let folder = files::folder_of(path);
        if !folder.is_dir() {
            return Err(StoreError::NoFolder(folder.to_owned()));
        }
        let lock = Lock::take(path)?.ok_or(StoreError::ProtectedFolder)?;
        files::clean(path);
        let part = Part::beside(path, empty.then_some(path)).map_err(StoreError::io(path))?;
        let named = |error| match error {
            StoreError::Io { source, .. } => StoreError::io(path)(source),
            other => other,
        };
        let (db, watch) = fill(part.path(), workspace).map_err(named)?;
        let begun = Met {
            path: path.to_owned(),
            db,
            watch,
            version: migrate::newest(LADDER),
        };
        let mut store = begun.ready(Some(lock))?;
        store.session = Session::of_a_new_file();
        let path = path.to_owned();
        Ok(Self { store, part, path })
    }

    /// The workspace to fill.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Has it on the disk and under its name.
    pub fn finish(self) -> Result<Store, StoreError> {
        let Self { store, part, path } = self;
        let Store {
            db, lock, session, ..
        } = store;
        db.close().map_err(|(_, error)| error)?;
        let empty = fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() == 0);
        let named = match empty {
            true => part.finish(),
            false => part.finish_new(),
        };
        named.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(path.clone()),
            _ => StoreError::io(&path)(error),
        })?;
        let met = Met::at(&path, LADDER)?;
        connect::writer(&met.db)?;
        let mut store = met.ready(lock)?;
        store.session = session;
        Ok(store)
    }
}

/// Tables, the one row of the workspace and the first line of the log, in one transaction.
fn fill(path: &Path, workspace: &Workspace) -> Result<(Connection, Watch), StoreError> {
    let (mut db, watch) = connect::creator(path)?;
    db.pragma_update(None, "application_id", connect::APPLICATION_ID)?;
    migrate::climb(&mut db, LADDER)?;
    let tx = db.transaction()?;
    workspace.write(&tx)?;
    workspace.seal(&tx)?;
    let first = counter::first(0);
    counter::keep(&tx, first)?;
    counter::keep_return(&tx, first)?;
    let change = Change::Workspace(Edit::created(workspace.clone()));
    log::append(&tx, &Step::new(StepKind::SetUp, "", vec![change]))?;
    tx.commit()?;
    Ok((db, watch))
}
