//! What somebody wrote on a form beside its answers, in words.

use super::Language;
use crate::model::ColumnMapping;
use crate::tr;

/// One cell with what the form has at it, and what stands there.
pub fn beside(language: Language, column: &ColumnMapping) -> String {
    let (cell, title) = (column.cell.as_str(), column.title.as_str());
    let place = match title.starts_with(cell) {
        true => title.to_owned(),
        false => format!("{cell} {title}"),
    };
    let found = column.found.as_str();
    tr!(language, "form-beside", place = place.trim(), found = found)
}
