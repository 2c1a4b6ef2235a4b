//! Making one copy: written beside, verified, named; only then older ones go.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{Span, Zoned};
use rusqlite::Connection;

use super::name::{self, CopyName};
use super::{Note, Session, clean, list, pages, sound, thin};
use crate::files::{self, Part};
use crate::model::{CopyReason, CopyState, Progress};
use crate::store::StoreError;

/// Copies the workspace at `path` as `db` sees it. A damaged one is copied too, and marked.
///
/// # Errors
/// The copy could not be made; nothing is left of it and no older one was touched.
pub(in crate::store) fn keep(
    db: &Connection,
    path: &Path,
    reason: CopyReason,
    session: &mut Session,
    progress: &Progress,
) -> Result<PathBuf, StoreError> {
    let folder = name::folder(path);
    files::make_private(&folder, path).map_err(StoreError::io(&folder))?;
    clean::copies(path, &folder);
    let (copy, fault) = write(db, path, &folder, reason, progress)?;
    session.made();
    if let Some(fault) = fault {
        session.note(Note::Damaged(fault));
    }
    session.send(path, &copy);
    prune(path, session.rules.room)?;
    Ok(copy)
}

/// The copy under its name, and what is wrong with the workspace.
fn write(
    db: &Connection,
    path: &Path,
    folder: &Path,
    reason: CopyReason,
    progress: &Progress,
) -> Result<(PathBuf, Option<String>), StoreError> {
    let mut said = CopyName {
        at: Zoned::now().datetime(),
        state: CopyState::Sound,
        reason: Some(reason),
    };
    let draft = folder.join(name::copy(path, said));
    let part = Part::beside(&draft, Some(path)).map_err(StoreError::io(&draft))?;
    pages::write(db, &part, progress)?;
    let mut fault = None;
    if let Some(found) = sound::fault_of_file(part.path(), progress)? {
        // Page by page the same, so it is the workspace, unless the disk failed.
        if sound::fault(db).is_none() {
            return Err(StoreError::Disk(found));
        }
        said.state = CopyState::Damaged;
        fault = Some(found);
    }
    let copy = free_name(path, folder, said);
    part.finish_as(&copy).map_err(StoreError::io(&copy))?;
    Ok((copy, fault))
}

/// Two copies within a thousandth of a second are told apart by the next one.
fn free_name(path: &Path, folder: &Path, mut said: CopyName) -> PathBuf {
    loop {
        let copy = folder.join(name::copy(path, said));
        if fs::symlink_metadata(&copy).is_err() {
            return copy;
        }
        said.at = said.at.saturating_add(Span::new().milliseconds(1));
    }
}

/// Removes those that are too many.
fn prune(path: &Path, room: u64) -> Result<(), StoreError> {
    let copies = list::beside(path)?;
    for at in thin::surplus(&copies, Zoned::now().datetime(), room) {
        let Some(old) = copies.get(at) else {
            continue;
        };
        let old = list::path_of(path, &old.name)?;
        fs::remove_file(&old).map_err(StoreError::io(&old))?;
    }
    Ok(())
}
