//! The ledger of a wave and whom it reached.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::model::{
    Answer, Customer, CustomerId, FrameEntry, Questionnaire, ReturnId, WaveReturns,
};

/// Chosen, issued, returned, valid, and the three rates between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// Customers chosen; `None` under a filter that asks for answers, which those who did not
    /// answer have not given.
    pub frame: Option<usize>,
    /// Of those, the ones the form was sent to.
    pub issued: Option<usize>,
    /// Returns that came, void ones included.
    pub returned: usize,
    pub valid: usize,
    /// issued / frame, 0–1
    pub coverage: Option<f64>,
    /// returned / issued; above 1 when customers answered more than once.
    pub return_rate: Option<f64>,
    /// valid / returned, 0–1
    pub valid_rate: Option<f64>,
}

impl Ledger {
    pub fn new(frame: Option<usize>, issued: Option<usize>, returned: usize, valid: usize) -> Self {
        Self {
            frame,
            issued,
            returned,
            valid,
            coverage: frame
                .zip(issued)
                .and_then(|(frame, issued)| rate(issued, frame)),
            return_rate: issued.and_then(|issued| rate(returned, issued)),
            valid_rate: rate(valid, returned),
        }
    }
}

fn rate(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How much of the whole customer register the valid returns stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Reach {
    /// Customers of the register with a valid return.
    pub answered: usize,
    /// Customers of the register.
    pub customers: usize,
    /// answered / customers, 0–1
    pub heads: Option<f64>,
    /// Their share of the turnover of the register, 0–1; `None` when no turnover is known.
    pub turnover: Option<f64>,
}

/// Whom the valid returns of a wave stand for, by heads and by today's turnover.
pub fn reach(returns: &WaveReturns, customers: &[Customer]) -> Reach {
    let answered: FxHashSet<CustomerId> = returns
        .returns
        .iter()
        .filter(|returned| returned.valid())
        .filter_map(|returned| returned.customer)
        .collect();
    let answered = customers
        .iter()
        .filter(|customer| answered.contains(&customer.id));
    let total = turnover(customers.iter());
    Reach {
        answered: answered.clone().count(),
        customers: customers.len(),
        heads: rate(answered.clone().count(), customers.len()),
        turnover: (total > 0.0).then(|| turnover(answered) / total),
    }
}

fn turnover<'a>(customers: impl Iterator<Item = &'a Customer>) -> f64 {
    customers
        .filter_map(|customer| customer.turnover)
        .filter(|turnover| turnover.is_finite() && *turnover > 0.0)
        .sum()
}

/// Each customer's share of the turnover of all of them, 0–1; nobody has one while no turnover
/// is known.
pub fn turnover_shares(
    turnovers: impl Iterator<Item = (CustomerId, Option<f64>)> + Clone,
) -> FxHashMap<CustomerId, f64> {
    let total: f64 = turnovers.clone().filter_map(|(_, turnover)| turnover).sum();
    let known = turnovers.filter(|_| total > 0.0);
    known
        .filter_map(|(id, turnover)| Some((id, turnover? / total)))
        .collect()
}

/// The valid returns of customers who have more than one, in the order they came.
pub fn several(returns: &WaveReturns) -> FxHashMap<CustomerId, Vec<ReturnId>> {
    let mut several: FxHashMap<CustomerId, Vec<ReturnId>> = FxHashMap::default();
    for returned in returns.returns.iter().filter(|it| it.valid()) {
        if let Some(customer) = returned.customer {
            several.entry(customer).or_default().push(returned.id);
        }
    }
    several.retain(|_, returns| returns.len() > 1);
    several
}

/// Scored items that the return at a place answers, of how many. "Not applicable" is no answer.
pub fn given(questionnaire: &Questionnaire, returns: &WaveReturns, at: usize) -> (usize, usize) {
    let items = questionnaire.items.iter().zip(&returns.columns);
    let scored = items.filter(|(item, _)| item.scored);
    scored.fold((0, 0), |(given, of), (item, column)| {
        let counts = match column.get(at) {
            Answer::Option(option) => {
                let scale = item.scale.as_ref();
                let option = scale.and_then(|it| it.options.get(usize::from(option)));
                option.is_some_and(|it| it.score.is_some())
            }
            Answer::Options(_) | Answer::Number(_) | Answer::Text(_) => true,
            Answer::Blank | Answer::Skipped | Answer::NotApplicable | Answer::Unreadable => false,
        };
        (given + usize::from(counts), of + 1)
    })
}

/// Customers the form was sent to who have not answered, the largest turnover first.
pub fn unanswered<'a>(
    frame: impl IntoIterator<Item = &'a FrameEntry>,
    returns: &WaveReturns,
) -> Vec<CustomerId> {
    let answered: FxHashSet<CustomerId> = returns
        .returns
        .iter()
        .filter_map(|returned| returned.customer)
        .collect();
    let mut silent: Vec<&FrameEntry> = frame
        .into_iter()
        .filter(|entry| entry.issued.is_some() && !answered.contains(&entry.customer))
        .collect();
    silent.sort_by(|a, b| {
        let turnover = |entry: &FrameEntry| entry.turnover.unwrap_or(-1.0);
        turnover(b)
            .total_cmp(&turnover(a))
            .then(a.customer.cmp(&b.customer))
    });
    silent.into_iter().map(|entry| entry.customer).collect()
}
