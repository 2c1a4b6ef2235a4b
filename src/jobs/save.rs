//! Writing a file for the user: whole or not at all, and never over anything of ours.

use std::fs;
use std::path::Path;

use super::JobError;
use crate::files::{self, Existing};
use crate::paper::made;
use crate::store;

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// The user said so.
    Yes,
    /// Only if an earlier job wrote it and nobody changed it since.
    Ours,
    No,
}

/// Where a file goes.
#[derive(Clone, Copy, Debug)]
pub struct OutputFile<'a> {
    pub path: &'a Path,
    /// What its name has to end in.
    pub ending: &'a str,
    /// The workspace it is made from: who may not read that may not read this.
    pub workspace: &'a Path,
    pub replace: Replace,
}

impl OutputFile<'_> {
    /// Whether the file may be written there, known before it is made.
    pub fn check(&self) -> Result<(), JobError> {
        let path = || self.path.to_owned();
        let ending = self.path.extension().unwrap_or_default();
        if !ending.eq_ignore_ascii_case(self.ending) {
            let ending = format!(".{}", self.ending);
            return Err(JobError::Ending {
                path: path(),
                ending,
            });
        }
        if store::is_workspace(self.path, self.workspace) {
            return Err(JobError::Ours { path: path() });
        }
        match self.path.symlink_metadata() {
            // Nothing there, or nothing that can be seen: writing says more.
            Err(_) => Ok(()),
            Ok(_) if self.path.is_dir() => {
                Err(self.failed(std::io::ErrorKind::IsADirectory.into()))
            }
            Ok(found) if !found.is_file() && !found.is_symlink() => {
                Err(JobError::NoPlainFile { path: path() })
            }
            Ok(_) => match self.replace {
                Replace::Yes => Ok(()),
                Replace::Ours if made::by_us(self.path) => Ok(()),
                Replace::Ours | Replace::No => Err(JobError::Occupied { path: path() }),
            },
        }
    }

    /// Writes something the program made, with its mark: beside and then renamed, so that a
    /// file somebody has is replaced by a whole new one or stays; on the disk before it is said
    /// to be there.
    pub fn write(&self, bytes: Vec<u8>) -> Result<(), JobError> {
        self.check()?;
        self.put(&made::marked(bytes))
    }

    /// Writes byte for byte what came from elsewhere. It has no mark: an earlier job wrote what
    /// is there if it is the same.
    pub fn write_as_it_is(&self, bytes: &[u8]) -> Result<(), JobError> {
        let same = || fs::metadata(self.path).is_ok_and(|found| found.len() == bytes.len() as u64);
        match self.check() {
            Err(JobError::Occupied { .. })
                if self.replace == Replace::Ours
                    && same()
                    && fs::read(self.path).is_ok_and(|found| found == bytes) =>
            {
                Ok(())
            }
            checked => checked.and_then(|()| self.put(bytes)),
        }
    }

    fn put(&self, bytes: &[u8]) -> Result<(), JobError> {
        let existing = match self.replace {
            Replace::Yes | Replace::Ours => Existing::Replace,
            Replace::No => Existing::Refuse,
        };
        let written = files::write(self.path, Some(self.workspace), bytes, existing);
        written.map_err(|source| match source.kind() {
            std::io::ErrorKind::AlreadyExists => JobError::Occupied {
                path: self.path.to_owned(),
            },
            _ => self.failed(source),
        })
    }

    fn failed(&self, source: std::io::Error) -> JobError {
        JobError::Write {
            path: self.path.to_owned(),
            source,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn place<'a>(path: &'a Path, ending: &'a str, replace: Replace) -> OutputFile<'a> {
        OutputFile {
            path,
            ending,
            workspace: Path::new("/none.manyi"),
            replace,
        }
    }

    fn refused(path: &Path, ending: &str, replace: Replace) -> JobError {
        let before = fs::read(path).ok();
        let folder = path.parent().unwrap();
        let count = || fs::read_dir(folder).unwrap().count();
        let files = count();
        let error = place(path, ending, replace)
            .write(b"%PDF".to_vec())
            .unwrap_err();
        assert_eq!(fs::read(path).ok(), before);
        assert_eq!(count(), files);
        error
    }

    #[test]
    fn nothing_that_is_a_database_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.pdf", "a.manyi"] {
            let path = folder.path().join(name);
            fs::write(&path, "SQLite format 3\0").unwrap();
            let ending = path.extension().unwrap().to_str().unwrap();
            let error = refused(&path, ending, Replace::Yes);
            assert!(matches!(error, JobError::Ours { .. }), "{error}");
            assert!(matches!(
                refused(&path, "svg", Replace::Yes),
                JobError::Ending { .. }
            ));
        }
    }

    #[test]
    fn what_is_there_is_replaced_only_if_that_is_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        let write = |replace| place(&path, "svg", replace).write(b"<svg></svg>".to_vec());
        write(Replace::No).unwrap();
        write(Replace::Ours).unwrap();
        let error = refused(&path, "svg", Replace::No);
        assert!(matches!(error, JobError::Occupied { .. }), "{error}");
        fs::write(&path, "<svg>mine</svg>").unwrap();
        let error = refused(&path, "svg", Replace::Ours);
        assert!(matches!(error, JobError::Occupied { .. }), "{error}");
        write(Replace::Yes).unwrap();
        write(Replace::Ours).unwrap();
    }

    #[test]
    fn what_came_from_elsewhere_is_written_as_it_is_and_is_ours_while_it_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        let bytes = b"<svg>theirs</svg>";
        let write = |replace| place(&path, "svg", replace).write_as_it_is(bytes);
        write(Replace::Ours).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
        write(Replace::Ours).unwrap();
        let refused = |replace| matches!(write(replace), Err(JobError::Occupied { .. }));
        assert!(refused(Replace::No));
        fs::write(&path, "<svg>thEirs</svg>").unwrap();
        assert!(refused(Replace::Ours));
        assert_eq!(fs::read(&path).unwrap(), b"<svg>thEirs</svg>");
        write(Replace::Yes).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| -> PathBuf { folder.path().join(name) };
        fs::create_dir(at("b.pdf")).unwrap();
        let error = refused(&at("b.pdf"), "pdf", Replace::Yes);
        assert!(matches!(error, JobError::Write { .. }), "{error}");
        let none = at("none/a.pdf");
        let error = place(&none, "pdf", Replace::No).write(Vec::new());
        assert!(matches!(error, Err(JobError::Write { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_device_is_left_alone() {
        use std::os::unix::net::UnixListener;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        let _socket = UnixListener::bind(&path).unwrap();
        let error = place(&path, "pdf", Replace::Yes).check().unwrap_err();
        assert!(matches!(error, JobError::NoPlainFile { .. }), "{error}");
        let link = folder.path().join("b.pdf");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        place(&link, "pdf", Replace::Yes).check().unwrap();
    }
}
