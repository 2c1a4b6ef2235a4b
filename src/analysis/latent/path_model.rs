//! The partial least squares path model (Wold 1982; Lohmöller 1989; Tenenhaus, Esposito Vinzi,
//! Chatelin & Lauro 2005, Comput. Stat. Data Anal. 48:159): mode A outside, path weighting
//! inside. On standardised items everything but the scores of single returns follows from the
//! correlations, so that is all this knows.

use crate::analysis::linear::solve;

/// Rounds after which weights that still move are given up.
const ROUNDS: usize = 1000;

/// No weight moves more than this in the last round.
const STILL: f64 = 1e-10;

/// Which items measure which block, and which block acts on which.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// For each block the places of its items in the correlations; never empty.
    pub blocks: Vec<Vec<usize>>,
    /// Pairs of blocks, from and to; no circle.
    pub paths: Vec<(usize, usize)>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fit {
    /// What each item of each block weighs, on standardised items; the scores they make of a
    /// block have variance 1.
    pub weights: Vec<Vec<f64>>,
    /// One a path.
    pub coefficients: Vec<f64>,
    /// R² of each block that others act on.
    pub explained: Vec<Option<f64>>,
}

/// `None` where the blocks depend on one another or the weights do not settle.
pub(super) fn fit(correlations: &[Vec<f64>], plan: &Plan) -> Option<Fit> {
    let start = plan.blocks.iter().map(|items| vec![1.0; items.len()]);
    let mut weights: Option<Vec<Vec<f64>>> = (start.zip(&plan.blocks))
        .map(|(weights, items)| normalised(correlations, items, &weights))
        .collect();
    for _ in 0..ROUNDS {
        let now = weights?;
        let next = round(correlations, plan, &now)?;
        let moved = now.iter().flatten().zip(next.iter().flatten());
        let moved = moved.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        weights = Some(next);
        if moved < STILL {
            return finish(correlations, plan, upright(correlations, plan, weights?));
        }
    }
    None
}

/// New weights: the covariance of each item with what its block should be by its neighbours.
fn round(correlations: &[Vec<f64>], plan: &Plan, weights: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let between = between(correlations, plan, weights);
    let new = |block: usize| {
        let inner = inner(plan, &between, block)?;
        let items = &plan.blocks[block];
        let covariance = |item: &usize| {
            let parts = inner.iter().map(|(other, weight)| {
                weight * with(correlations, *item, &plan.blocks[*other], &weights[*other])
            });
            parts.sum()
        };
        let new: Vec<f64> = items.iter().map(covariance).collect();
        normalised(correlations, items, &new)
    };
    (0..plan.blocks.len()).map(new).collect()
}

/// Path weighting: those that act on a block by their regression coefficients, those it acts on
/// by their correlation.
fn inner(plan: &Plan, between: &[Vec<f64>], block: usize) -> Option<Vec<(usize, f64)>> {
    let before = before(plan, block);
    let mut inner: Vec<(usize, f64)> = match before.is_empty() {
        true => Vec::new(),
        false => {
            let coefficients = regression(between, &before, block)?;
            before.into_iter().zip(coefficients).collect()
        }
    };
    let after = plan.paths.iter().filter(|(from, _)| *from == block);
    inner.extend(after.map(|(_, to)| (*to, between[block][*to])));
    Some(inner)
}

fn before(plan: &Plan, block: usize) -> Vec<usize> {
    let paths = plan.paths.iter().filter(|(_, to)| *to == block);
    paths.map(|(from, _)| *from).collect()
}

fn regression(between: &[Vec<f64>], before: &[usize], block: usize) -> Option<Vec<f64>> {
    let row = |one: &usize| before.iter().map(|other| between[*one][*other]).collect();
    let matrix: Vec<Vec<f64>> = before.iter().map(row).collect();
    let right: Vec<f64> = before.iter().map(|other| between[block][*other]).collect();
    solve(&matrix, &right)
}

/// Correlations of the blocks.
fn between(correlations: &[Vec<f64>], plan: &Plan, weights: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let pair = |one: usize, other: usize| -> f64 {
        let items = plan.blocks[one].iter().zip(&weights[one]);
        let parts = items.map(|(item, weight)| {
            weight * with(correlations, *item, &plan.blocks[other], &weights[other])
        });
        parts.sum()
    };
    let blocks = 0..plan.blocks.len();
    blocks
        .clone()
        .map(|one| blocks.clone().map(|other| pair(one, other)).collect())
        .collect()
}

/// Covariance of an item with the weighted sum of some.
fn with(correlations: &[Vec<f64>], item: usize, items: &[usize], weights: &[f64]) -> f64 {
    let parts = items.iter().zip(weights);
    parts
        .map(|(other, weight)| weight * correlations[item][*other])
        .sum()
}

/// So that the weighted sum has variance 1.
fn normalised(correlations: &[Vec<f64>], items: &[usize], weights: &[f64]) -> Option<Vec<f64>> {
    let own = items.iter().zip(weights);
    let variance: f64 = own
        .map(|(item, weight)| weight * with(correlations, *item, items, weights))
        .sum();
    let sound = variance.is_finite() && variance > 1e-12;
    sound.then(|| weights.iter().map(|it| it / variance.sqrt()).collect())
}

/// Turned so that a block rises with most of its items.
fn upright(correlations: &[Vec<f64>], plan: &Plan, mut weights: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for (items, weights) in plan.blocks.iter().zip(&mut weights) {
        let own = weights.clone();
        let loadings = items
            .iter()
            .map(|item| with(correlations, *item, items, &own));
        if loadings.sum::<f64>() < 0.0 {
            weights.iter_mut().for_each(|weight| *weight = -*weight);
        }
    }
    weights
}

fn finish(correlations: &[Vec<f64>], plan: &Plan, weights: Vec<Vec<f64>>) -> Option<Fit> {
    let between = between(correlations, plan, &weights);
    let mut coefficients = vec![0.0; plan.paths.len()];
    let mut explained = vec![None; plan.blocks.len()];
    for block in 0..plan.blocks.len() {
        let before = before(plan, block);
        if before.is_empty() {
            continue;
        }
        let found = regression(&between, &before, block)?;
        let parts = found.iter().zip(&before);
        explained[block] = Some(parts.map(|(b, other)| b * between[block][*other]).sum());
        for (at, (from, to)) in plan.paths.iter().enumerate() {
            if *to == block {
                let place = before.iter().position(|known| known == from)?;
                coefficients[at] = found[place];
            }
        }
    }
    Some(Fit {
        weights,
        coefficients,
        explained,
    })
}

#[cfg(test)]
mod tests;
