//! Who writes: an operating-system lock beside the file, gone with the process that holds it.
//!
//! The lock is on `firm.manyi.lock`; who holds it stands in `firm.manyi.holder`, since Windows
//! lets nobody read a locked file. SQLite's own locks keep the data sound without all this:
//! it is there so that a second window is told instead of working on what is changing under it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::StoreError;

/// Bytes a file's name may have nearly everywhere, and those of the longest ending that lies
/// beside a workspace: `-journal`, `-backups`.
const LONGEST_NAME: usize = 255;
const ENDINGS: usize = 8;

/// Refuses a name that leaves no room for what lies beside the file while it is written.
pub(super) fn leave_room(workspace: &Path) -> Result<(), StoreError> {
    let name = workspace.file_name().unwrap_or_default();
    match name.len() + ENDINGS > LONGEST_NAME {
        true => Err(StoreError::io(workspace)(ErrorKind::InvalidFilename.into())),
        false => Ok(()),
    }
}

/// The right to write, given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    note: PathBuf,
    /// The disk knows locks: a second window will be told.
    told: bool,
}

#[derive(Serialize, Deserialize)]
struct Holder {
    who: String,
    host: String,
    pid: u32,
    since: Timestamp,
}

impl Lock {
    /// Takes the lock of a workspace; `None` in a write-protected folder.
    pub(super) fn take(workspace: &Path) -> Result<Option<Self>, StoreError> {
        let path = beside(workspace, ".lock");
        let note = beside(workspace, ".holder");
        let (file, told) = match locked(&path) {
            Ok(locked) => locked,
            Err(TryLockError::WouldBlock) => return Err(held(&note)),
            Err(TryLockError::Error(error)) if protected(&error) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&path)(error)),
        };
        let lock = Self {
            file,
            path,
            note,
            told,
        };
        if let Ok(text) = serde_json::to_string(&Holder::here()) {
            // Without the note the lock still holds; a second window is told less.
            let _ = write_new(&lock.note, &text);
        }
        Ok(Some(lock))
    }
}

impl Lock {
    /// Whether others find it held. Some network shares know no locks: writing there stays
    /// sound, only a second window is not told.
    pub(super) fn told(&self) -> bool {
        self.told
    }
}

/// In the place of whatever was there; no link is followed.
fn write_new(note: &Path, text: &str) -> io::Result<()> {
    let _ = fs::remove_file(note);
    let mut file = OpenOptions::new().write(true).create_new(true).open(note)?;
    file.write_all(text.as_bytes())
}

/// Who works here: `li@office`, or as much of it as is known.
pub fn who() -> String {
    Holder::here().name()
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.note);
        // Elsewhere the empty file stays: it could be taken away from under a new holder.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

impl Holder {
    /// `li@office`, or as much of it as is known.
    fn name(&self) -> String {
        let known = [self.who.trim(), self.host.trim()].into_iter();
        let known: Vec<&str> = known.filter(|part| !part.is_empty()).collect();
        known.join("@")
    }

    fn here() -> Self {
        let name = ["USER", "USERNAME", "LOGNAME"];
        Self {
            who: name
                .into_iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|name| !name.trim().is_empty())
                .unwrap_or_default(),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            pid: std::process::id(),
            since: Timestamp::now(),
        }
    }
}

/// How often to begin again when the file is taken away from under us.
const ATTEMPTS: u32 = 100;

/// The lock file, locked, and still the one that others find under this name; and whether the
/// disk knows locks at all.
fn locked(path: &Path) -> Result<(File, bool), TryLockError> {
    for _ in 0..ATTEMPTS {
        ordinary(path).map_err(TryLockError::Error)?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(TryLockError::Error)?;
        let told = match file.try_lock() {
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => false,
            other => other.map(|()| true)?,
        };
        if still_there(&file, path) {
            return Ok((file, told));
        }
    }
    Err(TryLockError::WouldBlock)
}

/// SQLite opens the journal of a workspace, whatever it is.
pub(super) fn ordinary_journal(workspace: &Path) -> Result<(), StoreError> {
    let journal = beside(workspace, "-journal");
    ordinary(&journal).map_err(StoreError::io(&journal))
}

/// Opening anything but an ordinary file may never end.
fn ordinary(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(ErrorKind::InvalidInput.into()),
        _ => Ok(()),
    }
}

/// Whoever held it before may have removed it between our opening and our locking it.
#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(found)) => identity(ours) == identity(found),
        _ => false,
    }
}

#[cfg(not(unix))]
fn still_there(_file: &File, _path: &Path) -> bool {
    true
}

fn protected(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

fn held(note: &Path) -> StoreError {
    let read = |note| ordinary(note).and_then(|()| fs::read(note));
    let holder = read(note)
        .ok()
        .and_then(|text| serde_json::from_slice::<Holder>(&text).ok());
    StoreError::Held {
        by: holder.as_ref().map_or_else(String::new, Holder::name),
        since: holder.map(|holder| holder.since),
    }
}

fn beside(workspace: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = workspace.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_is_called_by_what_is_known() {
        for (who, host, name) in [
            ("li", "office", "li@office"),
            ("", "office", "office"),
            ("li", "", "li"),
            ("", " ", ""),
        ] {
            let holder = Holder {
                who: who.to_owned(),
                host: host.to_owned(),
                pid: 1,
                since: Timestamp::UNIX_EPOCH,
            };
            assert_eq!(holder.name(), name);
        }
    }
}
