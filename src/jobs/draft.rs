//! What is typed of a return and not whole yet, in a file beside the workspace, so that it
//! outlives the program. It goes once the return is kept.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::JobError;
use crate::files::{self, Existing};

/// Bytes of a draft at most: beyond that it is none of ours.
const MOST: u64 = 4 << 20;

/// Keeps it, in the place of the one before; nothing takes that away.
///
/// # Errors
/// [`JobError::Write`].
pub fn keep(workspace: &Path, typed: &str) -> Result<(), JobError> {
    let path = place(workspace);
    let kept = match typed {
        "" => match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        },
        typed => files::write(&path, Some(workspace), typed.as_bytes(), Existing::Replace),
    };
    kept.map_err(|source| JobError::Write { path, source })
}

/// What was kept; nothing where that is nothing, or cannot be read.
pub fn kept(workspace: &Path) -> String {
    let mut typed = String::new();
    let path = place(workspace);
    let ordinary = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
    let read =
        ordinary.then(|| File::open(path).and_then(|it| it.take(MOST).read_to_string(&mut typed)));
    match read {
        Some(Ok(_)) => typed,
        _ => String::new(),
    }
}

fn place(workspace: &Path) -> PathBuf {
    let mut name: OsString = workspace.as_os_str().to_owned();
    name.push(".typing");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_outlives_the_program_and_goes_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("firm.manyi");
        fs::write(&workspace, "").unwrap();
        assert_eq!(kept(&workspace), "");
        keep(&workspace, "").unwrap();
        keep(&workspace, "one").unwrap();
        keep(&workspace, "two").unwrap();
        assert_eq!(kept(&workspace), "two");
        keep(&workspace, "").unwrap();
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!((kept(&workspace).as_str(), names), ("", 1));
    }
}
