//! A folder of ours among the temporary ones: nobody else may look into it, and it goes with
//! whoever holds it, or, if that was killed, when the next one is made.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use tempfile::{Builder, TempDir};

/// Locked by the program whose folder it lies in.
const HELD: &str = "held";

/// A folder that is gone when this is.
#[derive(Debug)]
pub struct PrivateFolder {
    folder: TempDir,
    _held: File,
}

impl PrivateFolder {
    /// Makes one in `temporary`, its name beginning with `head`, and clears away what programs
    /// that were killed left behind under that head.
    pub fn make(temporary: &Path, head: &str) -> io::Result<Self> {
        Self::clear(temporary, head);
        let mut builder = Builder::new();
        builder.prefix(head);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        let folder = builder.tempdir_in(temporary)?;
        let held = File::create_new(folder.path().join(HELD))?;
        // Where locks are unknown the folder stays until the system clears it.
        let _ = held.try_lock();
        Ok(Self {
            folder,
            _held: held,
        })
    }

    /// Removes what a program that was killed left behind.
    pub fn clear(temporary: &Path, head: &str) {
        let Ok(entries) = fs::read_dir(temporary) else {
            return;
        };
        for entry in entries.flatten() {
            let named = entry.file_name().to_string_lossy().starts_with(head);
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if named && folder && abandoned(&entry.path()) {
                // Another user's folder refuses.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

fn abandoned(folder: &Path) -> bool {
    let held = OpenOptions::new().write(true).open(folder.join(HELD));
    held.is_ok_and(|held| held.try_lock().is_ok())
}
