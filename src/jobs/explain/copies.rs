//! What there is to tell of copies.

use std::io::ErrorKind;
use std::path::Path;

use super::{shown, typed};
use crate::i18n::Language;
use crate::store::copies::Note;
use crate::tr;

pub(super) fn unknown(name: &str, workspace: &Path, language: Language) -> String {
    let file = typed(workspace);
    tr!(language, "error-unknown-copy", name = name, file = file)
}

pub(super) fn damaged(copy: &Path, workspace: &Path, language: Language) -> String {
    let (path, file) = (shown(copy), typed(workspace));
    tr!(language, "error-copy-damaged", path = path, file = file)
}

/// A copy did not take the workspace's place because it is of another one.
pub(super) fn of_another(
    copy: &Path,
    theirs: &str,
    workspace: &Path,
    ours: &str,
    language: Language,
) -> String {
    let company = |name: &str| match name {
        "" => tr!(language, "company-none"),
        name => name.to_owned(),
    };
    tr!(
        language,
        "error-other-workspace",
        path = shown(copy),
        theirs = company(theirs),
        workspace = shown(workspace),
        ours = company(ours)
    )
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
