//! The copies there are of a workspace, and one of them in its place.

use std::path::{Path, PathBuf};

use super::JobError;
use crate::model::{KeptCopy, Progress};
use crate::store::{StoreError, copies};

/// The copies of a workspace, newest first. The workspace itself may be damaged or gone.
///
/// # Errors
/// [`JobError::Store`] when there is no copy and it is no workspace, or not there.
pub fn list(workspace: &Path) -> Result<Vec<KeptCopy>, JobError> {
    let failed = |error| JobError::of_file(workspace, error);
    let found = copies::copies(workspace).map_err(failed)?;
    if !found.is_empty() {
        return Ok(found);
    }
    match copies::is_one(workspace) {
        Err(error @ (StoreError::Missing(_) | StoreError::Empty(_))) => Err(failed(error)),
        Err(error @ (StoreError::NotAWorkspace(_) | StoreError::Foreign { .. })) => {
            Err(failed(error))
        }
        _ => Ok(found),
    }
}

/// Puts a copy in the workspace's place, by its name in the list or any workspace file, and
/// says under which name what was there is kept. `other`: also one of another workspace.
///
/// # Errors
/// [`JobError::UnknownCopy`]; [`JobError::DamagedCopy`] and [`JobError::Store`] of the copy when
/// it cannot be trusted; [`JobError::OtherWorkspace`]; [`JobError::Store`] of the workspace when
/// it cannot be replaced. The workspace is as it was.
pub fn restore(
    workspace: &Path,
    from: &str,
    other: bool,
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
            workspace: workspace.to_owned(),
        });
    };
    let verified = copies::verify(&copy, progress);
    verified.map_err(|error| untrusted(workspace, &copy, error))?;
    if !other {
        same(workspace, &copy)?;
    }
    copies::restore(workspace, &copy, progress).map_err(failed)
}

/// What is wrong with a copy. Where it was a workspace once, another copy is what helps.
fn untrusted(workspace: &Path, copy: &Path, error: StoreError) -> JobError {
    match error {
        StoreError::Damaged(_) | StoreError::Altered(_) | StoreError::Endless => {
            JobError::DamagedCopy {
                copy: copy.to_owned(),
                workspace: workspace.to_owned(),
            }
        }
        error => JobError::of_file(copy, error),
    }
}

/// Refuses a copy of another workspace than the one that is there. One that does not say whose
/// it is any more may be replaced by any.
fn same(workspace: &Path, copy: &Path) -> Result<(), JobError> {
    let theirs = copies::whose(copy).map_err(|error| JobError::of_file(copy, error))?;
    match copies::whose(workspace) {
        Ok(ours) if !ours.is(&theirs) => Err(JobError::OtherWorkspace {
            copy: copy.to_owned(),
            theirs: theirs.company,
            workspace: workspace.to_owned(),
            ours: ours.company,
        }),
        _ => Ok(()),
    }
}
