//! The line of those who stayed: the customers who answered every wave, or, where these are too few,
//! those who answered one wave and the next. A mean moves with who comes and who goes; theirs cannot.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::matched::Side;
use super::sampled::Sampled;
use super::{Compare, Spread, small};
use crate::model::{CustomerId, Period, Subject, WaveId};

/// What the same customers said of a subject over the waves.
#[derive(Clone, Debug, PartialEq)]
pub struct SameLine {
    pub subject: Subject,
    /// One over all waves, or one from each wave to the next.
    pub pieces: Vec<SamePiece>,
}

/// One set of customers over some waves.
#[derive(Clone, Debug, PartialEq)]
pub struct SamePiece {
    pub customers: usize,
    /// Oldest first; at least two.
    pub points: Vec<SamePoint>,
}

/// Their mean in one wave.
#[derive(Clone, Debug, PartialEq)]
pub struct SamePoint {
    pub wave: WaveId,
    pub period: Period,
    pub label: String,
    /// 0–100, by the rules of the newest wave. Each customer counts once, with its first return.
    pub score: f64,
    /// They or the others are too few, or can be told by subtraction: it may not be shown.
    pub few: bool,
}

/// The lines of all subjects of some waves, oldest first; none where nothing may be shown.
/// `exact`: however few they are.
pub fn same_lines(waves: &[Compare], exact: bool) -> Vec<SameLine> {
    let sampled: Vec<Sampled> = waves.iter().map(Sampled::of).collect();
    let places = places(&sampled);
    let line = |subject: Subject| {
        let told: Vec<Told> = (waves.iter().zip(&sampled).zip(&places))
            .filter_map(|((wave, sampled), places)| {
                Told::of((wave, sampled, places), &subject, exact)
            })
            .collect();
        let pieces = pieces(&told, exact);
        (!pieces.is_empty()).then_some(SameLine { subject, pieces })
    };
    subjects(waves).into_iter().filter_map(line).collect()
}

/// Where the first return of each customer of any wave stands in each wave.
fn places(waves: &[Sampled]) -> Vec<Vec<Option<usize>>> {
    let firsts: Vec<FxHashMap<CustomerId, usize>> = waves.iter().map(Sampled::firsts).collect();
    let all: BTreeSet<CustomerId> = firsts.iter().flat_map(|it| it.keys().copied()).collect();
    let of = |firsts: &FxHashMap<CustomerId, usize>| {
        all.iter().map(|it| firsts.get(it).copied()).collect()
    };
    firsts.iter().map(of).collect()
}

/// Whatever one of them scored. Rates are no means of customers and have no such line.
fn subjects(waves: &[Compare]) -> Vec<Subject> {
    let mut subjects = vec![Subject::Index];
    for wave in waves {
        let dimensions = wave.figures.dimensions.iter();
        let dimensions = dimensions.map(|it| Subject::Dimension(it.code.clone()));
        let items = wave.figures.items.iter();
        let items = items.map(|it| Subject::Item(it.lineage));
        for subject in dimensions.chain(items) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }
    subjects
}

/// A wave that tells something of a subject, and the customers who say something of it, by their
/// numbers.
struct Told<'a> {
    wave: &'a Compare<'a>,
    sampled: &'a Sampled<'a>,
    places: &'a [Option<usize>],
    values: Vec<Option<f64>>,
    said: FixedBitSet,
}

impl<'a> Told<'a> {
    fn of(
        (wave, sampled, places): (&'a Compare<'a>, &'a Sampled<'a>, &'a [Option<usize>]),
        subject: &Subject,
        exact: bool,
    ) -> Option<Self> {
        let (score, few) = sampled.figure(subject)?;
        let values = sampled.values(subject)?;
        score.filter(|_| exact || !few)?;
        let said = |at: &Option<usize>| at.is_some_and(|at| values[at].is_some());
        let mut known = FixedBitSet::with_capacity(places.len());
        let customers = places.iter().enumerate().filter(|it| said(it.1));
        known.extend(customers.map(|it| it.0));
        Some(Self {
            wave,
            sampled,
            places,
            values,
            said: known,
        })
    }

    fn side(&self, customers: &FixedBitSet) -> Side<'_> {
        let at = customers.ones().filter_map(|it| self.places[it]);
        self.sampled.side(&self.values, at)
    }

    /// Their mean may be shown: neither they are few nor the others.
    fn shows(&self, customers: &FixedBitSet) -> bool {
        !self.side(customers).tells_of_few()
    }

    /// One set holds the other and few besides, who could be told from the means of both.
    fn tells_apart(&self, one: &FixedBitSet, other: &FixedBitSet) -> bool {
        let few = |one: &FixedBitSet, other: &FixedBitSet| {
            let mut left = one.clone();
            left.difference_with(other);
            match self.sampled.weighed() {
                // Each customer counts once.
                false => !left.is_clear() && small(left.count_ones(..)),
                true => self.side(&left).some_but_few(),
            }
        };
        (one.is_subset(other) && few(other, one)) || (other.is_subset(one) && few(one, other))
    }

    fn point(&self, customers: &FixedBitSet, few: bool) -> Option<SamePoint> {
        let values = self.side(customers).values();
        let sample = self.sampled.sample(&values);
        Some(SamePoint {
            wave: self.wave.wave.id,
            period: self.wave.wave.period,
            label: self.wave.wave.label.clone(),
            score: Spread::of_groups(sample.groups()).mean?,
            few,
        })
    }
}

/// Of those in all waves; from wave to wave where these are few or nothing of them may be shown.
fn pieces(told: &[Told], exact: bool) -> Vec<SamePiece> {
    let Some((first, others)) = told.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Vec::new();
    };
    let mut all = first.said.clone();
    for other in others {
        all.intersect_with(&other.said);
    }
    let whole = (!small(all.count_ones(..)))
        .then(|| over_all(told, &all, exact))
        .flatten();
    match whole {
        Some(piece) => vec![piece],
        None => from_wave_to_wave(told, exact),
    }
}

fn over_all(told: &[Told], all: &FixedBitSet, exact: bool) -> Option<SamePiece> {
    // Those of two waves are shown too where they may be, with what changed between these.
    let found = |wave: &Told| {
        let own = wave.wave.wave.id;
        let mut others = told.iter().filter(|it| it.wave.wave.id != own);
        others.any(|other| {
            let both = &wave.said & &other.said;
            wave.tells_apart(&both, all) && wave.shows(&both) && other.shows(&both)
        })
    };
    let marked = told.iter().map(|it| (it, !it.shows(all) || found(it)));
    let shown = marked.filter(|(_, few)| exact || !few);
    let points: Vec<SamePoint> = shown
        .filter_map(|(wave, few)| wave.point(all, few))
        .collect();
    (points.len() > 1).then_some(SamePiece {
        customers: all.count_ones(..),
        points,
    })
}

fn from_wave_to_wave(told: &[Told], exact: bool) -> Vec<SamePiece> {
    let mut pieces = Vec::new();
    let mut before: Option<FixedBitSet> = None;
    for pair in told.windows(2) {
        let [older, newer] = pair else { continue };
        let both = &older.said & &newer.said;
        let found = before.is_some_and(|before| older.tells_apart(&both, &before));
        let few = found || !older.shows(&both) || !newer.shows(&both);
        before = None;
        if both.is_clear() || (few && !exact) {
            continue;
        }
        let points = [older, newer].map(|wave| wave.point(&both, few));
        let points: Vec<SamePoint> = points.into_iter().flatten().collect();
        if points.len() == pair.len() {
            pieces.push(SamePiece {
                customers: both.count_ones(..),
                points,
            });
            before = Some(both);
        }
    }
    pieces
}
