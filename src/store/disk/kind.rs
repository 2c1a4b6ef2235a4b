//! What is wrong with a cell, as a word.

use rusqlite::types::{FromSqlError, FromSqlResult};

use crate::model::IssueKind;

const WORDS: [(IssueKind, &str); 5] = [
    (IssueKind::UnreadableCell, "unreadable_cell"),
    (IssueKind::MissingAnswer, "missing_answer"),
    (IssueKind::UnknownCustomer, "unknown_customer"),
    (IssueKind::SecondReturn, "second_return"),
    (IssueKind::Correction, "correction"),
];

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no kind of issue")]
struct NoKind(String);

/// The word of a kind.
pub(in crate::store) fn text(kind: IssueKind) -> &'static str {
    let known = WORDS.iter().find(|(known, _)| *known == kind);
    known.map_or("", |(_, word)| word)
}

/// The kind of a word.
pub(in crate::store) fn of(text: &str) -> FromSqlResult<IssueKind> {
    let known = WORDS.iter().find(|(_, word)| *word == text);
    known
        .map(|(kind, _)| *kind)
        .ok_or_else(|| FromSqlError::other(NoKind(text.to_owned())))
}
