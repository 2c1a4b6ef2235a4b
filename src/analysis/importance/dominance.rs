//! Importance as a part of the variance explained.

use crate::analysis::column::Column;
use crate::analysis::linear::solve;
use crate::analysis::moments::{Moments, Numbers};
use crate::model::Questionnaire;

/// Most items it is reckoned of: 4,096 regressions.
const MOST: usize = 12;

/// General dominance of the items at `places` for the overall one, over the returns that
/// answered all of them: see [`shares`]. `None` of fewer than two items or more than twelve.
pub(super) fn parts(
    questionnaire: &Questionnaire,
    columns: &[Column],
    overall: usize,
    places: &[usize],
) -> Option<Vec<f64>> {
    if !(2..=MOST).contains(&places.len()) {
        return None;
    }
    let numbers = std::iter::once(&overall).chain(places).map(|at| {
        let item = &questionnaire.items[*at];
        Numbers::of(item, &columns[*at], &questionnaire.rules)
    });
    let numbers: Option<Vec<Numbers>> = numbers.collect();
    shares(&Moments::of(&numbers?))
}

/// What each column after the first adds to the R² of a regression of the first, averaged over
/// all orders in which they can enter (Lindeman, Merenda & Gold 1980; general dominance of
/// Budescu 1993, Psychol. Bull. 114:542). They sum to R². `None` when a column does not vary or
/// the columns depend on one another.
pub(super) fn shares(moments: &Moments) -> Option<Vec<f64>> {
    let correlations = moments.correlations()?;
    let count = moments.size().checked_sub(1)?;
    // With as many returns as unknowns every regression fits.
    if moments.n <= count + 1 {
        return None;
    }
    let explained: Option<Vec<f64>> = (0..1_usize << count)
        .map(|set| explained(&correlations, count, set))
        .collect();
    let explained = explained?;
    let share = |column: usize| {
        let others = (0..explained.len()).filter(|set| set >> column & 1 == 0);
        others
            .map(|set| {
                let gain = explained[set | 1 << column] - explained[set];
                gain / chances(count, set.count_ones() as usize)
            })
            .sum()
    };
    Some((0..count).map(share).collect())
}

/// R² of the first column on a set of the others.
fn explained(correlations: &[Vec<f64>], count: usize, set: usize) -> Option<f64> {
    let inside: Vec<usize> = (1..=count).filter(|at| set >> (at - 1) & 1 == 1).collect();
    if inside.is_empty() {
        return Some(0.0);
    }
    let row = |one: &usize| inside.iter().map(|it| correlations[*one][*it]).collect();
    let matrix: Vec<Vec<f64>> = inside.iter().map(row).collect();
    let right: Vec<f64> = inside.iter().map(|at| correlations[0][*at]).collect();
    let weights = solve(&matrix, &right)?;
    Some(weights.iter().zip(&right).map(|(w, r)| w * r).sum())
}

/// One over the share of orders in which exactly the given number of the others came before:
/// count · (count − 1 over before).
fn chances(count: usize, before: usize) -> f64 {
    let pairs = (0..before).map(|at| ((count - 1 - at) as f64, (at + 1) as f64));
    count as f64 * pairs.map(|(above, below)| above / below).product::<f64>()
}
