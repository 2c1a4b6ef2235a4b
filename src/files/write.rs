//! A file written whole, with what killed writers of it left behind cleared away.

use std::fs::{self, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use super::part::{self, Part};

/// Where locks are unknown, what is older than this has nobody who writes it any more.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// What becomes of a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Replace,
    Refuse,
}

/// Writes a file whole or not at all, for those who may read `like`; see [`Part`].
pub fn write(
    target: &Path,
    like: Option<&Path>,
    bytes: &[u8],
    existing: Existing,
) -> io::Result<()> {
    for left in part::parts(target) {
        if abandoned(&left) {
            let _ = fs::remove_file(left);
        }
    }
    let mut part = Part::beside(target, like)?;
    // Held as long as it is written, which tells it from what was left. Where locks are
    // unknown its age does.
    let _ = part.file().try_lock();
    part.file().write_all(bytes)?;
    match existing {
        Existing::Replace => part.finish(),
        Existing::Refuse => part.finish_new(),
    }
}

fn abandoned(path: &Path) -> bool {
    let Ok(file) = OpenOptions::new().write(true).open(path) else {
        return false;
    };
    match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => {
            let modified = file.metadata().and_then(|found| found.modified());
            modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > STALE))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_there_is_replaced_only_if_that_is_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        write(&target, None, b"1", Existing::Refuse).unwrap();
        let again = write(&target, None, b"2", Existing::Refuse).unwrap_err();
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&target).unwrap(), b"1");
        write(&target, None, b"2", Existing::Replace).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"2");
        assert_eq!(names(folder.path()), ["a.pdf"]);
    }

    #[test]
    fn what_was_left_goes_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        let left = folder.path().join(".a.pdf.0123456789abcdef.part");
        fs::write(&left, "left").unwrap();
        let mut living = Part::beside(&target, None).unwrap();
        living.file().try_lock().unwrap();
        write(&target, None, b"1", Existing::Refuse).unwrap();
        assert!(!left.exists() && living.path().exists());
        drop(living);
        assert_eq!(names(folder.path()), ["a.pdf"]);
    }
}
