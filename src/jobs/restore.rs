//! The copies there are of a workspace, and one of them in its place.

use std::path::{Path, PathBuf};

use super::JobError;
use crate::model::{KeptCopy, Progress};
use crate::store::{StoreError, copies};

/// The copies of a workspace, newest first. The workspace itself may be damaged or gone.
///
/// # Errors
/// [`JobError::Store`] when neither it nor a copy of it is there.
pub fn list(workspace: &Path) -> Result<Vec<KeptCopy>, JobError> {
    let failed = |error| JobError::of_file(workspace, error);
    let found = copies::copies(workspace).map_err(failed)?;
    if found.is_empty() && !workspace.exists() {
        return Err(failed(StoreError::Missing(workspace.to_owned())));
    }
    Ok(found)
}

/// Puts a copy in the workspace's place, by its name in the list or any workspace file, and
/// says under which name what was there is kept.
///
/// # Errors
/// [`JobError::UnknownCopy`]; [`JobError::Store`] of the copy when it cannot be trusted, of the
/// workspace when it cannot be replaced. The workspace is as it was.
pub fn restore(
    workspace: &Path,
    from: &str,
    progress: &Progress,
) -> Result<Option<PathBuf>, JobError> {
    let failed = |error| JobError::of_file(workspace, error);
    let known = copies::copies(workspace).map_err(failed)?;
    let copy = if known.iter().any(|copy| copy.name == from) {
        copies::path_of(workspace, from).map_err(failed)?
    } else if Path::new(from).is_file() {
        PathBuf::from(from)
    } else {
        return Err(JobError::UnknownCopy {
            name: from.to_owned(),
        });
    };
    copies::verify(&copy).map_err(|error| JobError::of_file(&copy, error))?;
    copies::restore(workspace, &copy, progress).map_err(failed)
}
