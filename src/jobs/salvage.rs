//! What can still be got out of a damaged workspace, in a new one.

use std::path::Path;

use super::JobError;
use crate::model::Progress;
pub use crate::store::salvage::{Loss, Salvaged, Why};
use crate::store::{StoreError, salvage};

/// Writes to `new` what can be got out of `damaged`, which stays as it is.
///
/// # Errors
/// [`JobError::Store`] of the file it is about.
pub fn salvage(damaged: &Path, new: &Path, progress: &Progress) -> Result<Salvaged, JobError> {
    salvage::salvage(damaged, new, progress).map_err(|error| match error {
        StoreError::Exists(_)
        | StoreError::NoFolder(_)
        | StoreError::ProtectedFolder
        | StoreError::Held { .. }
        | StoreError::TooLarge
        | StoreError::DiskFull => JobError::of_new_file(new, error),
        _ => JobError::of_file(damaged, error),
    })
}
