//! What the data say of the returns, whichever of them are shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Counts, Has, Rows};
use crate::analysis::{reach, unanswered};
use crate::model::{Customer, CustomerId, Issue, WaveReturns};
use crate::ui::Cx;

/// An attribute with more values than this tells nothing at a glance.
const MOST_VALUES: usize = 40;
/// Attributes that get a column.
const COLUMNS: usize = 2;

impl Rows {
    pub(super) fn learn(&mut self, cx: &Cx<'_>) {
        let customers = &cx.data.customers;
        let query = std::mem::take(&mut self.query);
        *self = Self {
            query,
            customers: (customers.iter().enumerate())
                .map(|(at, customer)| (customer.id, at))
                .collect(),
            attributes: attributes(customers),
            ..Self::default()
        };
        let Some((wave, view)) = cx.wave.zip(cx.view) else {
            return;
        };
        let returns = &view.returns;
        let frame = cx.data.frame(wave.id);
        self.returns = Some(Arc::clone(returns));
        self.unanswered = unanswered(frame, returns);
        self.reach = reach(returns, customers);
        let turnovers: Vec<(CustomerId, Option<f64>)> = if frame.is_empty() {
            customers.iter().map(|it| (it.id, it.turnover)).collect()
        } else {
            frame.iter().map(|it| (it.customer, it.turnover)).collect()
        };
        let total: f64 = turnovers.iter().filter_map(|(_, turnover)| *turnover).sum();
        if total > 0.0 {
            let share = |(id, turnover): (CustomerId, Option<f64>)| Some((id, turnover? / total));
            self.shares = turnovers.into_iter().filter_map(share).collect();
        }
        self.learn_issues(cx.data.issues.iter(), returns);
        let valid = returns.returns.iter().filter(|it| it.valid()).count();
        self.counts = Counts {
            all: returns.returns.len(),
            valid,
            open: self.open.len(),
            void: returns.returns.len() - valid,
        };
        let any = |has: fn(&crate::model::Return) -> bool| returns.returns.iter().any(has);
        self.has = Has {
            customer: any(|it| it.customer.is_some() || !it.customer_text.is_empty()),
            turnover: !self.shares.is_empty(),
            respondent: any(|it| !it.respondent.is_empty()),
            channel: any(|it| !it.channel.is_empty()),
            date: any(|it| it.date.is_some()),
        };
    }

    fn learn_issues<'a>(&mut self, issues: impl Iterator<Item = &'a Issue>, returns: &WaveReturns) {
        for (at, issue) in issues.enumerate() {
            if issue.wave != returns.wave || issue.settled.is_some() {
                continue;
            }
            let place = self.place(issue.returned);
            let returned = place.and_then(|at| returns.returns.get(at));
            // What does not count need not be settled.
            if returned.is_some_and(|it| it.valid()) {
                self.issues.push(at);
                *self.open.entry(issue.returned).or_default() += 1;
                if let Some(import) = issue.import {
                    *self.open_of_import.entry(import).or_default() += 1;
                }
            }
        }
    }
}

/// Attributes with several values, the ones with the most first, as they tell most.
fn attributes(customers: &[Customer]) -> Vec<String> {
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for customer in customers {
        for (name, value) in &customer.attributes {
            let known = values.entry(name).or_default();
            if !value.is_empty() && known.len() <= MOST_VALUES {
                known.insert(value);
            }
        }
    }
    let mut telling: Vec<(&str, usize)> = values
        .into_iter()
        .map(|(name, values)| (name, values.len()))
        .filter(|(_, values)| (2..=MOST_VALUES).contains(values))
        .collect();
    telling.sort_by_key(|(_, values)| std::cmp::Reverse(*values));
    let names = telling.into_iter().take(COLUMNS);
    names.map(|(name, _)| name.to_owned()).collect()
}
