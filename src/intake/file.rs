//! Reading a file from the disk, whole and within a limit.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

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
    let name = path
        .file_name()
        .map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy())
        .into_owned();
    let bytes = read_bytes(path).map_err(|fault| IntakeError::File {
        file: name.clone(),
        fault,
    })?;
    Ok(source(name, bytes))
}

/// A file whose bytes are already in memory, such as one that was dropped on the window.
pub fn source(name: String, bytes: Vec<u8>) -> SourceFile {
    let digest = Sha256::digest(&bytes);
    SourceFile {
        name,
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.into(),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(|error| fault(&error))?;
    let metadata = file.metadata().map_err(|error| fault(&error))?;
    if metadata.is_dir() {
        return Err(FileFault::Unreadable("is a folder".to_owned()));
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
        assert!(read(folder.path()).is_err());
    }
}
