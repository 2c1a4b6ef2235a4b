//! Whom the returns of a wave stand for, and who has not answered.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::ledger::rate;
use crate::model::{
    Answer, Customer, CustomerId, FrameEntry, Questionnaire, ReturnId, WaveReturns,
};

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

/// Whom the valid returns of a wave stand for, by heads and by turnover as it was at the wave.
/// Where there is a list only its customers do, without those excluded.
pub fn reach(returns: &WaveReturns, frame: &[FrameEntry], customers: &[Customer]) -> Reach {
    let asked = frame.iter().filter(|it| it.excluded.is_none());
    let asked: FxHashSet<CustomerId> = asked.map(|it| it.customer).collect();
    let valid = returns.returns.iter().filter(|returned| returned.valid());
    let answered: FxHashSet<CustomerId> = valid
        .filter_map(|returned| returned.customer)
        .filter(|id| frame.is_empty() || asked.contains(id))
        .collect();
    let known = customers.iter().filter(|it| answered.contains(&it.id));
    let known = known.count();
    let shares = turnover_shares(frame, customers);
    let share = |id: &CustomerId| shares.get(id).copied().unwrap_or(0.0);
    Reach {
        answered: known,
        customers: customers.len(),
        heads: rate(known, customers.len()),
        turnover: (!shares.is_empty()).then(|| answered.iter().map(share).sum::<f64>().min(1.0)),
    }
}

/// Each customer's share of the turnover of the whole register, 0–1, those of the list with
/// what they had at the wave; nobody has one while no turnover is known. Every share of turnover
/// there is goes by these.
pub fn turnover_shares(frame: &[FrameEntry], customers: &[Customer]) -> FxHashMap<CustomerId, f64> {
    let registered = customers.iter().map(|it| (it.id, it.turnover));
    let mut turnovers: FxHashMap<CustomerId, Option<f64>> = registered.collect();
    turnovers.extend(frame.iter().map(|it| (it.customer, it.turnover)));
    let usable = |it: &f64| it.is_finite() && *it >= 0.0;
    let known = turnovers.into_iter();
    let known: FxHashMap<CustomerId, f64> = known
        .filter_map(|(id, turnover)| Some((id, turnover.filter(usable)?)))
        .collect();
    let mut all: Vec<f64> = known.values().copied().collect();
    // In one order, so that the same customers always come to the same sum.
    all.sort_by(f64::total_cmp);
    let total: f64 = all.iter().sum();
    let shares = known.into_iter().filter(|_| total > 0.0);
    shares
        .map(|(id, turnover)| (id, turnover / total))
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
        .filter(|entry| entry.issued.is_some() && entry.excluded.is_none())
        .filter(|entry| !answered.contains(&entry.customer))
        .collect();
    silent.sort_by(|a, b| {
        let turnover = |entry: &FrameEntry| entry.turnover.unwrap_or(-1.0);
        turnover(b)
            .total_cmp(&turnover(a))
            .then(a.customer.cmp(&b.customer))
    });
    silent.into_iter().map(|entry| entry.customer).collect()
}
