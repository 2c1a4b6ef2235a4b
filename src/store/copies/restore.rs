//! A copy takes the workspace's place.
//!
//! What lay there is kept beside it, so that no restore can be the wrong one. A journal a
//! killed writer left belongs to the old file: played into the new one it would ruin it. So it
//! is rolled back first; where the old file cannot be opened any more, both are kept as they
//! are. Whenever this ends, the old or the new workspace is there, whole.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::Zoned;
use rusqlite::OpenFlags;

use super::{clean, list, name, pages, sound};
use crate::files::{self, Part};
use crate::model::{CopyState, Progress};
use crate::store::lock::Lock;
use crate::store::{Store, StoreError, connect};

/// What SQLite may leave beside a file, its journal first.
const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Points a kill is tried at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Moment {
    /// The copy lies beside, under a private name.
    Brought,
    /// What is there now is kept.
    Kept,
    /// No journal is left.
    Cleared,
    /// Done.
    Replaced,
}

/// Looks at a copy as a whole before it is trusted: as opening it does, and at its returns too.
///
/// # Errors
/// Whatever stands in the way of opening it; [`StoreError::Damaged`].
pub fn verify(copy: &Path, progress: &Progress) -> Result<(), StoreError> {
    let store = Store::open_read_only(copy)?;
    store.load()?;
    store.hold_sound(progress)
}

/// Puts a copy in the workspace's place and says under which name what was there is kept;
/// `None` if nothing was. The workspace may be damaged, or gone.
///
/// # Errors
/// [`StoreError::Held`] while somebody has the workspace open. Whatever it is, the workspace is
/// as it was.
pub fn restore(
    workspace: &Path,
    copy: &Path,
    progress: &Progress,
) -> Result<Option<PathBuf>, StoreError> {
    restore_watched(workspace, copy, progress, &|_| {})
}

pub(in crate::store) fn restore_watched(
    workspace: &Path,
    copy: &Path,
    progress: &Progress,
    at: &impl Fn(Moment),
) -> Result<Option<PathBuf>, StoreError> {
    let workspace = list::real(workspace)?;
    let _lock = Lock::take(&workspace)?.ok_or(StoreError::ProtectedFolder)?;
    clean::beside(&workspace);
    let part = brought(&workspace, copy, progress)?;
    at(Moment::Brought);
    let kept = set_aside(&workspace, progress)?;
    at(Moment::Kept);
    for ending in BESIDE {
        let path = beside(&workspace, ending);
        gone(fs::remove_file(&path)).map_err(StoreError::io(&path))?;
    }
    files::sync(list::parent(&workspace));
    at(Moment::Cleared);
    part.finish().map_err(StoreError::io(&workspace))?;
    at(Moment::Replaced);
    Ok(kept)
}

/// The copy beside the workspace under a private name, looked at.
fn brought(workspace: &Path, copy: &Path, progress: &Progress) -> Result<Part, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = connect::at(copy, flags)?;
    let like = if workspace.exists() { workspace } else { copy };
    let part = Part::beside(workspace, Some(like)).map_err(StoreError::io(workspace))?;
    pages::write(&db, &part, progress)?;
    match sound::fault_of_file(part.path(), progress)? {
        None => Ok(part),
        Some(fault) => Err(StoreError::Damaged(fault)),
    }
}

/// Keeps what is there: as its last finished change left it, or else byte for byte, with its
/// journal under a name that still belongs to it.
fn set_aside(workspace: &Path, progress: &Progress) -> Result<Option<PathBuf>, StoreError> {
    match fs::metadata(workspace) {
        Ok(found) if found.len() > 0 => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::io(workspace)(error)),
    }
    // Opening the file may use its journal up without having mended it.
    let kept = kept_name(workspace, CopyState::Damaged);
    let mut left = Vec::new();
    for ending in BESIDE {
        let to = beside(&kept, ending);
        match copied(&beside(workspace, ending), &to) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            part => left.push((part.map_err(StoreError::io(&to))?, to)),
        }
    }
    match through_sqlite(workspace, progress) {
        Err(StoreError::Damaged(_)) => {}
        kept => return kept.map(Some),
    }
    for (part, to) in left {
        part.finish().map_err(StoreError::io(&to))?;
    }
    let as_it_is = copied(workspace, &kept).and_then(Part::finish);
    as_it_is.map_err(StoreError::io(&kept))?;
    Ok(Some(kept))
}

/// SQLite rolls back a journal that lies there before it reads a page.
fn through_sqlite(workspace: &Path, progress: &Progress) -> Result<PathBuf, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = connect::at(workspace, flags)?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut kept = kept_name(workspace, CopyState::Sound);
    let part = Part::beside(&kept, Some(workspace)).map_err(StoreError::io(&kept))?;
    pages::write(&db, &part, progress)?;
    if sound::fault_of_file(part.path(), progress)?.is_some() {
        kept = kept_name(workspace, CopyState::Damaged);
    }
    part.finish_as(&kept).map_err(StoreError::io(&kept))?;
    Ok(kept)
}

/// Byte for byte.
fn copied(from: &Path, to: &Path) -> io::Result<Part> {
    let mut bytes = File::open(from)?;
    let mut part = Part::beside(to, Some(from))?;
    io::copy(&mut bytes, part.file())?;
    Ok(part)
}

/// What is not there need not go.
fn gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

fn kept_name(workspace: &Path, state: CopyState) -> PathBuf {
    let now = Zoned::now().datetime();
    workspace.with_file_name(name::before_restore(workspace, now, state))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
