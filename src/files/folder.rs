//! Folders: made for what may be private, synced after something in them was renamed.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Makes a folder, if it is not there, that lets nobody in who may not read the file `like`.
pub fn make_private(folder: &Path, like: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => admit(folder, like),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// The folder of a file, also where its path names none.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Who may read the file may look into the folder.
#[cfg(unix)]
fn admit(folder: &Path, like: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let Ok(found) = fs::metadata(like) else {
        return Ok(());
    };
    let mode = found.permissions().mode() & 0o777;
    let searched = (mode & 0o444) >> 2;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode | searched | 0o700))
}

#[cfg(not(unix))]
fn admit(_folder: &Path, _like: &Path) -> io::Result<()> {
    Ok(())
}

/// Has the disk remember what was renamed in the folder. Systems that cannot sync a folder do
/// so in their own time: the rename is done and not worth refusing.
pub fn sync(folder: &Path) {
    if cfg!(unix) {
        let here = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let _ = File::open(here).and_then(|folder| folder.sync_all());
    }
}
