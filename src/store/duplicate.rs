//! The whole workspace at another place, also when the file it came from is gone or another one
//! lies where it was: the open connection still has all of it.

use std::io::ErrorKind;
use std::path::Path;

use super::door::Noun;
use super::lock::{self, Lock};
use super::{Store, StoreError, connect, copies, counter, seal, workspace};
use crate::files::Part;
use crate::model::{Progress, Workspace};

impl Store {
    /// Writes everything to a new file, whole or not at all. From there on it gives numbers of
    /// its own, so that what both bring can come together again.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something has that name already.
    pub fn save_copy(&self, target: &Path, progress: &Progress) -> Result<(), StoreError> {
        lock::leave_room(target)?;
        // Where the file was itself, the place is ours already.
        let _lock = match target == self.path && self.writable() {
            true => None,
            false => Some(Lock::take(target)?.ok_or(StoreError::ProtectedFolder)?),
        };
        let part = Part::beside(target, Some(&self.path)).map_err(StoreError::io(target))?;
        copies::write(&self.db, &part, progress)?;
        separate(part.path())?;
        part.finish_new().map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(target.to_owned()),
            _ => StoreError::io(target)(error),
        })
    }
}

/// Gives a copy its range of numbers.
fn separate(path: &Path) -> Result<(), StoreError> {
    let (mut db, _watch) = connect::creator(path)?;
    let tx = db.transaction()?;
    let copy = workspace::fresh_copy();
    tx.execute("UPDATE workspace SET copy = ?1", [copy])?;
    seal::put(&tx, Workspace::TABLE, 1)?;
    counter::begin(&tx, counter::first(copy))?;
    tx.commit()?;
    db.close().map_err(|(_, error)| error.into())
}
