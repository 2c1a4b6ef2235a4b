//! What there is to tell of copies.

use std::io::ErrorKind;
use std::path::Path;

use super::typed;
use crate::i18n::Language;
use crate::jobs::JobError;
use crate::store::copies::Note;
use crate::tr;

/// Why a copy did not take the workspace's place.
pub(super) fn refused(error: &JobError, language: Language) -> String {
    let said = |path: &Path| path.display().to_string();
    let company = |name: &str| match name {
        "" => tr!(language, "company-none"),
        name => name.to_owned(),
    };
    match error {
        JobError::UnknownCopy { name, workspace } => tr!(
            language,
            "error-unknown-copy",
            name = name.as_str(),
            file = typed(workspace)
        ),
        JobError::DamagedCopy { copy, workspace } => tr!(
            language,
            "error-copy-damaged",
            path = said(copy),
            file = typed(workspace)
        ),
        JobError::OtherWorkspace {
            copy,
            theirs,
            workspace,
            ours,
        } => tr!(
            language,
            "error-other-workspace",
            path = said(copy),
            theirs = company(theirs),
            workspace = said(workspace),
            ours = company(ours)
        ),
        other => super::unexpected(&other.to_string(), language),
    }
}

/// Something about the copies of the workspace at `path`.
pub fn copy_note(path: &Path, note: &Note, language: Language) -> String {
    match note {
        Note::NotKept(error) => {
            let reason = super::reason::of_store(error, language);
            tr!(language, "copy-not-kept", reason = reason)
        }
        Note::NotInSecondPlace { folder, source } => {
            let folder = folder.display().to_string();
            let reason = match source.kind() {
                ErrorKind::NotFound => tr!(language, "copy-place-gone"),
                ErrorKind::TimedOut => tr!(language, "copy-place-slow"),
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    tr!(language, "copy-place-full")
                }
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    tr!(language, "copy-place-denied")
                }
                _ => super::reason::reason(source, language),
            };
            tr!(
                language,
                "copy-not-in-second",
                folder = folder,
                reason = reason
            )
        }
        Note::Damaged(_) => {
            let path = path.display().to_string();
            tr!(language, "copy-damaged", path = path)
        }
    }
}
