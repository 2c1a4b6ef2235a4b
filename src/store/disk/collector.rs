//! Who collects, as a word.

use rusqlite::types::FromSqlError;

use crate::model::CollectorKind;

const WORDS: [(CollectorKind, &str); 3] = [
    (CollectorKind::Sales, "sales"),
    (CollectorKind::Quality, "quality"),
    (CollectorKind::ThirdParty, "third_party"),
];

#[derive(Debug, thiserror::Error)]
#[error("{0:?} collects nothing")]
struct Nobody(String);

/// The word of one.
pub(in crate::store) fn text(kind: CollectorKind) -> &'static str {
    let known = WORDS.iter().find(|(known, _)| *known == kind);
    known.map_or("", |(_, word)| word)
}

/// The one of a word, if there is one.
pub(in crate::store) fn of(text: Option<String>) -> rusqlite::Result<Option<CollectorKind>> {
    let Some(text) = text else {
        return Ok(None);
    };
    match WORDS.iter().find(|(_, word)| *word == text) {
        Some((kind, _)) => Ok(Some(*kind)),
        None => Err(super::unreadable(FromSqlError::other(Nobody(text)))),
    }
}
