//! What there is to tell of copies.

use std::io::ErrorKind;
use std::path::Path;

use crate::i18n::Language;
use crate::store::copies::Note;
use crate::tr;

/// Something about the copies of the workspace at `path`.
pub fn copy_note(path: &Path, note: &Note, language: Language) -> String {
    match note {
        Note::NotKept(error) => {
            let reason = super::store::explain(path, error, language);
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
                _ => source.to_string(),
            };
            tr!(
                language,
                "copy-not-in-second",
                folder = folder,
                reason = reason
            )
        }
        Note::Damaged(detail) => tr!(
            language,
            "copy-damaged",
            path = path.display().to_string(),
            detail = detail.as_str()
        ),
    }
}
