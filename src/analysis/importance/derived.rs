//! Importance as correlation.

use crate::analysis::column::Column;
use crate::analysis::moments::{Moments, Numbers};
use crate::analysis::sums::scores;
use crate::analysis::tree::Tree;
use crate::model::Questionnaire;

/// Fewer returns lie on a line whatever they say.
const FEWEST: usize = 3;

/// The correlation of two columns; `None` of two returns, which always give 1 or −1.
fn told(both: &Moments) -> Option<f64> {
    both.correlation(0, 1).filter(|_| both.n >= FEWEST)
}

/// Pearson's correlation of each item with the overall one, over the returns that answered
/// both.
pub(super) fn with_overall(
    questionnaire: &Questionnaire,
    columns: &[Column],
    overall: usize,
    places: &[usize],
) -> Vec<Option<f64>> {
    let numbers = |at: usize| {
        let item = &questionnaire.items[at];
        Numbers::of(item, &columns[at], &questionnaire.rules)
    };
    let correlation = |at: &usize| {
        let both = [numbers(*at)?, numbers(overall)?];
        told(&Moments::of(&both))
    };
    places.iter().map(correlation).collect()
}

/// Pearson's correlation of each item with the index as the rules reckon it when the item is
/// not scored: with itself among what it is held against every item would seem to matter
/// (Guilford 1936, Psychometric Methods, item–rest correlation).
pub(super) fn with_rest(
    questionnaire: &Questionnaire,
    columns: &[Column],
    returns: usize,
    places: &[usize],
) -> Vec<Option<f64>> {
    let mut without = questionnaire.clone();
    let mut correlation = |at: &usize| {
        let scored = std::mem::replace(&mut without.items[*at].scored, false);
        let tree = Tree::of(&without);
        let index = scores(&without, &tree, columns, returns).index;
        without.items[*at].scored = scored;
        let item = &questionnaire.items[*at];
        let own = Numbers::of(item, &columns[*at], &questionnaire.rules)?;
        told(&Moments::of(&[own, Numbers::Values(&index)]))
    };
    places.iter().map(&mut correlation).collect()
}
