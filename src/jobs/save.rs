//! Writing a file for the user: whole or not at all, and never over anything of ours.

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
pub struct Place<'a> {
    pub path: &'a Path,
    /// What its name has to end in.
    pub ending: &'a str,
    /// The workspace it is made from: who may not read that may not read this.
    pub workspace: &'a Path,
    pub replace: Replace,
}

impl Place<'_> {
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

    /// Writes it beside and renames, so that a file somebody has is replaced by a whole new
    /// one or stays; on the disk before it is said to be there.
    pub fn write(&self, bytes: Vec<u8>) -> Result<(), JobError> {
        self.check()?;
        let existing = match self.replace {
            Replace::Yes | Replace::Ours => Existing::Replace,
            Replace::No => Existing::Refuse,
        };
        let bytes = made::marked(bytes);
        let written = files::write(self.path, Some(self.workspace), &bytes, existing);
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
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn place<'a>(path: &'a Path, ending: &'a str, replace: Replace) -> Place<'a> {
        Place {
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
