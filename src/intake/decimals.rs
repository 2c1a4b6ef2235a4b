//! Numbers of people who write a comma before decimals and of people who write a point, with what
//! either writes between thousands: `4.362,04`, `4 362,04`, `4'362.04`, `4,362.04`.
//!
//! `4.362` is four to one and four thousand to the other: only the other cells of its column can
//! tell, or somebody is asked.

use super::cell::Cell;
use super::normal::{number, numeral};

/// What stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Point,
    Comma,
}

impl Mark {
    /// What stands before decimals, and what may stand between thousands; spaces are gone.
    fn signs(self) -> (char, [char; 3]) {
        match self {
            Self::Point => ('.', [',', '\'', '’']),
            Self::Comma => (',', ['.', '\'', '’']),
        }
    }
}

/// A text read both ways: by those who write a point, and by those who write a comma.
fn both(text: &str) -> [Option<f64>; 2] {
    let Some(text) = numeral(text) else {
        return [None; 2];
    };
    let bare = text.trim_end_matches(['%', '分']);
    [Mark::Point, Mark::Comma].map(|mark| read(bare, mark))
}

/// The number a folded text is where decimals stand behind that mark.
fn read(text: &str, mark: Mark) -> Option<f64> {
    let (decimal, between) = mark.signs();
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let (whole, decimals) = match unsigned.split_once(decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let grouped = between.iter().find(|it| whole.contains(**it));
    let whole = match grouped {
        None => whole.to_owned(),
        Some(between) => {
            let mut groups = whole.split(*between);
            let first = groups.next()?;
            let led = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
            let rest = groups.clone().all(|it| it.len() == 3 && digits(it));
            (led && rest).then(|| whole.replace(*between, ""))?
        }
    };
    if !digits(&whole) {
        return None;
    }
    let plain = match decimals {
        Some(decimals) if digits(decimals) => format!("{whole}.{decimals}"),
        Some(_) => return None,
        None => whole,
    };
    let number: f64 = plain.parse().ok()?;
    number.is_finite().then_some(sign * number)
}

/// The number of a cell, by what stands before its decimals where that matters.
pub(super) fn decimal(cell: &Cell, mark: Mark) -> Option<f64> {
    let Cell::Text(text) = cell else {
        return number(cell);
    };
    let [point, comma] = both(text);
    match mark {
        Mark::Point => point.or(comma),
        Mark::Comma => comma.or(point),
    }
}

/// What the cells of a column say of the mark before decimals, only numbers that `may_be` counted.
pub(super) fn mark<'c>(
    cells: impl Iterator<Item = &'c Cell>,
    may_be: impl Fn(f64) -> bool,
) -> Option<Mark> {
    let (mut point, mut comma, mut open) = (false, false, false);
    for cell in cells {
        match ways(cell, &may_be) {
            [Some(one), Some(other)] => open |= one != other,
            [Some(_), None] => point = true,
            [None, Some(_)] => comma = true,
            [None, None] => {}
        }
    }
    match (open, point, comma) {
        (_, false, true) => Some(Mark::Comma),
        (true, true, true) | (true, false, false) => None,
        _ => Some(Mark::Point),
    }
}

/// The mark that certainly stands before the decimals of a column, where nothing shows the other
/// one, and the first cell that shows it.
pub(super) fn shown<'c>(
    cells: impl Iterator<Item = &'c Cell>,
    may_be: impl Fn(f64) -> bool,
) -> Option<(Mark, &'c Cell)> {
    let certain = |cell| match ways(cell, &may_be) {
        [Some(_), None] => Some((Mark::Point, cell)),
        [None, Some(_)] => Some((Mark::Comma, cell)),
        _ => None,
    };
    let mut certain = cells.filter_map(certain);
    let first = certain.next()?;
    certain.all(|(mark, _)| mark == first.0).then_some(first)
}

/// What a cell says that is another number to either, and the two.
pub(super) fn twofold(cell: &Cell, may_be: impl Fn(f64) -> bool) -> Option<(String, [f64; 2])> {
    match ways(cell, &may_be) {
        [Some(one), Some(other)] if one != other => Some((cell.found(), [one, other])),
        _ => None,
    }
}

fn ways(cell: &Cell, may_be: &impl Fn(f64) -> bool) -> [Option<f64>; 2] {
    match cell {
        Cell::Text(text) => both(text).map(|it| it.filter(|it| may_be(*it))),
        _ => [None, None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> Option<Vec<Option<f64>>> {
        let cells: Vec<Cell> = cells.iter().map(|it| Cell::Text((*it).into())).collect();
        let mark = mark(cells.iter(), |_| true)?;
        Some(cells.iter().map(|it| decimal(it, mark)).collect())
    }

    #[test]
    fn a_column_is_read_by_what_is_certain_in_it() {
        for (cells, numbers) in [
            (&["4.362,04", "1.500", "12"][..], [4362.04, 1500.0, 12.0]),
            (&["4 362,04", "1\u{a0}500", "12,5"], [4362.04, 1500.0, 12.5]),
            (&["4'362.04", "1.500", "12"], [4362.04, 1.5, 12.0]),
            (&["4,362.04", "1,500", "-12"], [4362.04, 1500.0, -12.0]),
            (&["1.234.567", "1.500", "3"], [1_234_567.0, 1500.0, 3.0]),
            (&["4,5", "1.500", "3"], [4.5, 1500.0, 3.0]),
            (&["0.500", "1.500", "3"], [0.5, 1.5, 3.0]),
            (&["90 %", "4,5", "8分"], [90.0, 4.5, 8.0]),
            (&["1.2345", "1,500", "3"], [1.2345, 1500.0, 3.0]),
        ] {
            let expected = numbers.map(Some).to_vec();
            assert_eq!(column(cells), Some(expected), "{cells:?}");
        }
        for open in [
            &["1.500", "2.750"][..],
            &["1,500", "12"],
            &["4,5", "4.5", "1.500"],
        ] {
            assert_eq!(column(open), None, "{open:?}");
        }
    }

    #[test]
    fn what_is_no_number_stays_none() {
        let strange = [
            "",
            "4,5,6",
            "12.34.5",
            "1.50.000",
            "a",
            "4-5",
            "--3",
            "1.,5",
            "五",
            ".",
            "1 2",
            "1'2",
            "12 34",
            "1 234 5",
            "1'234'5",
            "1,5 2",
            "4 , 5",
            "1 234,567 8",
            "1,23,456",
            "1\u{a0}2",
        ];
        for text in strange {
            for mark in [Mark::Point, Mark::Comma] {
                assert_eq!(decimal(&Cell::Text(text.into()), mark), None, "{text}");
            }
        }
    }

    /// Whatever was written by one kind of people is read as it was meant.
    #[test]
    fn what_is_written_is_read() {
        let random = &mut fastrand::Rng::with_seed(11);
        for _ in 0..2_000 {
            let (whole, cents) = (random.u32(1000..9_999_999), random.u32(0..100));
            let number = f64::from(whole) + f64::from(cents) / 100.0;
            let comma = random.bool();
            let between = [if comma { "." } else { "," }, " ", "'", "\u{202f}"][random.usize(0..4)];
            let digits = whole.to_string();
            let mut text = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    text += between;
                }
                text.push(digit);
            }
            let text = format!("{text}{}{cents:02}", if comma { ',' } else { '.' });
            assert_eq!(column(&[&text]), Some(vec![Some(number)]), "{text}");
        }
    }
}
