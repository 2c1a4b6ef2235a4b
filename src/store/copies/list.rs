//! The copies there are of a workspace.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::name::{self, CopyName};
use crate::model::KeptCopy;
use crate::store::StoreError;

/// All copies of the workspace, newest first: those kept in its folder, and what lay at its
/// place before another copy was restored. The workspace itself may be gone.
pub fn copies(workspace: &Path) -> Result<Vec<KeptCopy>, StoreError> {
    let workspace = &*real(workspace)?;
    let mut copies = beside(workspace)?;
    let read = |name: &str| name::read_before_restore(workspace, name);
    copies.extend(named(parent(workspace), &read)?);
    copies.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    Ok(copies)
}

/// Those in its folder, which come and go by themselves.
pub(super) fn beside(workspace: &Path) -> Result<Vec<KeptCopy>, StoreError> {
    let read = |name: &str| name::read(workspace, name);
    named(&name::folder(workspace), &read)
}

/// Where a copy of that name lies.
pub fn path_of(workspace: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let workspace = real(workspace)?;
    Ok(match name::read_before_restore(&workspace, name) {
        Some(_) => workspace.with_file_name(name),
        None => name::folder(&workspace).join(name),
    })
}

/// The file itself, whatever link leads to it: its copies lie beside it.
pub(super) fn real(workspace: &Path) -> Result<PathBuf, StoreError> {
    match workspace.is_symlink() {
        true => fs::canonicalize(workspace).map_err(StoreError::io(workspace)),
        false => Ok(workspace.to_owned()),
    }
}

/// The folder a file lies in.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Files of a folder whose names are those of copies; nothing without the folder.
pub(super) fn named(
    folder: &Path,
    read: &impl Fn(&str) -> Option<CopyName>,
) -> Result<Vec<KeptCopy>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // A folder whose name would be too long is not there either.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::InvalidFilename
            ) =>
        {
            return Ok(Vec::new());
        }
        Err(error) => return Err(StoreError::io(folder)(error)),
    };
    let mut copies = Vec::new();
    for entry in entries {
        let entry = entry.map_err(StoreError::io(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // A link is none of ours, and neither is what went away meanwhile.
        let file = entry.metadata().ok().filter(fs::Metadata::is_file);
        let (Some(said), Some(file)) = (read(&name), file) else {
            continue;
        };
        copies.push(KeptCopy {
            name,
            at: said.at,
            bytes: file.len(),
            state: said.state,
            reason: said.reason,
        });
    }
    Ok(copies)
}
