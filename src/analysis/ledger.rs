//! The ledger of a wave: chosen, issued, returned, valid, and the rates between them; what
//! stands apart from it.
//!
//! The return rate goes by customers of the list, who count once however many returns of theirs
//! came, so that no rate can exceed 1. What comes from elsewhere is listed and counts in no rate.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::{CustomerId, FrameEntry, Return, WaveReturns};

/// Chosen, issued, returned, valid, and the three rates between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// Customers chosen, without those excluded; `None` under a filter that asks for answers,
    /// which those who did not answer have not given.
    pub frame: Option<usize>,
    /// Of those, the ones the form was sent to.
    pub issued: Option<usize>,
    /// Returns of those that came, void ones included. Without a list: all that came in time.
    pub returned: usize,
    /// Of those, the valid ones.
    pub valid: usize,
    /// Customers they are of, where those are fewer: some answered more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<usize>,
    /// issued / frame, 0–1
    pub coverage: Option<f64>,
    /// Customers who returned / issued, 0–1
    pub return_rate: Option<f64>,
    /// valid / returned, 0–1
    pub valid_rate: Option<f64>,
    /// Returns that count in none of the rates.
    #[serde(skip_serializing_if = "Apart::is_empty")]
    pub apart: Apart,
}

impl Ledger {
    pub fn new(frame: Option<usize>, issued: Option<usize>, returned: usize, valid: usize) -> Self {
        Self {
            frame,
            issued,
            returned,
            valid,
            answered: None,
            coverage: frame
                .zip(issued)
                .and_then(|(frame, issued)| rate(issued, frame)),
            return_rate: issued.and_then(|issued| rate(returned, issued)),
            valid_rate: rate(valid, returned),
            apart: Apart::default(),
        }
    }

    /// Of the returns at these rows. `frame` is the whole list, `chosen` those of it who pass
    /// the same filter as the rows, as far as that can be told.
    pub(super) fn of(
        returns: &WaveReturns,
        rows: &[usize],
        frame: &[FrameEntry],
        chosen: Option<&[&FrameEntry]>,
    ) -> Self {
        let all = rows.iter().map(|row| &returns.returns[*row]);
        let Some(chosen) = chosen.filter(|_| !frame.is_empty()) else {
            let in_time = all.clone().filter(|it| !it.late);
            let valid = in_time.clone().filter(|it| it.valid()).count();
            let none = chosen.map(|_| 0);
            let mut ledger = Self::new(none, none, in_time.clone().count(), valid);
            ledger.apart.late = all.count() - in_time.count();
            return ledger;
        };
        let asked = chosen.iter().filter(|it| it.excluded.is_none());
        let issued = asked.clone().filter(|it| it.issued.is_some()).count();
        let asked = asked.count();
        let list = List::of(frame);
        let room = if list.noted { issued } else { asked };
        let standings = list.standings(&all, room);
        let counted = all.clone().zip(&standings);
        let counted = counted.filter(|(_, standing)| standing.counts());
        let valid = counted.clone().filter(|(it, _)| it.valid()).count();
        let mut ledger = Self::new(Some(asked), Some(issued), counted.count(), valid);
        let first = |it: &&Standing| **it == Standing::Counts;
        let answered = standings.iter().filter(first).count();
        ledger.answered = Some(answered).filter(|it| *it < ledger.returned);
        ledger.return_rate = rate(answered, issued);
        ledger.apart = Apart::of(&standings);
        ledger
    }
}

/// The ledger of a whole wave.
pub fn ledger(returns: &WaveReturns, frame: &[FrameEntry]) -> Ledger {
    let rows: Vec<usize> = (0..returns.returns.len()).collect();
    let chosen: Vec<&FrameEntry> = frame.iter().collect();
    Ledger::of(returns, &rows, frame, Some(&chosen))
}

pub(super) fn rate(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How a return stands to the list of its wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The answer of a customer who was asked.
    Counts,
    /// A further one of the same customer: a return that counts, of a customer who counts
    /// already.
    Again,
    /// The customer is not on the list.
    OffList,
    /// It is on the list, but nobody noted that the form was sent.
    NotIssued,
    /// It is on the list and excluded.
    Excluded,
    /// Nobody knows whose it is: it names somebody who is not in the register, or names nobody
    /// while everybody who was asked has answered.
    NoRoom,
    /// It came after the wave was closed.
    Late,
}

impl Standing {
    /// Whether it is one of the returns the list brought.
    pub fn counts(self) -> bool {
        matches!(self, Self::Counts | Self::Again)
    }
}

/// Returns that count in no rate, by why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Apart {
    pub off_list: usize,
    pub not_issued: usize,
    pub excluded: usize,
    /// Of nobody known: of a name nobody knows, or without one and beyond the customers who have
    /// not answered.
    pub unknown: usize,
    pub late: usize,
}

impl Apart {
    fn of(standings: &[Standing]) -> Self {
        let mut apart = Self::default();
        for standing in standings {
            match standing {
                Standing::Counts | Standing::Again => {}
                Standing::OffList => apart.off_list += 1,
                Standing::NotIssued => apart.not_issued += 1,
                Standing::Excluded => apart.excluded += 1,
                Standing::NoRoom => apart.unknown += 1,
                Standing::Late => apart.late += 1,
            }
        }
        apart
    }

    /// Nothing does.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many there are, and the ways they stand apart with at least one, in their order.
    pub fn parts(&self) -> Vec<(Standing, usize)> {
        let parts = [
            (Standing::OffList, self.off_list),
            (Standing::NotIssued, self.not_issued),
            (Standing::Excluded, self.excluded),
            (Standing::NoRoom, self.unknown),
            (Standing::Late, self.late),
        ];
        parts.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

/// How each return of a wave stands to its list, in their order. Without a list all count that
/// came in time.
pub fn standings(returns: &WaveReturns, frame: &[FrameEntry]) -> Vec<Standing> {
    let all = returns.returns.iter();
    if frame.is_empty() {
        let standing = |it: &Return| match it.late {
            true => Standing::Late,
            false => Standing::Counts,
        };
        return all.map(standing).collect();
    }
    let list = List::of(frame);
    let asked = frame.iter().filter(|it| it.excluded.is_none());
    let room = asked.filter(|it| !list.noted || it.issued.is_some());
    list.standings(&all, room.count())
}

/// The list of a wave.
struct List<'a> {
    entries: FxHashMap<CustomerId, &'a FrameEntry>,
    /// Somebody noted whom the form was sent to; without that everybody chosen was asked.
    noted: bool,
}

impl<'a> List<'a> {
    fn of(frame: &'a [FrameEntry]) -> Self {
        let issued = |it: &FrameEntry| it.issued.is_some() && it.excluded.is_none();
        Self {
            entries: frame.iter().map(|it| (it.customer, it)).collect(),
            noted: frame.iter().any(issued),
        }
    }

    /// How a return of a known customer stands, others of theirs left aside.
    fn alone(&self, customer: CustomerId) -> Standing {
        match self.entries.get(&customer) {
            None => Standing::OffList,
            Some(entry) if entry.excluded.is_some() => Standing::Excluded,
            Some(entry) if self.noted && entry.issued.is_none() => Standing::NotIssued,
            Some(_) => Standing::Counts,
        }
    }

    /// `asked`: how many customers could have answered.
    fn standings<'r>(
        &self,
        returns: &(impl Iterator<Item = &'r Return> + Clone),
        asked: usize,
    ) -> Vec<Standing> {
        // Of several returns of a customer the first valid one counts, or else the first.
        let mut counts: FxHashMap<CustomerId, (usize, bool)> = FxHashMap::default();
        for (at, it) in returns.clone().enumerate().filter(|(_, it)| !it.late) {
            if let Some(customer) = it.customer
                && self.alone(customer) == Standing::Counts
            {
                let known = counts.entry(customer).or_insert((at, it.valid()));
                if it.valid() && !known.1 {
                    *known = (at, true);
                }
            }
        }
        let mut room = asked.saturating_sub(counts.len());
        let mut standings: Vec<Standing> = returns
            .clone()
            .enumerate()
            .map(|(at, it)| match it.customer {
                _ if it.late => Standing::Late,
                None => Standing::NoRoom,
                Some(customer) => match self.alone(customer) {
                    Standing::Counts if counts.get(&customer).is_none_or(|it| it.0 != at) => {
                        Standing::Again
                    }
                    alone => alone,
                },
            })
            .collect();
        // Those without a name are answers of somebody who is still waited for, the valid ones
        // first. A name nobody knows may be a stranger's: it waits to be settled.
        for valid in [true, false] {
            let unknown = standings.iter_mut().zip(returns.clone());
            let unknown = unknown.filter(|(it, of)| {
                **it == Standing::NoRoom
                    && of.valid() == valid
                    && of.customer_text.trim().is_empty()
            });
            for (standing, _) in unknown {
                if room == 0 {
                    return standings;
                }
                *standing = Standing::Counts;
                room -= 1;
            }
        }
        standings
    }
}
