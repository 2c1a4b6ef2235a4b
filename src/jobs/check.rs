//! Whether a workspace still holds together.

use std::path::Path;

use super::JobError;
use crate::model::Progress;
use crate::store::check;
pub use crate::store::check::Fault;

/// Everything that is wrong with the file; nothing if it is sound.
///
/// # Errors
/// [`JobError::Store`] when it cannot even be opened, [`JobError::Cancelled`] when nobody wants
/// to know any more.
pub fn faults(path: &Path, progress: &Progress) -> Result<Vec<Fault>, JobError> {
    check::check(path, progress).map_err(|error| JobError::of_file(path, error))
}
