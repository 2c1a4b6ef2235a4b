//! What the reader of workbooks found in a cell, as a value of ours, and why it stopped.

use calamine::{CellErrorType, DataRef, ExcelDateTime};
use jiff::civil::{Date, DateTime, Time};

use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::FileFault;
use crate::intake::grid::Value;

/// A password is told apart by its words: the three formats have an error type each.
pub(super) fn cause(watch: &Watch, error: &impl std::error::Error) -> Stop {
    watch.cause(|| {
        let text = error.to_string();
        if text.contains("password protected") {
            FileFault::Encrypted.into()
        } else {
            Stop::damaged(text)
        }
    })
}

/// `None` where a cell is empty.
pub(super) fn value<'a>(cell: &'a DataRef<'_>) -> Option<Value<'a>> {
    Some(match cell {
        DataRef::Empty => return None,
        DataRef::SharedString(text) => Value::Shared(text),
        DataRef::String(text) => Value::Text(text),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(at) => date(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => Value::Error(shown(error)),
    })
}

/// A day count of 1900 or 1904 as the date it shows. Durations, and the 29 February 1900 that
/// never was, stay numbers.
pub(super) fn date(at: &ExcelDateTime) -> Value<'static> {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let small = |part: u8| i8::try_from(part).unwrap_or(-1);
    let date = Date::new(i16::try_from(year).unwrap_or(-1), small(month), small(day));
    let time = Time::new(small(hour), small(minute), small(second), 0);
    match (date, time) {
        (Ok(date), Ok(time)) if at.is_datetime() => Value::Date(date.to_datetime(time)),
        _ => Value::Number(at.as_f64()),
    }
}

pub(super) fn iso(text: &str) -> Value<'_> {
    match text.parse::<DateTime>() {
        Ok(at) => Value::Date(at),
        Err(_) => Value::Text(text),
    }
}

pub(super) fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}
