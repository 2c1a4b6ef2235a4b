//! The day a cell names, in the ways people and programs write one.
//!
//! Year, month and day in this order are plain. Where the day or the month comes first, or the
//! year has two digits, only what can be read in one way is: a number above 12 is a day, and a
//! month may have a name. Which [order](Order) is meant otherwise, what stands around it says.
//! Times behind a day are passed over. What a bare number counts from is not known.

use std::ops::Range;

use jiff::civil::Date;

use super::cell::Cell;
use super::normal::narrowed;

/// Months as English and what uses its letters write them, by their first three letters.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// Words around a time.
const TIMES: [&str; 26] = [
    "上午", "下午", "早上", "凌晨", "中午", "晚上", "星期", "周", "am", "pm", "a.m.", "p.m.",
    "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cest", "cet", "bst",
    "jst",
];

/// What comes first of a day that is written in numbers alone. A year of four digits in front
/// is one, whatever else is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As in `26.5.13`.
    Year,
    /// As in `5/13/26`, `06/05/2026 08:59:01 AM`.
    Month,
    /// As in `13/5/26`, `13.5.26`.
    Day,
}

impl Order {
    pub const ALL: [Self; 3] = [Self::Year, Self::Month, Self::Day];
}

/// The day a cell names; `None` where it names none, or could name two.
pub(super) fn day(cell: &Cell) -> Option<Date> {
    written(cell, None)
}

/// The same where whoever wrote it is known to keep to an order.
pub(super) fn day_in(cell: &Cell, order: Order) -> Option<Date> {
    written(cell, Some(order))
}

/// The days a cell could name: none, one, or one for each order it can be read in.
pub(super) fn days(cell: &Cell) -> Vec<Date> {
    if let Some(day) = day(cell) {
        return vec![day];
    }
    let orders = Order::ALL.iter();
    let mut days: Vec<Date> = orders.filter_map(|it| day_in(cell, *it)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The day a cell names; of several it could name the only one within `near`.
pub(super) fn day_within(cell: &Cell, near: &Range<Date>) -> Option<Date> {
    let days = days(cell);
    let mut within = days.iter().filter(|it| near.contains(it));
    match (&*days, within.next(), within.next()) {
        ([one], ..) | (_, Some(one), None) => Some(*one),
        _ => None,
    }
}

fn written(cell: &Cell, order: Option<Order>) -> Option<Date> {
    match cell {
        Cell::Date(at) => Some(at.date()),
        Cell::Text(text) => of_text(text, order),
        Cell::Number(number) if number.fract() == 0.0 => of_text(&number.to_string(), order),
        _ => None,
    }
    .filter(|date| (1900..2200).contains(&date.year()))
}

fn of_text(text: &str, order: Option<Order>) -> Option<Date> {
    let text = narrowed(text);
    let pieces = Pieces::of(text.trim());
    let (date, after) = match pieces.first() {
        Piece::Number(digits) if digits.len() == 8 => (compact(digits)?, 1),
        Piece::Number(_) | Piece::Word(_) => pieces.parts(order)?,
        Piece::Mark(_) => return None,
    };
    pieces.end_with_a_time(after).then_some(date)
}

fn compact(digits: &str) -> Option<Date> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse().ok();
    calendar(part(0, 4)?, part(4, 6)?, part(6, 8)?)
}

fn calendar(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'t> {
    Number(&'t str),
    /// Letters of the Latin alphabet.
    Word(&'t str),
    /// Anything else, one character at a time.
    Mark(char),
}

struct Pieces<'t> {
    text: &'t str,
    /// Each with the place behind it.
    all: Vec<(Piece<'t>, usize)>,
}

/// Pieces looked at: a day takes at most seven.
const PIECES: usize = 8;

impl<'t> Pieces<'t> {
    fn of(text: &'t str) -> Self {
        let mut all = Vec::with_capacity(PIECES);
        let mut from = 0;
        while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
            if all.len() == PIECES {
                break;
            }
            let run = |of: fn(&char) -> bool| rest.chars().take_while(of).count();
            let (digits, letters) = (
                run(|c| c.is_ascii_digit()),
                run(|c| c.is_ascii_alphabetic()),
            );
            let piece = match (rest.get(..digits), rest.get(..letters), rest.chars().next()) {
                (Some(number), ..) if digits > 0 => Piece::Number(number),
                (_, Some(word), _) if letters > 0 => Piece::Word(word),
                (.., Some(mark)) => Piece::Mark(mark),
                _ => break,
            };
            from += match piece {
                Piece::Number(text) | Piece::Word(text) => text.len(),
                Piece::Mark(mark) => mark.len_utf8(),
            };
            all.push((piece, from));
        }
        Self { text, all }
    }

    fn first(&self) -> Piece<'t> {
        self.all
            .first()
            .map_or(Piece::Mark(' '), |(piece, _)| *piece)
    }

    /// The three parts of a day with what stands between them, and how many pieces they take.
    fn parts(&self, order: Option<Order>) -> Option<(Date, usize)> {
        let mut parts = Vec::with_capacity(3);
        let mut between = Vec::with_capacity(2);
        let mut marks = String::new();
        for (at, (piece, _)) in self.all.iter().enumerate() {
            match piece {
                Piece::Mark(mark) => marks.push(*mark),
                part => {
                    if !parts.is_empty() {
                        between.push(std::mem::take(&mut marks));
                    }
                    parts.push(*part);
                }
            }
            if let ([first, second, third], [one, other]) = (&*parts, &*between) {
                let date = date([*first, *second, *third], [one, other], order)?;
                return Some((date, at + 1));
            }
        }
        None
    }

    /// Nothing follows but what belongs to a time.
    fn end_with_a_time(&self, pieces: usize) -> bool {
        let end = self
            .all
            .get(pieces.wrapping_sub(1))
            .map_or(0, |(_, end)| *end);
        let rest = self.text.get(end..).unwrap_or_default();
        let mut after = rest.strip_prefix('日').unwrap_or(rest);
        let apart =
            after.is_empty() || after.len() < rest.len() || after.starts_with([' ', 't', '(']);
        while !after.is_empty() {
            let word = TIMES.iter().find_map(|word| after.strip_prefix(word));
            let mut letters = after.chars();
            after = match (word, letters.next()) {
                (Some(rest), _) => rest,
                (None, Some(c)) if belongs_to_a_time(c) => letters.as_str(),
                _ => return false,
            };
        }
        apart
    }
}

fn belongs_to_a_time(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || ":.+-,tz()时分秒一二三四五六日".contains(c)
}

fn date(parts: [Piece<'_>; 3], between: [&str; 2], order: Option<Order>) -> Option<Date> {
    match parts {
        [
            Piece::Number(first),
            Piece::Number(second),
            Piece::Number(third),
        ] => in_numbers([first, second, third], between, order),
        [Piece::Number(on), Piece::Word(name), Piece::Number(in_year)] => {
            calendar(year(in_year)?, month(name)?, on.parse().ok()?)
        }
        [Piece::Word(name), Piece::Number(on), Piece::Number(in_year)] if in_year.len() == 4 => {
            calendar(year(in_year)?, month(name)?, on.parse().ok()?)
        }
        _ => None,
    }
}

fn in_numbers(parts: [&str; 3], between: [&str; 2], order: Option<Order>) -> Option<Date> {
    let lengths = parts.map(str::len);
    let [first, second, third] = parts;
    let [first, second, third]: [i16; 3] = [
        first.parse().ok()?,
        second.parse().ok()?,
        third.parse().ok()?,
    ];
    let dots = match between.map(str::trim) {
        ["-", "-"] | ["/", "/"] => false,
        [".", "."] => true,
        ["年", "月"] if lengths[0] == 4 => false,
        ["年", "月"] if lengths[0] == 2 => return calendar(2000 + first, second, third),
        _ => return None,
    };
    match (lengths, order) {
        ([4, ..], _) => calendar(first, second, third),
        // Wherever dots are used the day comes first.
        ([_, _, 4], _) if dots => calendar(third, second, first),
        ([_, _, 4], Some(Order::Month)) => calendar(third, first, second),
        ([_, _, 4], Some(Order::Day)) => calendar(third, second, first),
        ([_, _, 4], None) if first > 12 => calendar(third, second, first),
        ([_, _, 4], None) if second > 12 => calendar(third, first, second),
        ([2, ..], Some(Order::Year)) => calendar(2000 + first, second, third),
        ([_, _, 2], Some(Order::Month)) if !dots => calendar(2000 + third, first, second),
        ([_, _, 2], Some(Order::Day)) => calendar(2000 + third, second, first),
        _ => None,
    }
}

/// A year in four digits, or in two beside the name of a month.
fn year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn month(name: &str) -> Option<i16> {
    let short = name.get(..3)?;
    let at = MONTHS.iter().position(|month| *month == short)?;
    i16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn days_are_read_when_they_can_be_read_in_one_way() {
        for written in [
            "2026-06-30",
            "2026/6/30 08:59:01",
            "2026.6.30",
            "2026年6月30日",
            "２０２６年６月３０日",
            "2026年6月30日 星期二 上午8:00",
            "2026/6/30 上午8:00:00",
            "2026/6/30 下午 2:05",
            "2026/6/30 (周二)",
            "20260630",
            "2026-06-30T08:00:00",
            "2026-06-30T08:00:00.000+08:00",
            "2026-06-30 08:00:00 UTC",
            "30.06.2026",
            "30.6.2026 08:59",
            "30/6/2026",
            "6/30/2026",
            "06/30/2026 08:59:01 AM",
            "30-6-2026",
            "30-Jun-26",
            "30 June 2026",
            "Jun 30, 2026",
            "June 30 2026 2:05 p.m.",
        ] {
            assert_eq!(day(&text(written)), Some(on(2026, 6, 30)), "{written}");
        }
        assert_eq!(day(&Cell::Number(20_260_630.0)), Some(on(2026, 6, 30)));
    }

    #[test]
    fn what_could_be_two_days_or_none_is_not_read() {
        for wrong in [
            "30.6.26",
            "6.30.2026",
            "30/6-2026",
            "30-6.2026",
            "6/5/2026",
            "5-6-2026",
            "5/13/26",
            "13.5.26",
            "2026-13-01",
            "2026-06",
            "26-06-30",
            "30-Jun-2",
            "Jun 30, 26",
            "45000",
            "abc",
            "",
            "2026-06-30后",
            "2026-06-301",
        ] {
            assert_eq!(day(&text(wrong)), None, "{wrong}");
        }
        assert_eq!(day(&Cell::Number(45_000.0)), None);
        assert_eq!(day(&Cell::Date(on(1899, 12, 31).at(8, 0, 0, 0))), None);
    }

    #[test]
    fn one_who_keeps_to_an_order_is_understood() {
        let all = |written: &str| Order::ALL.map(|order| day_in(&text(written), order));
        let june = Some(on(2026, 6, 5));
        for (written, read) in [
            ("06/05/2026 08:59:01 AM", [None, june, Some(on(2026, 5, 6))]),
            ("30/06/2026", [None, None, Some(on(2026, 6, 30))]),
            ("2026-06-05", [june; 3]),
            (
                "26.6.30",
                [Some(on(2026, 6, 30)), None, Some(on(2030, 6, 26))],
            ),
            ("26年6月5日", [june; 3]),
            ("6/5/26 9:01:30", [None, june, Some(on(2026, 5, 6))]),
            ("5.6.26", [None, None, june]),
            ("6/05/1", [None; 3]),
        ] {
            assert_eq!(all(written), read, "{written}");
        }
    }

    #[test]
    fn a_day_within_a_time_is_meant_where_no_other_is() {
        let near = on(2025, 1, 1)..on(2027, 7, 1);
        for (written, read) in [
            ("13.5.26", Some(on(2026, 5, 13))),
            ("26.5.13", Some(on(2026, 5, 13))),
            ("26/5/13", Some(on(2026, 5, 13))),
            ("5/13/26", Some(on(2026, 5, 13))),
            ("5/6/26", None),
            ("26.5.26", Some(on(2026, 5, 26))),
            ("25.5.26", None),
            ("2020-05-13", Some(on(2020, 5, 13))),
        ] {
            assert_eq!(day_within(&text(written), &near), read, "{written}");
        }
    }
}
