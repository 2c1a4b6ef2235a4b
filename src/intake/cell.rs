//! What one cell of a spreadsheet holds, and how its place is written.

use std::sync::Arc;

use jiff::civil::DateTime;

pub use crate::model::{cell_name, column_letters};

/// Value of a cell. Text is trimmed; a cell of nothing but white space is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(Arc<str>),
    /// Always finite.
    Number(f64),
    Bool(bool),
    /// A date, with its time of day if the file has one, in whatever day count the file uses.
    Date(DateTime),
    /// A formula that failed, as the spreadsheet shows it, e.g. `#DIV/0!`.
    Error(&'static str),
    /// A formula that was never calculated, as it is written, e.g. `=SUM(B2:C2)`.
    Formula(Arc<str>),
}

/// From here on a number is quoted with its power of ten instead of up to 309 digits.
const LONG: f64 = 1e16;

impl Cell {
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// Whether a formula stands there that has no value: it failed or was never calculated.
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Error(_) | Self::Formula(_))
    }

    /// Bytes [`Cell::found`] takes at most.
    pub(super) fn weight(&self) -> u64 {
        /// Digits of a number, or a date with its time.
        const QUOTED: u64 = 24;
        match self {
            Self::Empty => 0,
            Self::Text(text) | Self::Formula(text) => text.len() as u64,
            Self::Number(_) | Self::Bool(_) | Self::Date(_) | Self::Error(_) => QUOTED,
        }
    }

    /// What stands in the cell, as a person would quote it.
    pub fn found(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Formula(text) => text.to_string(),
            Self::Number(number) if number.abs() >= LONG => format!("{number:e}"),
            Self::Number(number) => number.to_string(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Date(at) if at.time() == jiff::civil::Time::midnight() => at.date().to_string(),
            Self::Date(at) => at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
            Self::Error(text) => (*text).to_owned(),
        }
    }
}

/// Row and column, counted from 0, of a cell by its name, `$` in it or not: `B3`, `$B$3`.
pub fn cell_place(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let row: u32 = row.parse().ok()?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter
            .is_ascii_uppercase()
            .then(|| column * 26 + u32::from(letter - b'A') + 1)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn cells_are_named_as_the_spreadsheet_names_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (13, 5, "F14"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (9, 701, "ZZ10"),
            (9, 702, "AAA10"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
            assert_eq!(cell_place(name), Some((row, column)));
        }
        assert_eq!(cell_place("$AB$12"), Some((11, 27)));
        for wrong in ["", "A0", "12", "ABCD1", "A-1", "Sheet2!A1", "A99999999999"] {
            assert_eq!(cell_place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn values_are_quoted_as_they_look() {
        assert_eq!(Cell::Number(5.0).found(), "5");
        assert_eq!(Cell::Number(1e15).found(), "1000000000000000");
        assert_eq!(Cell::Number(-1e308).found(), "-1e308");
        assert_eq!(Cell::Number(4.5).found(), "4.5");
        assert_eq!(
            Cell::Date(date(2026, 6, 30).at(0, 0, 0, 0)).found(),
            "2026-06-30"
        );
        assert_eq!(
            Cell::Date(date(2026, 6, 30).at(9, 5, 0, 0)).found(),
            "2026-06-30 09:05:00"
        );
        assert_eq!(Cell::Error("#DIV/0!").found(), "#DIV/0!");
    }
}
