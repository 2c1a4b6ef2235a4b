//! Reading a file from the disk, whole and within a limit.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use sha2::{Digest, Sha256};

use super::error::{FileFault, IntakeError};
use crate::model::SourceFile;

/// Largest file taken in. Ten times what an export of 100,000 returns weighs; the workspace
/// keeps the original, so a larger one would make it unwieldy too.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Reads the file with its SHA-256.
///
/// # Errors
/// [`IntakeError::File`] when it is missing, may not be read, is empty or larger than
/// [`MAX_FILE_BYTES`].
pub fn read(path: &Path) -> Result<SourceFile, IntakeError> {
    let (name, bytes) = load(path)?;
    let sha256 = sha256(&bytes);
    Ok(SourceFile {
        name,
        bytes,
        sha256,
    })
}

/// Reads the file and does something with its name and bytes while its SHA-256 is computed
/// beside: of a large file that takes as long as a tenth of reading its cells.
///
/// # Errors
/// Those of [`read`], and those of `work`.
pub fn read_while<T, E: From<IntakeError>>(
    path: &Path,
    work: impl FnOnce(&str, &Arc<[u8]>) -> Result<T, E>,
) -> Result<(SourceFile, T), E> {
    let (name, bytes) = load(path)?;
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
    SourceFile {
        name,
        sha256: sha256(&bytes),
        bytes: bytes.into(),
    }
}

/// In lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn load(path: &Path) -> Result<(String, Arc<[u8]>), IntakeError> {
    let name = path
        .file_name()
        .map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy())
        .into_owned();
    match read_bytes(path) {
        Ok(bytes) => Ok((name, bytes.into())),
        Err(fault) => Err(IntakeError::File { file: name, fault }),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(|error| fault(&error))?;
    let metadata = file.metadata().map_err(|error| fault(&error))?;
    if metadata.is_dir() {
        return Err(FileFault::Folder);
    }
    let mut bytes = Vec::new();
    let hint = metadata.len().min(MAX_FILE_BYTES);
    bytes.reserve(usize::try_from(hint).unwrap_or(0) + 1);
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fault(&error))?;
    match bytes.len() as u64 {
        0 => Err(FileFault::Empty),
        length if length > MAX_FILE_BYTES => Err(FileFault::TooLarge {
            bytes: metadata.len().max(length),
            limit: MAX_FILE_BYTES,
        }),
        _ => Ok(bytes),
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
        let file = read(&path).unwrap();
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
        let missing = read(&folder.path().join("none.xlsx")).unwrap_err();
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
            read(&path).unwrap_err(),
            IntakeError::File {
                fault: FileFault::Empty,
                ..
            }
        ));
        assert!(matches!(
            read(folder.path()).unwrap_err(),
            IntakeError::File {
                fault: FileFault::Folder,
                ..
            }
        ));
    }
}
