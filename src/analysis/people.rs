//! The customers of a wave as they were then: the frame remembers them, the register stands
//! in for those who answered without being chosen.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Filter, SegmentKey};
use crate::model::{Customer, CustomerId, FrameEntry};

/// One customer as it was at the wave.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person<'a> {
    pub code: &'a str,
    pub turnover: Option<f64>,
    pub key: bool,
    pub attributes: &'a BTreeMap<String, String>,
}

impl<'a> Person<'a> {
    /// The value under a name that does not ask for answers.
    pub fn value(&self, key: &SegmentKey) -> Option<&'a str> {
        match key {
            SegmentKey::Attribute(name) => self
                .attributes
                .get(name)
                .map(String::as_str)
                .filter(|value| !value.is_empty()),
            SegmentKey::Key if self.key => Some(SegmentKey::YES),
            SegmentKey::Key => Some(SegmentKey::NO),
            SegmentKey::Customer => Some(self.code),
            SegmentKey::Item(_) | SegmentKey::Channel | SegmentKey::Collector | SegmentKey::Tag => {
                None
            }
        }
    }

    /// Whether the conditions on customers hold; those on answers are not looked at.
    pub fn passes(&self, filter: &Filter) -> bool {
        passes(Some(self), filter)
    }
}

/// The same of whoever gave a return, who may not be known.
pub(super) fn passes(person: Option<&Person>, filter: &Filter) -> bool {
    let mut conditions = filter.conditions().iter();
    conditions.all(|condition| {
        let value = || person.and_then(|it| it.value(&condition.key));
        condition.key.of_returns() || condition.asks(value().unwrap_or(SegmentKey::NONE))
    })
}

/// Everybody in the register or the frame.
pub(super) fn people<'a>(
    frame: &'a [FrameEntry],
    customers: &'a [Customer],
) -> FxHashMap<CustomerId, Person<'a>> {
    let mut people: FxHashMap<CustomerId, Person<'a>> = customers
        .iter()
        .map(|customer| {
            let person = Person {
                code: &customer.code,
                turnover: usable(customer.turnover),
                key: customer.key,
                attributes: &customer.attributes,
            };
            (customer.id, person)
        })
        .collect();
    for entry in frame {
        let code = people
            .get(&entry.customer)
            .map_or("", |customer| customer.code);
        let person = Person {
            code,
            turnover: usable(entry.turnover),
            key: entry.key,
            attributes: &entry.attributes,
        };
        people.insert(entry.customer, person);
    }
    people
}

/// A turnover that can weigh.
fn usable(turnover: Option<f64>) -> Option<f64> {
    turnover.filter(|turnover| turnover.is_finite() && *turnover >= 0.0)
}
