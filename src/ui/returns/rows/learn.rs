//! What the data say of the returns, whichever of them are shown.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Rows;
use crate::analysis::turnover_shares;
use crate::model::{Customer, CustomerId, FrameEntry, Issue, WaveReturns};
use crate::ui::Sight;
use crate::ui::returns::who::Who;

impl Rows {
    /// Takes as long as there are customers and issues; returns are looked up, not gone through.
    pub(super) fn learn(sight: &Sight<'_>) -> Self {
        let customers = &sight.data.customers;
        let mut rows = Self {
            version: Some(sight.version),
            customers: (customers.iter().enumerate())
                .map(|(at, customer)| (customer.id, at))
                .collect(),
            who: Who::of(customers),
            ..Self::default()
        };
        if let Some((wave, view)) = sight.wave.zip(sight.view) {
            rows.shares = shares(sight.data.frame(wave.id), customers);
            rows.returns = Some(Arc::clone(&view.returns));
            rows.learn_issues(&sight.data.issues, &view.returns);
        }
        rows
    }

    fn learn_issues(&mut self, issues: &[Issue], returns: &WaveReturns) {
        for (at, issue) in issues.iter().enumerate() {
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

/// Each customer's share of the turnover of the frame, or of the register without one.
fn shares(frame: &[FrameEntry], customers: &[Customer]) -> FxHashMap<CustomerId, f64> {
    if frame.is_empty() {
        turnover_shares(customers.iter().map(|it| (it.id, it.turnover)))
    } else {
        turnover_shares(frame.iter().map(|it| (it.customer, it.turnover)))
    }
}
