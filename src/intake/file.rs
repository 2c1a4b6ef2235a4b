//! Reading a file from the disk, whole and within a limit.
//!
//! Only ordinary files are opened: a pipe or a device would keep whoever reads it waiting.
//! Bytes and hash come from one reading, and a file that is written to meanwhile is refused.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use sha2::{Digest, Sha256};

use super::error::{FileFault, IntakeError};
use crate::model::{Cancelled, Progress, SourceFile};

/// Largest file taken in. Ten times what an export of 100,000 returns weighs; the workspace
/// keeps the original, so a larger one would make it unwieldy too.
pub const MAX_FILE_BYTES: u64 = 256 << 20;
/// Bytes between two looks at whether the file is still wanted.
const BLOCK: usize = 1 << 20;

/// Reads the file with its SHA-256.
///
/// # Errors
/// [`IntakeError::File`] when it is missing, no ordinary file, may not be read, is empty,
/// larger than [`MAX_FILE_BYTES`] or changes meanwhile; [`IntakeError::Cancelled`].
pub fn read(path: &Path, progress: &Progress) -> Result<SourceFile, IntakeError> {
    let (name, bytes) = load(path, progress)?;
    Ok(hashed(name, bytes))
}

/// A file that was loaded, with its SHA-256.
pub fn hashed(name: String, bytes: Arc<[u8]>) -> SourceFile {
    SourceFile {
        name,
        sha256: sha256(&bytes),
        bytes,
    }
}

/// Reads the file and does something with its name and bytes while its SHA-256 is computed
/// beside: of a large file that takes as long as a tenth of reading its cells.
///
/// # Errors
/// Those of [`read`], and those of `work`.
pub fn read_while<T, E: From<IntakeError>>(
    path: &Path,
    progress: &Progress,
    work: impl FnOnce(&str, &Arc<[u8]>) -> Result<T, E>,
) -> Result<(SourceFile, T), E> {
    let (name, bytes) = load(path, progress)?;
    let (sha256, done) = thread::scope(|scope| {
        let hash = scope.spawn(|| sha256(&bytes));
        let done = work(&name, &bytes);
        let hash = hash.join();
        (hash.unwrap_or_else(|panic| resume_unwind(panic)), done)
    });
    let source = SourceFile {
        name,
        bytes,
        sha256,
    };
    Ok((source, done?))
}

/// A file whose bytes are already in memory.
pub fn source(name: String, bytes: Vec<u8>) -> SourceFile {
    hashed(name, bytes.into())
}

/// In lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the name and bytes of a file, for a look at what it is.
///
/// # Errors
/// Those of [`read`].
pub fn load(path: &Path, progress: &Progress) -> Result<(String, Arc<[u8]>), IntakeError> {
    let name = named(path);
    match read_bytes(path, progress) {
        Ok(bytes) => Ok((name, bytes)),
        Err(Unread::Cancelled(cancelled)) => Err(cancelled.into()),
        Err(Unread::Fault(fault)) => Err(IntakeError::File { file: name, fault }),
    }
}

/// Whether a file can be opened, without a look at what is in it.
///
/// # Errors
/// [`IntakeError::File`] with what it is instead.
pub fn look(path: &Path) -> Result<(), IntakeError> {
    let opened = fs::metadata(path)
        .map_err(|error| fault(&error))
        .and_then(|found| refuse_other_than_file(&found))
        .and_then(|()| File::open(path).map_err(|error| fault(&error)));
    let file = named(path);
    opened.map_or_else(|fault| Err(IntakeError::File { file, fault }), |_| Ok(()))
}

/// Bytes that tell what kind of file it is.
const HEAD: u64 = 16;

/// How large a file is, and what it begins with.
///
/// # Errors
/// Those of opening and reading it.
pub fn head(path: &Path) -> io::Result<(u64, Vec<u8>)> {
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok((found.len(), head))
}

fn named(path: &Path) -> String {
    let name = path.file_name();
    let name = name.map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    name.into_owned()
}

/// Why a file was not read.
enum Unread {
    Cancelled(Cancelled),
    Fault(FileFault),
}

impl From<Cancelled> for Unread {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}

impl From<FileFault> for Unread {
    fn from(fault: FileFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Fault(fault(&error))
    }
}

fn read_bytes(path: &Path, progress: &Progress) -> Result<Arc<[u8]>, Unread> {
    // Asked before it is opened: opening a pipe waits for somebody to write to it.
    refuse_other_than_file(&fs::metadata(path)?)?;
    let mut file = File::open(path)?;
    let before = file.metadata()?;
    refuse_other_than_file(&before)?;
    let length = match before.len() {
        0 => return Err(FileFault::Empty.into()),
        bytes if bytes > MAX_FILE_BYTES => {
            let limit = MAX_FILE_BYTES;
            return Err(FileFault::TooLarge { bytes, limit }.into());
        }
        bytes => usize::try_from(bytes).unwrap_or(usize::MAX),
    };
    let bytes = fill(&mut file, length, progress)?;
    let after = file.metadata()?;
    let written = |metadata: &Metadata| metadata.modified().ok();
    if after.len() != before.len() || written(&after) != written(&before) {
        return Err(FileFault::Changed.into());
    }
    Ok(bytes)
}

fn refuse_other_than_file(metadata: &Metadata) -> Result<(), FileFault> {
    match metadata {
        folder if folder.is_dir() => Err(FileFault::Folder),
        file if file.is_file() => Ok(()),
        _ => Err(FileFault::NotAFile),
    }
}

/// So many bytes and no more, in the memory they stay in.
fn fill(from: &mut impl Read, length: usize, progress: &Progress) -> Result<Arc<[u8]>, Unread> {
    progress.expect(length as u64);
    let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, length).collect();
    let mut done = 0;
    for block in Arc::make_mut(&mut bytes).chunks_mut(BLOCK) {
        progress.reach(done)?;
        from.read_exact(block).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => FileFault::Changed,
            _ => fault(&error),
        })?;
        done += block.len() as u64;
    }
    match from.read(&mut [0])? {
        0 => Ok(bytes),
        _ => Err(FileFault::Changed.into()),
    }
}

fn fault(error: &std::io::Error) -> FileFault {
    match error.kind() {
        ErrorKind::NotFound => FileFault::NotFound,
        ErrorKind::PermissionDenied => FileFault::Denied,
        _ => FileFault::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_with_its_name_and_hash() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("答卷.csv");
        std::fs::write(&path, "abc").unwrap();
        let file = read(&path, &Progress::default()).unwrap();
        assert_eq!(file.name, "答卷.csv");
        assert_eq!(
            file.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(&*file.bytes, b"abc");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let missing = read(&folder.path().join("none.xlsx"), &Progress::default()).unwrap_err();
        assert_eq!(
            missing,
            IntakeError::File {
                file: "none.xlsx".to_owned(),
                fault: FileFault::NotFound
            }
        );
        let path = folder.path().join("empty.xlsx");
        std::fs::write(&path, "").unwrap();
        assert!(matches!(
            read(&path, &Progress::default()).unwrap_err(),
            IntakeError::File {
                fault: FileFault::Empty,
                ..
            }
        ));
        assert!(matches!(
            read(folder.path(), &Progress::default()).unwrap_err(),
            IntakeError::File {
                fault: FileFault::Folder,
                ..
            }
        ));
    }

    fn fault_of(path: &Path) -> FileFault {
        match read(path, &Progress::default()).unwrap_err() {
            IntakeError::File { fault, .. } => fault,
            other => panic!("{other}"),
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_ordinary_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("returns.csv");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let socket = folder.path().join("socket.csv");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        for path in [&pipe, &socket, &link, Path::new("/dev/zero")] {
            assert_eq!(fault_of(path), FileFault::NotAFile, "{}", path.display());
        }
        std::fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink(folder.path(), &link).unwrap();
        assert_eq!(fault_of(&link), FileFault::Folder);
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_refused() {
        let progress = Progress::default();
        let filled = |bytes: &[u8], length| match fill(&mut &*bytes, length, &progress) {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(Unread::Fault(fault)) => Err(fault),
            Err(Unread::Cancelled(_)) => panic!("nobody cancelled"),
        };
        assert_eq!(filled(b"abc", 3), Ok(b"abc".to_vec()));
        assert_eq!(filled(b"abc", 4), Err(FileFault::Changed), "cut off");
        assert_eq!(filled(b"abc", 2), Err(FileFault::Changed), "written on");
    }

    #[test]
    fn a_share_that_goes_away_says_what_the_system_says() {
        struct Gone(u8);
        impl Read for Gone {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                match self.0 {
                    1 => Ok(into.len() / 2),
                    _ => Err(io::Error::other("the share is gone")),
                }
            }
        }
        let read = fill(&mut Gone(0), BLOCK * 2, &Progress::default());
        let Err(Unread::Fault(FileFault::Unreadable(said))) = read else {
            panic!("it was read");
        };
        assert_eq!(said, "the share is gone");
    }

    #[test]
    fn nobody_waits_for_a_file_that_is_no_longer_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("答卷.csv");
        std::fs::write(&path, "abc").unwrap();
        let progress = Progress::default();
        progress.cancel();
        let cancelled = read(&path, &progress).unwrap_err();
        assert_eq!(cancelled, IntakeError::Cancelled(Cancelled));
    }
}
