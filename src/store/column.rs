//! How values that SQLite does not know stand in its columns.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A small document, as JSON.
pub(super) struct Json<T>(pub T);

/// One of a few words, as serde spells it.
pub(super) struct Word<T>(pub T);

/// Something with a text form of its own: a date, a period, a point in time.
pub(super) struct Plain<T>(pub T);

/// A date as the number yyyymmdd, where there are many.
pub(super) struct Day(pub Date);

/// A place in a list, from 0.
pub(super) struct Place(pub usize);

fn unstorable<E: std::error::Error + Send + Sync + 'static>(error: E) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not understood")]
struct Unreadable(String);

fn unreadable(found: &str) -> FromSqlError {
    FromSqlError::other(Unreadable(found.to_owned()))
}

impl<T: Serialize> Json<T> {
    pub(super) fn text(&self) -> rusqlite::Result<String> {
        serde_json::to_string(&self.0).map_err(unstorable)
    }
}

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.text().map(ToSqlOutput::from)
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

impl<T: Serialize> Word<T> {
    pub(super) fn text(&self) -> rusqlite::Result<String> {
        match serde_json::to_value(&self.0).map_err(unstorable)? {
            serde_json::Value::String(word) => Ok(word),
            other => Err(unstorable(Unreadable(other.to_string()))),
        }
    }
}

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.text().map(ToSqlOutput::from)
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = serde_json::Value::from(value.as_str()?);
        serde_json::from_value(word)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

impl<T: Display> ToSql for Plain<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

impl<T: FromStr> FromSql for Plain<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        text.parse().map(Self).map_err(|_| unreadable(text))
    }
}

impl Place {
    /// The number in the column.
    pub(super) fn number(&self) -> rusqlite::Result<i64> {
        i64::try_from(self.0).map_err(unstorable)
    }
}

impl ToSql for Place {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.number().map(ToSqlOutput::from)
    }
}

impl FromSql for Place {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        usize::try_from(number)
            .map(Self)
            .map_err(|_| FromSqlError::OutOfRange(number))
    }
}

impl Day {
    /// The number in the column.
    pub(super) fn number(&self) -> i64 {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(day)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.number()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let within = number.rem_euclid(10_000);
        let parts = (
            i16::try_from(number.div_euclid(10_000)),
            i8::try_from(within / 100),
            i8::try_from(within % 100),
        );
        let (Ok(year), Ok(month), Ok(day)) = parts else {
            return Err(FromSqlError::OutOfRange(number));
        };
        Date::new(year, month, day)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_survives_its_number_before_christ_too() {
        for day in [date(2026, 7, 1), date(-44, 3, 15), date(0, 12, 31)] {
            let ToSqlOutput::Owned(number) = Day(day).to_sql().unwrap() else {
                panic!("a day is a number");
            };
            let read = Day::column_result(ValueRef::from(&number)).unwrap();
            assert_eq!(read.0, day);
        }
        assert!(Day::column_result(ValueRef::Integer(20_261_301)).is_err());
        assert!(Day::column_result(ValueRef::Integer(i64::MAX)).is_err());
    }
}
