//! What one cell element says of itself.

use jiff::civil::{Date, DateTime};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

use crate::intake::error::SheetFault;
use crate::intake::grid::{GridBuilder, Merge, Range, Reckoned, Value, ranges};
use crate::intake::look::At;
use crate::intake::spreadsheet::percent;

const MAX_MERGES: usize = 2_000;
const ERRORS: [&str; 7] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];

/// What a cell says, and how far.
pub(super) struct OwnCell {
    pub value: Option<OwnValue>,
    pub columns_repeated: u32,
    pub columns_spanned: u32,
    pub rows_spanned: u32,
    /// Whether its own style strikes it through.
    pub struck: Option<bool>,
    /// What is pinned to it.
    pub note: String,
    /// The first range of one column its formula looks at.
    pub range: Option<Range>,
}

impl OwnCell {
    /// Whether nothing stands there and nothing reaches beyond it.
    pub fn is_blank(&self) -> bool {
        let alone = self.columns_spanned == 1 && self.rows_spanned == 1;
        self.value.is_none() && self.note.is_empty() && alone
    }

    /// Bytes it takes in a list that grows by doubling.
    pub fn weight(&self) -> u64 {
        let text = match &self.value {
            Some(OwnValue::Text(text) | OwnValue::Formula(text)) => text.capacity(),
            _ => 0,
        };
        (text + self.note.capacity() + size_of::<Self>() * 2) as u64
    }
}

pub(super) enum OwnValue {
    Text(String),
    Number(f64),
    Bool(bool),
    Date(DateTime),
    Error(&'static str),
    Formula(String),
}

impl OwnValue {
    fn as_value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Number(number) => Value::Number(*number),
            Self::Bool(value) => Value::Bool(*value),
            Self::Date(at) => Value::Date(*at),
            Self::Error(text) => Value::Error(text),
            Self::Formula(text) => Value::Formula(text),
        }
    }
}

pub(in crate::intake::spreadsheet) fn push_entity(text: &mut String, entity: &BytesRef<'_>) {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => text.push(character),
        _ => text.push_str(resolve_predefined_entity(entity).unwrap_or_default()),
    }
}

pub(in crate::intake::spreadsheet) fn attribute(
    start: &BytesStart<'_>,
    name: &str,
) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// A count that is 1 where it is not given.
pub(super) fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// The value of a cell with this text in it.
pub(super) fn value(start: &BytesStart<'_>, text: String) -> Option<OwnValue> {
    let failed = attribute(start, "calcext:value-type").as_deref() == Some("error")
        || attribute(start, "table:formula").is_some();
    if failed && let Some(error) = ERRORS.iter().find(|error| **error == text) {
        return Some(OwnValue::Error(error));
    }
    let kind = attribute(start, "office:value-type");
    if kind.is_none()
        && text.is_empty()
        && let Some(formula) = attribute(start, "table:formula")
    {
        // `of:=SUM([.B2:.C2])` is shown as `=SUM(B2:C2)`
        let formula = formula.split_once('=').map_or("", |(_, after)| after);
        let formula = formula.replace("[.", "").replace(":.", ":");
        return Some(OwnValue::Formula(formula.replace(']', "")));
    }
    let given = |name: &str| attribute(start, name);
    let value = match kind.as_deref() {
        Some("percentage") => given("office:value")
            .and_then(|number| number.parse().ok())
            .map(|number: f64| OwnValue::Text(percent::shown(number))),
        Some("float" | "currency") => given("office:value")
            .and_then(|number| number.parse().ok())
            .map(OwnValue::Number),
        Some("date") => given("office:date-value")
            .and_then(|date| {
                let day = || date.parse().map(|day: Date| day.at(0, 0, 0, 0));
                date.parse::<DateTime>().or_else(|_| day()).ok()
            })
            .map(OwnValue::Date),
        Some("boolean") => given("office:boolean-value")
            .map(|value| OwnValue::Bool(value.eq_ignore_ascii_case("true"))),
        Some("string") => given("office:string-value").map(OwnValue::Text),
        _ => None,
    };
    let value = value.or_else(|| (!text.is_empty()).then_some(OwnValue::Text(text)));
    // white space is nothing, and need not be put as often as it is repeated
    value.filter(|value| !matches!(value, OwnValue::Text(text) if text.trim().is_empty()))
}

/// Puts the cells of a row that stands there `repeated` times.
pub(super) fn put_row(
    builder: &mut GridBuilder,
    row: u32,
    repeated: u32,
    cells: &[OwnCell],
) -> Result<(), SheetFault> {
    if cells.iter().all(|cell| cell.value.is_none()) {
        return Ok(());
    }
    for row in row..row.saturating_add(repeated) {
        let mut column = 0_u32;
        for cell in cells {
            let end = column.saturating_add(cell.columns_repeated);
            if let Some(value) = &cell.value {
                for column in column..end {
                    builder.put(row, column, value.as_value())?;
                }
            }
            column = end;
        }
    }
    Ok(())
}

/// Notes the merged cells that begin in a row.
pub(super) fn note_merges(merges: &mut Vec<Merge>, row: u32, cells: &[OwnCell]) {
    let mut column = 0_u32;
    for cell in cells {
        let merged = cell.columns_spanned > 1 || cell.rows_spanned > 1;
        if merged && cell.value.is_some() && merges.len() < MAX_MERGES {
            merges.push(Merge {
                first_row: row,
                first_column: column,
                last_row: row.saturating_add(cell.rows_spanned - 1),
                last_column: column.saturating_add(cell.columns_spanned - 1),
            });
        }
        column = column.saturating_add(cell.columns_repeated);
    }
}

/// The first range of one column the formula of a cell looks at.
pub(super) fn range(start: &BytesStart<'_>) -> Option<Range> {
    ranges(&attribute(start, "table:formula")?).next()
}

/// Notes the cells of a row that are reckoned from those above them.
pub(super) fn note_reckoned(reckoned: &mut Reckoned, row: u32, cells: &[OwnCell]) {
    let mut column = 0_u32;
    for cell in cells {
        reckoned.note(row, column, cell.range.into_iter());
        column = column.saturating_add(cell.columns_repeated);
    }
}

/// The notes pinned to cells of a row.
pub(super) fn notes(row: u32, cells: Vec<OwnCell>) -> impl Iterator<Item = (At, String)> {
    let mut column = 0_u32;
    let placed = cells.into_iter().map(move |cell| {
        let at = (row, column);
        column = column.saturating_add(cell.columns_repeated);
        (at, cell.note)
    });
    placed.filter(|(_, note)| !note.is_empty())
}
