//! Why the system or the workspace said no, in a few words of ours: what it says itself is
//! English, or a language nobody chose.

use std::io::{self, ErrorKind};

use crate::i18n::Language;
use crate::store::StoreError;
use crate::tr;

/// Why a file could not be used; its number where there are no words for it.
pub fn reason(source: &io::Error, language: Language) -> String {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            tr!(language, "reason-denied")
        }
        ErrorKind::NotFound => tr!(language, "reason-no-folder"),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => tr!(language, "reason-file"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => tr!(language, "reason-full"),
        ErrorKind::FileTooLarge => tr!(language, "reason-large"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => {
            tr!(language, "reason-busy")
        }
        ErrorKind::TimedOut
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::StaleNetworkFileHandle => tr!(language, "reason-network"),
        ErrorKind::InvalidInput => tr!(language, "reason-special"),
        _ => match source.raw_os_error() {
            Some(code) => tr!(language, "reason-code", code = code.to_string()),
            None => tr!(language, "reason-unknown"),
        },
    }
}

/// Why something beside the work itself could not be done to the workspace.
pub(super) fn of_store(error: &StoreError, language: Language) -> String {
    match error {
        StoreError::Io { source, .. } => reason(source, language),
        StoreError::DiskFull => tr!(language, "reason-full"),
        StoreError::TooLarge => tr!(language, "reason-large"),
        StoreError::ReadOnly | StoreError::ProtectedFolder => tr!(language, "reason-denied"),
        StoreError::Busy | StoreError::Held { .. } => tr!(language, "reason-busy"),
        StoreError::Disk(_) => tr!(language, "reason-disk"),
        _ => tr!(language, "reason-unknown"),
    }
}
