//! The order of the rows. What is missing stands last, whichever way.
//!
//! Every key becomes a whole number first, so that 100,000 rows are ordered within the blink of
//! an eye.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Field, Rows, Status, answered, index};
use crate::ui::Sight;

/// What rows are sorted by.
#[derive(Debug)]
enum Key<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Missing,
}

impl<'a> Key<'a> {
    fn text(text: Option<&'a str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Self::Text(Cow::Borrowed(text)),
            _ => Self::Missing,
        }
    }

    fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }
}

/// Numbers in the order of the keys. All keys are of one field, so all texts or all numbers.
fn ranks(keys: &[Key<'_>], descending: bool) -> Vec<u64> {
    let texts = keys.iter().filter_map(|key| match key {
        Key::Text(text) => Some(&**text),
        _ => None,
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
        if descending {
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

impl Rows {
    pub(super) fn sort(&self, cx: &Sight<'_>, rows: &mut [u32], field: Field, descending: bool) {
        let keys: Vec<Key<'_>> = rows
            .iter()
            .map(|row| self.key(cx, *row as usize, field))
            .collect();
        let ranks = ranks(&keys, descending).into_iter();
        let mut keyed: Vec<(u64, u32)> = ranks.zip(rows.iter().copied()).collect();
        keyed.sort_unstable();
        for (row, (_, sorted)) in rows.iter_mut().zip(keyed) {
            *row = sorted;
        }
    }

    fn key<'a>(&self, cx: &Sight<'a>, at: usize, field: Field) -> Key<'a> {
        let returned = cx.view.and_then(|view| view.returns.returns.get(at));
        let Some(returned) = returned else {
            return Key::Missing;
        };
        let customer = || returned.customer.and_then(|id| self.customer(cx, id));
        match field {
            Field::Row => Key::Number(f64::from(returned.row)),
            Field::Code => Key::text(customer().map(|it| it.code.as_str())),
            Field::Customer => Key::text(Some(match customer() {
                Some(customer) => &customer.name,
                None => &returned.customer_text,
            })),
            Field::Attribute(at) => {
                let name = self.attributes.get(at);
                let value = customer()
                    .zip(name)
                    .and_then(|(it, name)| it.attributes.get(name));
                Key::text(value.map(String::as_str))
            }
            Field::Turnover => Key::number(returned.customer.and_then(|id| self.share(id))),
            Field::Respondent => Key::text(Some(&returned.respondent)),
            Field::Channel => Key::text(Some(&returned.channel)),
            Field::Date => returned
                .date
                .map_or(Key::Missing, |date| Key::Text(Cow::Owned(date.to_string()))),
            Field::Answered => Key::Number(answered(cx, at).0 as f64),
            Field::Index => Key::number(index(cx, at)),
            Field::Status => Key::Number(match self.status(returned) {
                Status::Open => 0.0,
                Status::Valid => 1.0,
                Status::Void => 2.0,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(keys: &[Key<'_>], descending: bool) -> Vec<usize> {
        let ranks = ranks(keys, descending);
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
        let keys = [
            Key::text(Some("b")),
            Key::text(Some("")),
            Key::text(Some("a")),
        ];
        assert_eq!(order(&keys, false), [2, 0, 1]);
        assert_eq!(order(&keys, true), [0, 2, 1]);
    }
}
