//! A workspace that is only looked at: also while a window has it open.

use std::path::Path;

use crate::jobs::JobError;
use crate::model::Data;
use crate::store::Store;

/// The workspace and everything in it but the returns.
pub(super) fn read(path: &Path) -> Result<(Store, Data), JobError> {
    let store = Store::open_read_only(path).map_err(|error| JobError::of_file(path, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    Ok((store, data))
}
