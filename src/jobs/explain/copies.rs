//! What there is to tell of copies.

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
        Note::Damaged(detail) => tr!(
            language,
            "copy-damaged",
            path = path.display().to_string(),
            detail = detail.as_str()
        ),
    }
}
