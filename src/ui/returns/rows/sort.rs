//! The order of the rows. What is missing stands last, whichever way.

use std::cmp::Ordering;

use super::{Field, Rows, Status, answered, index};
use crate::ui::Cx;

/// What rows are sorted by.
#[derive(Debug)]
enum Key {
    Text(String),
    Number(f64),
    Missing,
}

impl Key {
    fn text(text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Self::Text(text.to_owned()),
            _ => Self::Missing,
        }
    }

    fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Missing, Self::Missing) => return Ordering::Equal,
            (Self::Missing, _) => return Ordering::Greater,
            (_, Self::Missing) => return Ordering::Less,
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
        };
        if descending { order.reverse() } else { order }
    }
}

impl Rows {
    pub(super) fn sort(&self, cx: &Cx<'_>, rows: &mut [u32], field: Field, descending: bool) {
        let mut keyed: Vec<(Key, u32)> = rows
            .iter()
            .map(|row| (self.key(cx, *row as usize, field), *row))
            .collect();
        keyed.sort_by(|(a, first), (b, second)| a.compare(b, descending).then(first.cmp(second)));
        for (row, (_, sorted)) in rows.iter_mut().zip(keyed) {
            *row = sorted;
        }
    }

    fn key(&self, cx: &Cx<'_>, at: usize, field: Field) -> Key {
        let returned = cx.view.and_then(|view| view.returns.returns.get(at));
        let (Some(view), Some(returned)) = (cx.view, returned) else {
            return Key::Missing;
        };
        let customer = returned.customer.and_then(|id| self.customer(cx, id));
        match field {
            Field::Row => Key::Number(f64::from(returned.row)),
            Field::Code => Key::text(customer.map(|it| it.code.as_str())),
            Field::Customer => Key::text(Some(match customer {
                Some(customer) => &customer.name,
                None => &returned.customer_text,
            })),
            Field::Attribute(at) => {
                let name = self.attributes.get(at);
                let value = customer
                    .zip(name)
                    .and_then(|(it, name)| it.attributes.get(name));
                Key::text(value.map(String::as_str))
            }
            Field::Turnover => Key::number(returned.customer.and_then(|id| self.share(id))),
            Field::Respondent => Key::text(Some(&returned.respondent)),
            Field::Channel => Key::text(Some(&returned.channel)),
            Field::Date => Key::text(returned.date.map(|date| date.to_string()).as_deref()),
            Field::Answered => Key::Number(answered(cx, at).0 as f64),
            Field::Index => Key::number(index(cx, at)),
            Field::Status => Key::Number(match self.status(&view.returns, at) {
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

    #[test]
    fn what_is_missing_stands_last_either_way() {
        let keys = [Key::Number(2.0), Key::Missing, Key::Number(1.0)];
        for (descending, order) in [(false, [2, 0, 1]), (true, [0, 2, 1])] {
            let mut rows = [0, 1, 2];
            rows.sort_by(|a, b| keys[*a].compare(&keys[*b], descending));
            assert_eq!(rows, order);
        }
    }
}
