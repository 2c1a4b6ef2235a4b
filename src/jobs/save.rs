//! Writing a file of ours: whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use super::JobError;

/// Writes beside the target and renames, so that a file somebody has is replaced by a whole
/// new one or stays.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), JobError> {
    let failed = |source| JobError::Write {
        path: path.to_owned(),
        source,
    };
    let part = part_of(path);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|source| {
        // What is half there would only be in the way; the first error is the one to tell.
        let _ = fs::remove_file(&part);
        failed(source)
    })
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_is_left_of_what_could_not_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        // A device that is always full stands where the file is written first.
        std::os::unix::fs::symlink("/dev/full", part_of(&path)).unwrap();
        let error = save(&path, b"x").unwrap_err();
        let full = |error: &JobError| {
            matches!(error, JobError::Write { source, .. }
                if source.kind() == std::io::ErrorKind::StorageFull)
        };
        assert!(full(&error), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_is_replaced_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        save(&path, b"old").unwrap();
        save(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let error = save(&folder.path().join("none/a.pdf"), b"x").unwrap_err();
        assert!(matches!(error, JobError::Write { .. }));
        // A folder stands where the file should go.
        fs::create_dir(folder.path().join("b.pdf")).unwrap();
        assert!(save(&folder.path().join("b.pdf"), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
