//! Pages handed to the system's own reader, where the user sees what comes out and prints it.
//!
//! The reader needs a file. It lies in a folder nobody else may look into and goes with the
//! next one that is printed, with the program, or, if that was killed, when it starts again.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use tempfile::{Builder, TempDir};

use crate::jobs::JobError;

const HEAD: &str = "manyi-print-";
/// Locked by the program whose folder it lies in.
const HELD: &str = "held";
const PAGES: &str = "manyi.pdf";

/// The pages the reader has now.
#[derive(Debug)]
pub(super) struct HandedOver {
    folder: TempDir,
    _held: File,
}

impl HandedOver {
    /// Writes the pages and has them opened.
    pub(super) fn open(pdf: &[u8]) -> Result<Self, JobError> {
        let temporary = std::env::temp_dir();
        let made = Self::write(&temporary, pdf).map_err(|source| JobError::Temporary {
            folder: temporary,
            source,
        })?;
        let pages = made.folder.path().join(PAGES);
        opener::open(pages).map_err(|error| JobError::NoReader(error.to_string()))?;
        Ok(made)
    }

    fn write(temporary: &Path, pdf: &[u8]) -> std::io::Result<Self> {
        clear(temporary);
        let mut builder = Builder::new();
        builder.prefix(HEAD);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        let folder = builder.tempdir_in(temporary)?;
        let held = File::create_new(folder.path().join(HELD))?;
        // Where locks are unknown the folder stays until the system clears it.
        let _ = held.try_lock();
        fs::write(folder.path().join(PAGES), pdf)?;
        Ok(Self {
            folder,
            _held: held,
        })
    }
}

/// Removes what a program that was killed left behind.
pub(super) fn clear_leftovers() {
    clear(&std::env::temp_dir());
}

fn clear(temporary: &Path) {
    let Ok(entries) = fs::read_dir(temporary) else {
        return;
    };
    for entry in entries.flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(HEAD);
        let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if named && folder && abandoned(&entry.path()) {
            // Another user's folder refuses.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn abandoned(folder: &Path) -> bool {
    let held = OpenOptions::new().write(true).open(folder.join(HELD));
    held.is_ok_and(|held| held.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn pages_are_gone_with_the_program_and_nobody_else_reads_them() {
        let temporary = tempfile::tempdir().unwrap();
        let handed = HandedOver::write(temporary.path(), b"%PDF").unwrap();
        let folder = handed.folder.path();
        assert_eq!(fs::read(folder.join(PAGES)).unwrap(), b"%PDF");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
        drop(handed);
        assert_eq!(names(temporary.path()), [""; 0]);
    }

    #[test]
    fn what_a_killed_program_left_goes_with_the_next_and_what_is_held_stays() {
        let temporary = tempfile::tempdir().unwrap();
        let left = temporary.path().join(format!("{HEAD}left"));
        fs::create_dir(&left).unwrap();
        fs::write(left.join(HELD), "").unwrap();
        fs::write(left.join(PAGES), "%PDF").unwrap();
        let others = temporary.path().join("manyi-others");
        fs::create_dir(&others).unwrap();
        let first = HandedOver::write(temporary.path(), b"1").unwrap();
        let second = HandedOver::write(temporary.path(), b"2").unwrap();
        assert!(!left.exists() && others.exists());
        assert!(first.folder.path().exists() && second.folder.path().exists());
    }
}
