//! The whole workspace at another place, also when the file it came from is gone or another one
//! lies where it was: the open connection still has all of it.

use std::io::ErrorKind;
use std::path::Path;

use super::lock::Lock;
use super::{Store, StoreError, copies};
use crate::files::Part;
use crate::model::Progress;

impl Store {
    /// Writes everything to a new file, whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something has that name already.
    pub fn save_copy(&self, target: &Path, progress: &Progress) -> Result<(), StoreError> {
        // Where the file was itself, the place is ours already.
        let _lock = match target == self.path && self.writable() {
            true => None,
            false => Some(Lock::take(target)?.ok_or(StoreError::ProtectedFolder)?),
        };
        let part = Part::beside(target, Some(&self.path)).map_err(StoreError::io(target))?;
        copies::write(&self.db, &part, progress)?;
        part.finish_new().map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(target.to_owned()),
            _ => StoreError::io(target)(error),
        })
    }
}
