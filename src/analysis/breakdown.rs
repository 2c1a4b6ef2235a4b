//! The ledger by channel and by who collects.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::ledger::{Standing, rate, standings};
use crate::model::{CollectorKind, CustomerId, FrameEntry, WaveReturns};

/// A part of the list, and what came of it. No customer stands in two.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Part {
    pub chosen: usize,
    pub issued: usize,
    /// Customers who answered, and who answered validly; those who count in the ledger.
    pub returned: usize,
    pub valid: usize,
    /// returned / issued, 0–1
    pub return_rate: Option<f64>,
}

/// The list of a wave by parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breakdown {
    /// By the channel the form went out by; empty where none was noted.
    pub channels: Vec<(String, Part)>,
    /// By who collects; `None` where nobody was named.
    pub collectors: Vec<(Option<CollectorKind>, Part)>,
    /// Returns by the channel they came by, and how many of them are valid: all that came.
    pub came: Vec<(String, usize, usize)>,
}

/// Of a wave. Those excluded are in no part.
pub fn breakdown(returns: &WaveReturns, frame: &[FrameEntry]) -> Breakdown {
    let answered = counted_by(returns, frame);
    let (mut channels, mut collectors) = (BTreeMap::new(), BTreeMap::new());
    for entry in frame.iter().filter(|it| it.excluded.is_none()) {
        let answer = answered.get(&entry.customer).copied();
        note(
            channels.entry(entry.channel.clone()).or_default(),
            entry,
            answer,
        );
        note(
            collectors.entry(entry.collector).or_default(),
            entry,
            answer,
        );
    }
    let mut came: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for returned in &returns.returns {
        let (all, valid) = came.entry(&returned.channel).or_default();
        *all += 1;
        *valid += usize::from(returned.valid());
    }
    let mut came: Vec<(String, usize, usize)> = came
        .into_iter()
        .map(|(channel, (all, valid))| (channel.to_owned(), all, valid))
        .collect();
    came.sort_by_key(|(_, all, _)| std::cmp::Reverse(*all));
    Breakdown {
        channels: parts(channels),
        collectors: parts(collectors),
        came,
    }
}

/// Customers whose returns count in the ledger, and whether those are valid.
pub(super) fn counted_by(
    returns: &WaveReturns,
    frame: &[FrameEntry],
) -> FxHashMap<CustomerId, bool> {
    let counts = standings(returns, frame);
    let counted = returns.returns.iter().zip(&counts);
    let counted = counted.filter(|(_, standing)| **standing == Standing::Counts);
    counted
        .filter_map(|(it, _)| Some((it.customer?, it.valid())))
        .collect()
}

/// Adds a customer of the list and what came of it.
pub(super) fn note(part: &mut Part, entry: &FrameEntry, answer: Option<bool>) {
    part.chosen += 1;
    part.issued += usize::from(entry.issued.is_some());
    part.returned += usize::from(answer.is_some());
    part.valid += usize::from(answer == Some(true));
}

/// The largest first.
pub(super) fn parts<K>(parts: BTreeMap<K, Part>) -> Vec<(K, Part)> {
    let mut parts: Vec<(K, Part)> = parts.into_iter().collect();
    for (_, part) in &mut parts {
        part.return_rate = rate(part.returned.min(part.issued), part.issued);
    }
    parts.sort_by_key(|(_, part)| std::cmp::Reverse(part.chosen));
    parts
}
