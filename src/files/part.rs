//! A file on its way: written under a private name beside its target, then renamed to it.

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::folder;
use super::permit::permit;

/// What every such name ends in.
const ENDING: &str = ".part";

/// Bytes of the target's name that are kept; file systems allow 255 in all.
const KEPT: usize = 200;

/// Digits that tell one part file from another.
const KEY: usize = 16;

/// Names tried before giving up.
pub(super) const ATTEMPTS: u32 = 16;

/// A file that is removed again unless it is finished.
#[derive(Debug)]
pub struct Part {
    file: File,
    path: PathBuf,
    target: PathBuf,
    like: Option<PathBuf>,
    finished: bool,
}

impl Part {
    /// An empty file beside the target, made new under a name nobody can guess, so that no
    /// link laid there is followed. With `like` only its owner may read it until it gets the
    /// permissions of that file in the end.
    pub fn beside(target: &Path, like: Option<&Path>) -> io::Result<Self> {
        let mut refused = io::Error::from(ErrorKind::AlreadyExists);
        for _ in 0..ATTEMPTS {
            let path = target.with_file_name(private_name(target));
            match made_new(&path, like.is_some()) {
                Ok(file) => {
                    return Ok(Self {
                        file,
                        path,
                        target: target.to_owned(),
                        like: like.map(Path::to_owned),
                        finished: false,
                    });
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => refused = error,
                Err(error) => return Err(error),
            }
        }
        Err(refused)
    }

    /// Where it lies, for those who open it by name.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file itself.
    pub fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Has it on the disk and under its target's name, in place of what was there.
    pub fn finish(self) -> io::Result<()> {
        let target = self.target.clone();
        self.finish_as(&target)
    }

    /// The same under another name in the same folder: what it holds may be part of its name.
    pub fn finish_as(mut self, target: &Path) -> io::Result<()> {
        self.settle(target)?;
        fs::rename(&self.path, target)?;
        self.finished = true;
        folder::sync(folder::folder_of(target));
        Ok(())
    }

    /// The same where nothing has that name yet.
    pub fn finish_new(mut self) -> io::Result<()> {
        self.settle(&self.target)?;
        let path = TempPath::try_from_path(&self.path)?;
        // From here on it is removed by its new owner.
        self.finished = true;
        if let Err(refused) = path.persist_noclobber(&self.target) {
            let taken = refused.error.kind() == ErrorKind::AlreadyExists;
            if taken || fs::symlink_metadata(&self.target).is_ok() {
                return Err(refused.error);
            }
            // Some sticks and shares cannot say it in one step.
            refused.path.persist(&self.target)?;
        }
        folder::sync(folder::folder_of(&self.target));
        Ok(())
    }

    fn settle(&self, target: &Path) -> io::Result<()> {
        if let Some(like) = &self.like {
            permit(&self.file, like, target)?;
        }
        self.file.sync_all()
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.finished {
            // What is half there would only be in the way.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes what killed writers of the target left behind. Only for those who know that nobody
/// writes it now.
pub fn clean(target: &Path) {
    for path in parts(target) {
        // One that stays is found by the next run.
        let _ = match path.is_dir() {
            true => fs::remove_dir_all(path),
            false => fs::remove_file(path),
        };
    }
}

/// What was begun of a target and is not finished.
pub(super) fn parts(target: &Path) -> Vec<PathBuf> {
    let kept = kept(target);
    let of_target = |entry: &fs::DirEntry| {
        let kind = entry.file_type();
        let plain = kind.is_ok_and(|kind| kind.is_file() || kind.is_dir());
        plain && part_of(&entry.file_name().to_string_lossy()) == Some(&*kept)
    };
    let entries = fs::read_dir(folder::folder_of(target));
    let entries = entries.into_iter().flatten().flatten();
    entries
        .filter(of_target)
        .map(|entry| entry.path())
        .collect()
}

/// Whose part file that is, as far as its name has room to say.
pub fn part_of(name: &str) -> Option<&str> {
    let name = name.strip_prefix('.')?.strip_suffix(ENDING)?;
    let (target, key) = name.rsplit_once('.')?;
    let key_is = key.len() == KEY && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    key_is.then_some(target)
}

/// `.firm.manyi.0123456789abcdef.part`
pub(super) fn private_name(target: &Path) -> String {
    // Seeded by the system.
    let key = RandomState::new().build_hasher().finish();
    format!(".{}.{key:0KEY$x}{ENDING}", kept(target))
}

/// As much of its name as there is room for.
fn kept(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(KEPT);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default().to_owned()
}

#[cfg(unix)]
fn made_new(path: &Path, private: bool) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    let mode = if private { 0o600 } else { 0o666 };
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).mode(mode);
    options.open(path)
}

#[cfg(not(unix))]
fn made_new(path: &Path, _private: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn write(target: &Path, like: Option<&Path>, bytes: &[u8]) -> io::Result<()> {
        let mut part = Part::beside(target, like)?;
        part.file().write_all(bytes)?;
        part.finish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        write(&target, None, b"old").unwrap();
        let mut part = Part::beside(&target, None).unwrap();
        part.file().write_all(b"half").unwrap();
        drop(part);
        assert_eq!(fs::read(&target).unwrap(), b"old");
        write(&target, None, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.pdf"]);
        // A folder stands where the file should go.
        fs::create_dir(folder.path().join("b.pdf")).unwrap();
        assert!(write(&folder.path().join("b.pdf"), None, b"x").is_err());
        assert_eq!(names(folder.path()), ["a.pdf", "b.pdf"]);
        assert!(write(&folder.path().join("none/a.pdf"), None, b"x").is_err());
    }

    #[test]
    fn long_names_and_names_of_other_alphabets_find_room() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["x".repeat(250), "满".repeat(83)] {
            let target = folder.path().join(name);
            write(&target, None, b"x").unwrap();
            assert_eq!(fs::read(&target).unwrap(), b"x");
        }
    }

    #[test]
    fn only_leftovers_of_the_target_are_cleaned_away() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.manyi");
        for name in [
            ".a.manyi.0123456789abcdef.part",
            ".a.manyi.short.part",
            ".b.manyi.0123456789abcdef.part",
            "a.manyi.part",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        clean(&target);
        let left = [
            ".a.manyi.short.part",
            ".b.manyi.0123456789abcdef.part",
            "a.manyi.part",
        ];
        assert_eq!(names(folder.path()), left);
    }

    #[cfg(unix)]
    #[test]
    fn it_is_as_private_as_what_it_is_made_of() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let like = folder.path().join("firm.manyi");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for wanted in [0o600, 0o640, 0o666, 0o400] {
            let _ = fs::remove_file(&like);
            fs::write(&like, "").unwrap();
            fs::set_permissions(&like, fs::Permissions::from_mode(wanted)).unwrap();
            let target = folder.path().join("out.xlsx");
            let _ = fs::remove_file(&target);
            let part = Part::beside(&target, Some(&like)).unwrap();
            assert_eq!(mode(part.path()), 0o600, "nobody else may look meanwhile");
            part.finish().unwrap();
            assert_eq!(mode(&target), wanted);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_laid_at_the_target_is_replaced_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (target, victim) = (folder.path().join("a.pdf"), folder.path().join("victim"));
        fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, &target).unwrap();
        write(&target, None, b"x").unwrap();
        assert_eq!(fs::read(&victim).unwrap(), b"mine");
        assert!(!target.is_symlink());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_is_left_of_what_could_not_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.pdf");
        let mut part = Part::beside(&target, None).unwrap();
        // A device that is always full stands where the file is written first.
        part.file = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let full = part.file().write_all(b"x").unwrap_err();
        assert_eq!(full.kind(), ErrorKind::StorageFull);
        drop(part);
        assert_eq!(names(folder.path()), [""; 0]);
    }
}
