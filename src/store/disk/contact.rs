//! What a customer was contacted for, as a word.

use rusqlite::types::FromSqlError;

use crate::model::ContactKind;

const WORDS: [(ContactKind, &str); 2] = [
    (ContactKind::Call, "call"),
    (ContactKind::Reminder, "reminder"),
];

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no kind of contact")]
struct NoKind(String);

/// The word of a kind.
pub(in crate::store) fn text(kind: ContactKind) -> &'static str {
    let known = WORDS.iter().find(|(known, _)| *known == kind);
    known.map_or("", |(_, word)| word)
}

/// The kind of a word.
pub(in crate::store) fn of(text: &str) -> rusqlite::Result<ContactKind> {
    let known = WORDS.iter().find(|(_, word)| *word == text);
    known
        .map(|(kind, _)| *kind)
        .ok_or_else(|| super::unreadable(FromSqlError::other(NoKind(text.to_owned()))))
}
