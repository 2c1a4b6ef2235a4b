//! Whether a workspace still holds together.

use std::path::Path;

use super::JobError;
pub use crate::store::check::Fault;
use crate::store::check;

/// Everything that is wrong with the file; nothing if it is sound.
///
/// # Errors
/// [`JobError::Store`] when it cannot even be opened.
pub fn faults(path: &Path) -> Result<Vec<Fault>, JobError> {
    check::check(path).map_err(|error| JobError::of_file(path, error))
}
