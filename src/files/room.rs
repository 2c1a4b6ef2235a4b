//! A folder for what is needed on the way to a file, gone with its owner.

use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::part::{ATTEMPTS, private_name};

/// A private folder beside a target, named like its part files: whoever clears those away clears
/// it away too.
#[derive(Debug)]
pub struct Room {
    path: PathBuf,
}

impl Room {
    /// An empty folder beside the target that only its owner may look into.
    pub fn beside(target: &Path) -> io::Result<Self> {
        let mut refused = io::Error::from(ErrorKind::AlreadyExists);
        for _ in 0..ATTEMPTS {
            let path = target.with_file_name(private_name(target));
            match private().create(&path) {
                Ok(()) => return Ok(Self { path }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => refused = error,
                Err(error) => return Err(error),
            }
        }
        Err(refused)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // One that stays is cleared away with the part files of its target.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.recursive(false);
    builder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::clean;

    #[test]
    fn it_goes_with_its_owner_or_is_cleared_away_later() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.manyi");
        let left = || fs::read_dir(folder.path()).unwrap().count();
        let room = Room::beside(&target).unwrap();
        fs::write(room.path().join("half"), "x").unwrap();
        drop(room);
        assert_eq!(left(), 0);
        let room = Room::beside(&target).unwrap();
        fs::write(room.path().join("half"), "x").unwrap();
        // As a killed program leaves it.
        std::mem::forget(room);
        clean(&folder.path().join("b.manyi"));
        assert_eq!(left(), 1);
        clean(&target);
        assert_eq!(left(), 0);
    }
}
