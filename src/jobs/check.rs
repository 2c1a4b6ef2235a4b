//! Whether a workspace still holds together.

use std::path::Path;

use super::JobError;
use crate::store::check;
pub use crate::store::check::Fault;

/// Everything that is wrong with the file; nothing if it is sound.
///
/// # Errors
/// [`JobError::Store`] when it cannot even be opened.
pub fn faults(path: &Path) -> Result<Vec<Fault>, JobError> {
    check::check(path).map_err(|error| JobError::of_file(path, error))
}
