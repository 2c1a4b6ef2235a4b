//! The order of rows. What is missing stands last, whichever way.
//!
//! Every key becomes a whole number first, so that 100,000 rows are ordered within the blink of
//! an eye.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Field;

/// By which column rows are sorted, and which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// As [`Field::new`] calls it.
    pub column: String,
    /// From the largest down.
    pub falling: bool,
}

impl Sorting {
    /// From the largest of a column down.
    pub fn falling(column: &str) -> Self {
        Self {
            column: column.to_owned(),
            falling: true,
        }
    }

    /// After a press on the head of a column: the other way round, or by that column from where
    /// it usually begins.
    pub(super) fn pressed<R>(before: Option<&Self>, field: &Field<'_, R>) -> Self {
        let same = before.filter(|order| order.column == field.id);
        Self {
            column: field.id.to_string(),
            falling: same.map_or(field.falls, |order| !order.falling),
        }
    }
}

/// What rows are sorted by.
#[derive(Debug)]
pub enum Key<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Missing,
}

impl<'a> Key<'a> {
    /// An empty text is missing.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        match text.into() {
            text if text.is_empty() => Self::Missing,
            text => Self::Text(text),
        }
    }

    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }
}

/// Puts rows in order, those with the same key as they stood; as they are where no column of
/// the order is among the fields.
pub fn sort<'a, T: Copy, R>(
    rows: &mut [T],
    order: Option<&Sorting>,
    fields: &[Field<'a, R>],
    row: impl Fn(T) -> Option<R>,
) {
    let field = order.and_then(|order| {
        let field = fields.iter().find(|field| field.id == order.column)?;
        Some((field.key.as_ref()?, order.falling))
    });
    let Some((key, falling)) = field else {
        return;
    };
    let keys = rows.iter().map(|it| row(*it).map_or(Key::Missing, key));
    let ranks = ranks(&keys.collect::<Vec<_>>(), falling);
    let mut keyed: Vec<(u64, usize, T)> = ranks
        .into_iter()
        .zip(rows.iter().copied().enumerate())
        .map(|(rank, (at, row))| (rank, at, row))
        .collect();
    keyed.sort_unstable_by_key(|(rank, at, _)| (*rank, *at));
    for (row, (_, _, sorted)) in rows.iter_mut().zip(keyed) {
        *row = sorted;
    }
}

/// Numbers in the order of the keys. All keys are of one column, so all texts or all numbers.
fn ranks(keys: &[Key<'_>], falling: bool) -> Vec<u64> {
    let texts = keys.iter().filter_map(|key| match key {
        Key::Text(text) => Some(&**text),
        Key::Number(_) | Key::Missing => None,
    });
    let distinct: FxHashSet<&str> = texts.collect();
    let mut ordered: Vec<&str> = distinct.into_iter().collect();
    ordered.sort_unstable();
    let places: FxHashMap<&str, u64> = ordered.into_iter().zip(0..).collect();
    let rank = |key: &Key<'_>| {
        let rank = match key {
            Key::Missing => return u64::MAX,
            Key::Text(text) => places.get(&**text).copied().unwrap_or_default(),
            Key::Number(number) => total(*number),
        };
        if falling {
            (!rank).saturating_sub(1)
        } else {
            rank
        }
    };
    keys.iter().map(rank).collect()
}

/// A whole number in the order of [`f64::total_cmp`].
fn total(number: f64) -> u64 {
    let bits = number.to_bits();
    match bits >> 63 {
        0 => bits | 1 << 63,
        _ => !bits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::number;

    fn order(keys: &[Key<'_>], falling: bool) -> Vec<usize> {
        let ranks = ranks(keys, falling);
        let mut rows: Vec<usize> = (0..keys.len()).collect();
        rows.sort_by_key(|row| ranks[*row]);
        rows
    }

    #[test]
    fn what_is_missing_stands_last_either_way() {
        let keys = [
            Key::Number(2.0),
            Key::Missing,
            Key::Number(-1.0),
            Key::Number(0.0),
        ];
        assert_eq!(order(&keys, false), [2, 3, 0, 1]);
        assert_eq!(order(&keys, true), [0, 3, 2, 1]);
        let keys = [Key::text("b"), Key::text(""), Key::text("a")];
        assert_eq!(order(&keys, false), [2, 0, 1]);
        assert_eq!(order(&keys, true), [0, 2, 1]);
    }

    #[test]
    fn a_second_press_turns_the_order_round() {
        let index = Field::number("index", "", 60.0, |row: f64| Some(row), number::score);
        let code = Field::words("code", "", 60.0, |_: f64| "");
        let first = Sorting::pressed(None, &index);
        assert_eq!(first, Sorting::falling("index"));
        let second = Sorting::pressed(Some(&first), &index);
        assert!(!second.falling && second.column == "index");
        let other = Sorting::pressed(Some(&second), &code);
        assert!(!other.falling && other.column == "code");
    }

    #[test]
    fn rows_of_the_same_key_stay_as_they_stood() {
        let tens = |row: i32| Some(f64::from(row / 10));
        let fields = [Field::number("tens", "", 60.0, tens, number::score)];
        let mut rows = [12, 31, 11, 30];
        sort(&mut rows, Some(&Sorting::falling("tens")), &fields, Some);
        assert_eq!(rows, [31, 30, 12, 11]);
        sort(&mut rows, Some(&Sorting::falling("ones")), &fields, Some);
        assert_eq!(rows, [31, 30, 12, 11]);
    }
}
