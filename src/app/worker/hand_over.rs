//! Pages handed to the system's own reader, where the user sees what comes out and prints it.
//!
//! The reader needs a file. It lies in a folder nobody else may look into and goes with the
//! next one that is printed, with the program, or, if that was killed, when it starts again.

use std::fs;
use std::path::Path;

use crate::files::PrivateFolder;
use crate::jobs::JobError;

const HEAD: &str = "manyi-print-";
const PAGES: &str = "manyi.pdf";

/// The pages the reader has now.
#[derive(Debug)]
pub(super) struct HandedOver {
    folder: PrivateFolder,
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
        let folder = PrivateFolder::make(temporary, HEAD)?;
        fs::write(folder.path().join(PAGES), pdf)?;
        Ok(Self { folder })
    }
}

/// Removes what a program that was killed left behind.
pub(super) fn clear_leftovers() {
    PrivateFolder::clear(&std::env::temp_dir(), HEAD);
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
        fs::write(left.join("held"), "").unwrap();
        fs::write(left.join(PAGES), "%PDF").unwrap();
        let others = temporary.path().join("manyi-others");
        fs::create_dir(&others).unwrap();
        let first = HandedOver::write(temporary.path(), b"1").unwrap();
        let second = HandedOver::write(temporary.path(), b"2").unwrap();
        assert!(!left.exists() && others.exists());
        assert!(first.folder.path().exists() && second.folder.path().exists());
    }
}
