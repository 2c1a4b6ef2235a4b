//! The line of those who stayed: the customers who answered every wave, or, where these are too few,
//! those who answered one wave and the next. A mean moves with who comes and who goes; theirs cannot.

use std::collections::BTreeMap;

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
}

/// The lines of all subjects of some waves, oldest first; none where nothing may be shown.
/// `exact`: however few they are.
pub fn same_lines(waves: &[Compare], exact: bool) -> Vec<SameLine> {
    let sampled: Vec<Sampled> = waves.iter().map(Sampled::of).collect();
    let line = |subject: Subject| {
        let told: Vec<Told> = (waves.iter().zip(&sampled))
            .filter_map(|(wave, sampled)| Told::of(wave, sampled, &subject, exact))
            .collect();
        let pieces = pieces(&told, exact);
        (!pieces.is_empty()).then_some(SameLine { subject, pieces })
    };
    subjects(waves).into_iter().filter_map(line).collect()
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

/// A wave that tells something of a subject, with the return of each customer in it.
struct Told<'a> {
    wave: &'a Compare<'a>,
    sampled: &'a Sampled<'a>,
    values: Vec<Option<f64>>,
    of: BTreeMap<CustomerId, usize>,
}

impl<'a> Told<'a> {
    fn of(
        wave: &'a Compare<'a>,
        sampled: &'a Sampled<'a>,
        subject: &Subject,
        exact: bool,
    ) -> Option<Self> {
        let (score, few) = sampled.figure(subject)?;
        let values = sampled.values(subject)?;
        score.filter(|_| exact || !few)?;
        let firsts = sampled.firsts().into_iter();
        let of = firsts.filter(|(_, at)| values[*at].is_some()).collect();
        Some(Self {
            wave,
            sampled,
            values,
            of,
        })
    }

    /// Those who answered this wave and another.
    fn shared(&self, other: &Self) -> Vec<CustomerId> {
        let mut customers: Vec<CustomerId> = self.of.keys().copied().collect();
        customers.retain(|it| other.of.contains_key(it));
        customers
    }

    fn side(&self, customers: &[CustomerId]) -> Side<'_> {
        let at = customers.iter().filter_map(|it| self.of.get(it).copied());
        self.sampled.side(&self.values, at)
    }

    /// Their mean may be shown: neither they are few nor the others.
    fn shows(&self, customers: &[CustomerId]) -> bool {
        !self.side(customers).tells_of_few()
    }

    /// One set holds the other and few besides, who could be told from the means of both.
    fn tells_apart(&self, one: &[CustomerId], other: &[CustomerId]) -> bool {
        let but = |one: &[CustomerId], other: &[CustomerId]| {
            let left = one.iter().filter(|it| other.binary_search(it).is_err());
            left.copied().collect::<Vec<CustomerId>>()
        };
        let (first, second) = (but(one, other), but(other, one));
        let few = |left: &[CustomerId]| self.side(left).some_but_few();
        (first.is_empty() && few(&second)) || (second.is_empty() && few(&first))
    }

    fn point(&self, customers: &[CustomerId]) -> Option<SamePoint> {
        let values = self.side(customers).values();
        let sample = self.sampled.sample(&values);
        Some(SamePoint {
            wave: self.wave.wave.id,
            period: self.wave.wave.period,
            label: self.wave.wave.label.clone(),
            score: Spread::of_groups(sample.groups()).mean?,
        })
    }
}

/// Of those in all waves; from wave to wave where these are few or nothing of them may be shown.
fn pieces(told: &[Told], exact: bool) -> Vec<SamePiece> {
    let Some((first, others)) = told.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Vec::new();
    };
    let mut all: Vec<CustomerId> = first.of.keys().copied().collect();
    all.retain(|it| others.iter().all(|other| other.of.contains_key(it)));
    let whole = (!small(all.len()))
        .then(|| over_all(told, &all, exact))
        .flatten();
    match whole {
        Some(piece) => vec![piece],
        None => from_wave_to_wave(told, exact),
    }
}

fn over_all(told: &[Told], all: &[CustomerId], exact: bool) -> Option<SamePiece> {
    // Those of two waves are shown too where they may be, with what changed between these.
    let found = |wave: &Told| {
        let own = wave.wave.wave.id;
        let mut others = told.iter().filter(|it| it.wave.wave.id != own);
        others.any(|other| {
            let both = wave.shared(other);
            wave.tells_apart(&both, all) && wave.shows(&both) && other.shows(&both)
        })
    };
    let shown = told
        .iter()
        .filter(|wave| exact || (wave.shows(all) && !found(wave)));
    let points: Vec<SamePoint> = shown.filter_map(|wave| wave.point(all)).collect();
    (points.len() > 1).then_some(SamePiece {
        customers: all.len(),
        points,
    })
}

fn from_wave_to_wave(told: &[Told], exact: bool) -> Vec<SamePiece> {
    let mut pieces = Vec::new();
    let mut before: Vec<CustomerId> = Vec::new();
    for pair in told.windows(2) {
        let [older, newer] = pair else { continue };
        let both = older.shared(newer);
        let found = !before.is_empty() && older.tells_apart(&both, &before);
        let shows = || older.shows(&both) && newer.shows(&both) && !found;
        if both.is_empty() || !(exact || shows()) {
            before.clear();
            continue;
        }
        let points = [older, newer].map(|wave| wave.point(&both));
        let points: Vec<SamePoint> = points.into_iter().flatten().collect();
        if points.len() == pair.len() {
            pieces.push(SamePiece {
                customers: both.len(),
                points,
            });
            before = both;
        }
    }
    pieces
}
