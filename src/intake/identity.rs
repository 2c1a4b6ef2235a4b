//! What tells a return apart from every other: the number a platform gave it, the time it was
//! sent, and who sent it.

use jiff::civil::Time;

use super::cell::Cell;
use super::day::day;
use super::heading::plain;
use super::normal::folded;
use super::platform;
use super::sheet::SheetColumn;
use crate::model::Target;

/// Headings of numbers that platforms give returns, as headings are compared.
const NUMBERS: [&str; 15] = [
    "id",
    "#",
    "no",
    "no.",
    "序号",
    "编号",
    "答卷编号",
    "答卷id",
    "respondentid",
    "responseid",
    "submissionid",
    "uniqueid",
    "_id",
    "_uuid",
    "token",
];
/// Letters from which on a number is nobody else's.
const LONG: usize = 8;

/// What a column says of a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// The number a platform gave it.
    Number,
    /// A number that no other return anywhere has.
    Unique,
    /// When it was sent, to the minute.
    Time,
    /// Customer or respondent.
    Who,
}

/// What a column says of a return, if it tells it apart.
pub fn tells(column: &SheetColumn, target: Target) -> Option<Tells> {
    match target {
        Target::Customer | Target::Respondent => Some(Tells::Who),
        Target::Item(_) | Target::ItemOption(..) | Target::Private => None,
        _ if is_timed(column) => Some(Tells::Time),
        _ if NUMBERS.contains(&plain(&column.title).as_str()) => {
            Some(match mostly(column, |cell| cell.found().len() >= LONG) {
                true => Tells::Unique,
                false => Tells::Number,
            })
        }
        _ => None,
    }
}

/// Whether a day with its time stands in nearly every cell: totals and signatures may stand below.
fn is_timed(column: &SheetColumn) -> bool {
    mostly(column, |cell| match cell {
        Cell::Date(at) => at.time() != Time::midnight(),
        Cell::Text(text) => moment(text).is_some(),
        _ => false,
    })
}

/// Share of the cells that make a column what it is.
const MOSTLY: f64 = 0.7;

fn mostly(column: &SheetColumn, is: impl Fn(&Cell) -> bool) -> bool {
    let (mut all, mut held) = (0_u64, 0_u64);
    for (cell, count) in column.values() {
        all += u64::from(count);
        held += if is(cell) { u64::from(count) } else { 0 };
    }
    held > 0 && held as f64 >= MOSTLY * all as f64
}

/// Day and time of a text, however its numbers are written: `2026/3/1 9:05` and
/// `2026-03-01 09:05:00` are the same.
fn moment(text: &str) -> Option<String> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<u32> = numbers.filter_map(|it| it.parse().ok()).collect();
    let colon = text.contains(':') || text.contains('：') || text.contains('时');
    let afternoon = ["PM", "pm", "下午", "晚上"]
        .iter()
        .any(|word| text.contains(word));
    match numbers.as_slice() {
        [one, two, three, hour, minute, rest @ ..] if colon => {
            let hour = if afternoon && *hour < 12 {
                hour + 12
            } else {
                *hour
            };
            let second = rest.first().copied().unwrap_or(0);
            Some(format!("{one}-{two}-{three} {hour}:{minute}:{second}"))
        }
        _ => None,
    }
}

/// What a cell says, however it was saved.
pub fn said(cell: &Cell) -> String {
    match cell {
        Cell::Date(_) => {
            let found = cell.found();
            moment(&found).unwrap_or(found)
        }
        Cell::Text(text) => moment(text).unwrap_or_else(|| text.split_whitespace().collect()),
        other => other.found(),
    }
}

/// Whether a cell says that there is no answer.
pub fn is_missing(cell: &Cell) -> bool {
    platform::missing(&folded(&cell.found())).is_some()
}

/// Who a cell names, in whatever width, case and spacing.
pub fn named(cell: &Cell) -> String {
    folded(&cell.found())
}

/// The day a cell names, however it is written; what stands there where it is no day for certain.
pub fn dated(cell: &Cell) -> String {
    day(cell).map_or_else(|| said(cell), |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_name_are_one_however_they_are_written() {
        for text in ["2026/5/1", "2026-05-01 09:05", "2026年5月1日", "20260501"] {
            assert_eq!(dated(&Cell::Text(text.into())), "2026-05-01", "{text}");
        }
        assert_eq!(dated(&Cell::Text("05/06/2026".into())), "05/06/2026");
        assert_eq!(dated(&Cell::Empty), "");
        let written = ["Ａcme 厂", " acme厂 "].map(|text| named(&Cell::Text(text.into())));
        assert_eq!(written, ["acme厂", "acme厂"]);
    }

    #[test]
    fn a_moment_is_one_however_it_is_written() {
        let written = [
            "2026/3/1 9:05",
            "2026-03-01 09:05:00",
            "2026/3/1 上午9:05:00",
        ];
        for text in written {
            assert_eq!(moment(text).as_deref(), Some("2026-3-1 9:5:0"), "{text}");
        }
        assert_eq!(
            moment("2026/3/1 下午2:05").as_deref(),
            Some("2026-3-1 14:5:0")
        );
        assert_eq!(moment("2026-03-01"), None);
    }
}
