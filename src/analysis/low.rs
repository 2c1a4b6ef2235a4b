//! The customers who gave an item low scores, and what they weigh.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Evidence, Filter, Rating, Surveyed, counted, ratings, turnover_share, wording};
use crate::model::{Customer, CustomerId, FrameEntry, LineageId, ReturnId, Subject, WaveReturns};

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Low {
    /// Position in [`WaveReturns::returns`].
    pub row: usize,
    pub returned: ReturnId,
    pub customer: Option<CustomerId>,
    /// Of the frame's turnover, 0–1.
    pub share: Option<f64>,
    pub now: f64,
    /// Last wave; `None` when it cannot be compared or was not answered.
    pub before: Option<f64>,
    /// The customer's index, 0–100.
    pub index: Option<f64>,
}

/// Those with an unhappy answer among the ratings of the shown wave, the lowest first, of equals
/// the larger turnover. `before` are the answers of last wave.
pub fn low(evidence: &Evidence<'_>, all: &[Rating], before: &[Rating]) -> Vec<Low> {
    let mut before_of: FxHashMap<CustomerId, f64> = FxHashMap::default();
    for known in before {
        if let Some(customer) = known.customer {
            before_of.entry(customer).or_insert(known.score);
        }
    }
    let mut shares: FxHashMap<CustomerId, Option<f64>> = FxHashMap::default();
    let mut share = |customer: CustomerId| {
        *shares.entry(customer).or_insert_with(|| {
            let one = BTreeSet::from([customer]);
            turnover_share(&one, evidence.frame, evidence.customers)
        })
    };
    let index = &evidence.current.figures.by_return.index;
    let unhappy = all.iter().filter(|rating| rating.unhappy);
    let one = |rating: &Rating| {
        Some(Low {
            row: rating.row,
            returned: evidence.returns.returns.get(rating.row)?.id,
            customer: rating.customer,
            share: rating.customer.and_then(&mut share),
            now: rating.score,
            before: rating.customer.and_then(|it| before_of.get(&it).copied()),
            index: index.get(rating.row).copied().flatten(),
        })
    };
    let mut low: Vec<Low> = unhappy.filter_map(one).collect();
    low.sort_by(|a, b| {
        let turnover = b.share.unwrap_or(-1.0).total_cmp(&a.share.unwrap_or(-1.0));
        a.now.total_cmp(&b.now).then(turnover)
    });
    low
}

/// How many customers they are, and their share of the frame's turnover, 0–1.
pub fn low_together(evidence: &Evidence<'_>, low: &[Low]) -> (usize, Option<f64>) {
    let known: BTreeSet<CustomerId> = low.iter().filter_map(|low| low.customer).collect();
    let count = known.len() + low.iter().filter(|low| low.customer.is_none()).count();
    let share = turnover_share(&known, evidence.frame, evidence.customers);
    (count, share)
}

/// The answers of last wave to an item, whatever the filter; none where its wording changed.
pub fn ratings_before(
    evidence: &Evidence<'_>,
    (before, returns): (&Surveyed<'_>, &WaveReturns),
    (frame, customers): (&[FrameEntry], &[Customer]),
    item: LineageId,
) -> Vec<Rating> {
    let (from, to) = (before.revision, evidence.current.revision);
    if wording(evidence.revisions, from, to, &Subject::Item(item)).breaks() {
        return Vec::new();
    }
    let everyone = Filter::default();
    let rows = counted(&from.questionnaire, returns, frame, customers, &everyone);
    ratings(&from.questionnaire, returns, &rows, item)
}
