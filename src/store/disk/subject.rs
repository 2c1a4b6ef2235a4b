//! What a score speaks of, as one line of text that SQL can compare.

use rusqlite::types::{FromSqlError, FromSqlResult};

use crate::model::{LineageId, Subject};

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no subject")]
struct NoSubject(String);

/// `index`, `satisfied`, `dimension CODE` or `item LINEAGE`.
pub(in crate::store) fn subject_text(subject: &Subject) -> String {
    match subject {
        Subject::Index => "index".to_owned(),
        Subject::Satisfied => "satisfied".to_owned(),
        Subject::Dimension(code) => format!("dimension {code}"),
        Subject::Item(lineage) => format!("item {}", lineage.0),
    }
}

/// The subject of that text.
pub(in crate::store) fn subject(text: &str) -> FromSqlResult<Subject> {
    let none = || FromSqlError::other(NoSubject(text.to_owned()));
    match text.split_once(' ') {
        None if text == "index" => Ok(Subject::Index),
        None if text == "satisfied" => Ok(Subject::Satisfied),
        Some(("dimension", code)) => Ok(Subject::Dimension(code.to_owned())),
        Some(("item", lineage)) => lineage
            .parse()
            .map(|lineage| Subject::Item(LineageId(lineage)))
            .map_err(|_| none()),
        _ => Err(none()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_out_as_it_went_in() {
        let subjects = [
            Subject::Index,
            Subject::Satisfied,
            Subject::Dimension("A 1".to_owned()),
            Subject::Dimension(String::new()),
            Subject::Item(LineageId(7)),
        ];
        for known in subjects {
            assert_eq!(subject(&subject_text(&known)).unwrap(), known);
        }
        for unknown in ["", "item", "item x", "indexes", "dimension"] {
            assert!(subject(unknown).is_err(), "{unknown}");
        }
    }
}
