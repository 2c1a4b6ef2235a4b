//! What could be found by taking what one set of rules makes of a wave from what another does: what
//! those answered who count under one of them alone. One to four customers hide the later one, as
//! groups are hidden by [`subtraction`](super::subtraction).
//!
//! Only figures that can be taken from each other are: of returns that weigh the same, and indices
//! made in the same way. Percents of maximum and of the range are told from each other.

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::crowd::few;
use super::panel::turnovers;
use super::people::Person;
use super::sums::ReturnScores;
use super::whose::Whose;
use crate::model::{CustomerId, IndexRule, Return, Rules, WaveReturns, Weighting};

/// Whose the figures of a wave under some rules are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Members {
    weights: Weighting,
    index: IndexRule,
    /// By row: who counts, and who is in each figure, the index before the dimensions.
    counted: FixedBitSet,
    figures: Vec<FixedBitSet>,
}

impl Members {
    /// Of so many returns those at these rows, which scored so.
    pub fn of(rules: &Rules, (returns, rows): (usize, &[usize]), scores: &ReturnScores) -> Self {
        let all = std::iter::once(&scores.index).chain(&scores.nodes);
        let figure = |values: &Vec<Option<f64>>| {
            let has = rows.iter().zip(values).filter(|(_, it)| it.is_some());
            set(returns, has.map(|(row, _)| *row))
        };
        Self {
            weights: rules.weights,
            index: rules.index,
            counted: set(returns, rows.iter().copied()),
            figures: all.map(figure).collect(),
        }
    }

    /// The returns that count.
    pub fn rows(&self) -> Vec<usize> {
        self.counted.ones().collect()
    }
}

fn set(returns: usize, rows: impl Iterator<Item = usize>) -> FixedBitSet {
    let mut set = FixedBitSet::with_capacity(returns);
    rows.for_each(|row| set.insert(row));
    set
}

/// What was told of a wave under some rules and others.
#[derive(Clone, Debug, Default)]
pub(super) struct Between {
    /// Whose figures they are, and which of them were told.
    told: Vec<(Members, Vec<bool>)>,
}

/// The customers of a wave, and its returns.
type People<'a> = (&'a FxHashMap<CustomerId, Person<'a>>, &'a WaveReturns);

impl Between {
    /// Which figures would tell what one to four customers answered, beside what was told.
    pub fn tells(&self, of: &Members, people: People<'_>) -> Vec<bool> {
        let mut tells = vec![false; of.figures.len()];
        for (other, told) in &self.told {
            // Rates weigh nothing, and are made in one way.
            let rates = || between(&of.counted, &other.counted, Weighting::Equal, people);
            let counted = of.counted != other.counted && rates();
            for (at, tells) in tells.iter_mut().enumerate().filter(|(at, _)| told[*at]) {
                let alike = of.weights == other.weights && (at > 0 || of.index == other.index);
                let (one, two) = (&of.figures[at], &other.figures[at]);
                *tells |= (at == 0 && counted)
                    || (alike && one != two && between(one, two, of.weights, people));
            }
        }
        tells
    }

    /// Those figures were told.
    pub fn tell(&mut self, of: &Members, figures: Vec<bool>) {
        let known = self.told.iter();
        let mut known = known.filter(|(it, told)| it == of && *told == figures);
        if known.next().is_none() {
            self.told.push((of.clone(), figures));
        }
    }
}

/// Whether those in one of the two alone are customers, and too few.
fn between(
    one: &FixedBitSet,
    two: &FixedBitSet,
    weights: Weighting,
    (people, returns): People<'_>,
) -> bool {
    let rows = one.symmetric_difference(two);
    if weights == Weighting::Equal {
        return few(returns, rows);
    }
    // Who weighs nothing is in no mean.
    let all: Vec<usize> = rows.collect();
    let weights = turnovers(&all, returns, people, &mut Vec::new());
    let weighed = all.into_iter().zip(weights).filter(|(_, it)| *it > 0.0);
    let (rows, weights): (Vec<usize>, Vec<f64>) = weighed.unzip();
    let each: Vec<&Return> = rows.iter().map(|row| &returns.returns[*row]).collect();
    let behind = Whose::of(&each, None).behind(rows.len(), |_| true, Some(&weights));
    let (sum, squares) = weights.iter().fold((0.0, 0.0), |(sum, squares), it| {
        (sum + it, squares + it * it)
    });
    !rows.is_empty() && behind.hidden(sum * sum / squares)
}
