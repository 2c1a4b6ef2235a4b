//! What of a file could have been meant otherwise.

use serde::Serialize;

use crate::i18n::{Language, remark};
use crate::model::{ColumnMapping, Doubt};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct RemarkReport {
    /// Title cell of the column.
    pub cell: String,
    pub title: String,
    pub why: &'static str,
    /// The same in words.
    pub said: String,
}

impl RemarkReport {
    pub(in crate::cli) fn of(column: &ColumnMapping, doubt: &Doubt, language: Language) -> Self {
        Self {
            cell: column.cell.clone(),
            title: column.title.clone(),
            why: match doubt {
                Doubt::Crosses { .. } => "crosses tick",
                Doubt::Circles { .. } => "circles tick",
                Doubt::OtherCode { .. } => "code of another item",
            },
            said: remark::remark(language, column, doubt),
        }
    }
}
