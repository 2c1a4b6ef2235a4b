//! What could have been meant otherwise, in words.

use super::Language;
use crate::model::{ColumnMapping, Doubt};
use crate::tr;

/// What is to be said of a column.
pub fn remark(language: Language, column: &ColumnMapping, doubt: &Doubt) -> String {
    let (cell, title) = (column.cell.as_str(), column.title.as_str());
    match doubt {
        Doubt::Crosses { item } => {
            tr!(
                language,
                "remark-crosses",
                cell = cell,
                item = item.as_str()
            )
        }
        Doubt::Circles { item } => {
            tr!(
                language,
                "remark-circles",
                cell = cell,
                item = item.as_str()
            )
        }
        Doubt::OtherCode { code, item } => tr!(
            language,
            "remark-other-code",
            cell = cell,
            title = title,
            code = code.as_str(),
            item = item.as_str()
        ),
    }
}
