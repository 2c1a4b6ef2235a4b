//! Whether calling back reached enough customers to be worth something.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::ledger::rate;
use crate::model::{Contact, ContactKind, CustomerId, WaveReturns};

/// Shares a survey by telephone has to reach: of the customers called, and of those reached.
pub const REACHED: f64 = 0.5;
pub const ANSWERED: f64 = 0.6;

/// What calling came to, by customers: one who was called five times counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Calls {
    /// Attempts.
    pub attempts: usize,
    /// Customers called.
    pub called: usize,
    /// Of those, with somebody there at least once.
    pub reached: usize,
    /// Of those, with a valid return.
    pub answered: usize,
    /// reached / called, 0–1
    pub reached_rate: Option<f64>,
    /// answered / reached, 0–1
    pub answered_rate: Option<f64>,
    /// Both rates are high enough; `None` while nobody was called.
    pub enough: Option<bool>,
    /// Reminders sent, and the customers they went to.
    pub reminders: usize,
    pub reminded: usize,
}

/// Of the calls and reminders of a wave.
pub fn calls<'a>(
    contacts: impl IntoIterator<Item = &'a Contact>,
    returns: Option<&WaveReturns>,
) -> Calls {
    let mut called: FxHashMap<CustomerId, bool> = FxHashMap::default();
    let mut reminded: FxHashSet<CustomerId> = FxHashSet::default();
    let mut calls = Calls::default();
    for contact in contacts {
        match contact.kind {
            ContactKind::Call => {
                calls.attempts += 1;
                *called.entry(contact.customer).or_default() |= contact.reached;
            }
            ContactKind::Reminder => {
                calls.reminders += 1;
                reminded.insert(contact.customer);
            }
        }
    }
    let returns = returns.map_or(&[][..], |it| it.returns.as_slice());
    let valid = returns.iter().filter(|it| it.valid());
    let valid: FxHashSet<CustomerId> = valid.filter_map(|it| it.customer).collect();
    let reached = called.iter().filter(|(_, reached)| **reached);
    calls.called = called.len();
    calls.reached = reached.clone().count();
    calls.answered = reached.filter(|(id, _)| valid.contains(id)).count();
    calls.reached_rate = rate(calls.reached, calls.called);
    calls.answered_rate = rate(calls.answered, calls.reached);
    calls.reminded = reminded.len();
    let holds = |rate: Option<f64>, least: f64| rate.is_some_and(|it| it >= least);
    calls.enough = (calls.called > 0)
        .then(|| holds(calls.reached_rate, REACHED) && holds(calls.answered_rate, ANSWERED));
    calls
}

#[cfg(test)]
mod tests {
    use super::super::example::rated;
    use super::*;
    use crate::model::{ContactId, WaveId};

    #[test]
    fn customers_count_once_and_half_of_them_have_to_be_reached() {
        let contact = |(id, customer, kind, reached): (i64, i64, ContactKind, bool)| Contact {
            id: ContactId(id),
            wave: WaveId(1),
            customer: CustomerId(customer),
            kind,
            date: jiff::civil::date(2026, 6, 20),
            who: "李娜".to_owned(),
            how: "电话".to_owned(),
            reached,
            note: String::new(),
        };
        let mut returns = rated(&[&[5, 5, 4, 4], &[4, 4, 4, 4]]);
        returns.returns[0].customer = Some(CustomerId(1));
        returns.returns[1].customer = Some(CustomerId(2));
        let call = ContactKind::Call;
        let mut all: Vec<Contact> = [
            (1, 1, call, false),
            (2, 1, call, true),
            (3, 2, call, true),
            (4, 3, call, true),
            (5, 4, call, false),
            (6, 4, ContactKind::Reminder, true),
        ]
        .map(contact)
        .into();
        let found = calls(&all, Some(&returns));
        assert_eq!((found.attempts, found.called, found.reached), (5, 4, 3));
        assert_eq!((found.answered, found.enough), (2, Some(true)));
        assert_eq!((found.reminders, found.reminded), (1, 1));
        all.push(contact((7, 5, call, true)));
        // Two of four: below 60 %.
        assert_eq!(calls(&all, Some(&returns)).enough, Some(false));
        assert_eq!(calls(&[], None).enough, None);
    }
}
