//! What can be wrong with a spreadsheet file as a whole, and with the place of a file of ours.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::reason::reason;
use crate::i18n::Language;
use crate::intake::{FileFault, ForeignKind};
use crate::tr;

pub(super) fn explain(fault: &FileFault, language: Language) -> String {
    match fault {
        FileFault::NotFound => tr!(language, "error-file-not-found"),
        FileFault::Folder => tr!(language, "error-file-folder"),
        FileFault::NotAFile => tr!(language, "error-file-not-ordinary"),
        FileFault::Changed => tr!(language, "error-file-changed"),
        FileFault::Denied => tr!(language, "error-file-denied"),
        FileFault::Unreadable(_) => tr!(language, "error-file-unreadable"),
        FileFault::TooLarge { bytes, limit } => tr!(
            language,
            "error-file-too-large",
            size = megabytes(*bytes),
            limit = megabytes(*limit)
        ),
        FileFault::Empty => tr!(language, "error-file-empty"),
        FileFault::NotASpreadsheet(kind) => foreign(*kind, language),
        FileFault::Encrypted => tr!(language, "error-file-encrypted"),
        FileFault::Truncated => tr!(language, "error-file-truncated"),
        FileFault::Damaged(_) => tr!(language, "error-file-damaged"),
        FileFault::UnpacksTooLarge { limit } => tr!(
            language,
            "error-file-unpacks-too-large",
            limit = megabytes(*limit)
        ),
        FileFault::TakesTooMuch { limit } => tr!(
            language,
            "error-file-takes-too-much",
            limit = megabytes(*limit)
        ),
        FileFault::TakesTooLong { seconds } => tr!(
            language,
            "error-file-takes-too-long",
            seconds = seconds.to_string()
        ),
        FileFault::ReadTooOften => tr!(language, "error-file-read-too-often"),
        FileFault::Encoding { line, chosen: None } => {
            tr!(language, "error-file-encoding", line = line.to_string())
        }
        FileFault::Encoding {
            line,
            chosen: Some(encoding),
        } => tr!(
            language,
            "error-file-encoding-chosen",
            line = line.to_string(),
            encoding = encoding.name()
        ),
        FileFault::ZeroBytes { line } => {
            tr!(language, "error-file-zero-bytes", line = line.to_string())
        }
        FileFault::OpenQuote { line } => {
            tr!(language, "error-file-open-quote", line = line.to_string())
        }
        FileFault::NoSheet => tr!(language, "error-file-no-sheet"),
    }
}

/// A file of ours that could not be written.
pub(super) fn write(path: &Path, source: &io::Error, language: Language) -> String {
    let named = path.display().to_string();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            tr!(language, "error-write-full", path = named)
        }
        ErrorKind::FileTooLarge => tr!(language, "error-write-large", path = named),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            tr!(language, "error-write-denied", path = named)
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            tr!(language, "error-write-no-folder", path = named)
        }
        ErrorKind::IsADirectory => tr!(language, "error-write-folder", path = named),
        ErrorKind::InvalidFilename => tr!(language, "error-store-name", path = named),
        _ => tr!(
            language,
            "error-write",
            path = named,
            reason = reason(source, language)
        ),
    }
}

/// The folder for temporary files, which nobody chose and few know of.
pub(super) fn temporary(folder: &Path, source: &io::Error, language: Language) -> String {
    let folder = folder.display().to_string();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            tr!(language, "error-temporary-full", folder = folder)
        }
        _ => tr!(
            language,
            "error-temporary",
            folder = folder,
            reason = reason(source, language),
            variable = if cfg!(windows) { "TEMP" } else { "TMPDIR" }
        ),
    }
}

/// A file's name that does not fit what is written there.
pub(super) fn ending(path: &Path, ending: &str, language: Language) -> String {
    tr!(
        language,
        "error-output-format",
        path = path.display().to_string(),
        formats = ending
    )
}

/// A file or folder of the workspace that could not be used.
pub(super) fn used(path: &Path, source: &io::Error, language: Language) -> String {
    let named = path.display().to_string();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            tr!(language, "error-store-disk-full", path = named)
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            tr!(language, "error-store-denied", path = named)
        }
        ErrorKind::InvalidFilename => tr!(language, "error-store-name", path = named),
        _ => tr!(
            language,
            "error-store-io",
            path = named,
            reason = reason(source, language)
        ),
    }
}

fn foreign(kind: ForeignKind, language: Language) -> String {
    let known = |kind: &str| {
        let kind = tr!(language, "foreign-format", name = kind);
        tr!(language, "error-foreign", kind = kind)
    };
    match kind {
        ForeignKind::Pdf => known("PDF"),
        ForeignKind::Word => tr!(language, "error-foreign-word"),
        ForeignKind::OldWord => tr!(language, "error-foreign-old-word"),
        ForeignKind::PowerPoint => known("PowerPoint"),
        ForeignKind::Picture => {
            let kind = tr!(language, "foreign-picture");
            tr!(language, "error-foreign", kind = kind)
        }
        ForeignKind::Archive => {
            tr!(language, "error-foreign-archive")
        }
        ForeignKind::LockedArchive => tr!(language, "error-foreign-locked"),
        ForeignKind::Mail => tr!(language, "error-foreign-mail"),
        ForeignKind::Html => tr!(language, "error-foreign-convert", kind = "HTML"),
        ForeignKind::Xml => tr!(language, "error-foreign-convert", kind = "XML"),
        ForeignKind::Unknown => tr!(language, "error-foreign-unknown"),
    }
}

/// Whole megabytes, at least one.
pub(super) fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20).max(1))
}
