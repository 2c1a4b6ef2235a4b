//! How far block indices could have come out otherwise: returns drawn again with replacement
//! (Efron 1979, Ann. Stat. 7:1; percentile interval).

use super::indices;
use super::path_model::{Plan, fit};
use crate::analysis::moments::{Moments, Numbers};

/// Samples drawn.
const SAMPLES: usize = 500;

/// The same returns give the same interval, always.
const SEED: u64 = 0x6d61_6e79_6900_0001;

/// Returns × items² above which nothing is drawn: it would take seconds, and of so many returns
/// the interval is narrower than what is printed.
const MOST: usize = 4_000_000;

/// 95 % interval of the index of each block; `None` for all where there are too many returns or
/// one sample in twenty has no model.
pub(super) fn intervals(columns: &[Vec<f64>], plan: &Plan) -> Option<Vec<(f64, f64)>> {
    let returns = columns.first()?.len();
    if returns < 2 || returns.saturating_mul(columns.len().pow(2)) > MOST {
        return None;
    }
    let mut state = SEED;
    let mut samples: Vec<Vec<f64>> = vec![Vec::new(); plan.blocks.len()];
    let mut drawn = vec![vec![0.0; returns]; columns.len()];
    for _ in 0..SAMPLES {
        for row in 0..returns {
            let from = (next(&mut state) % returns as u64) as usize;
            for (to, column) in drawn.iter_mut().zip(columns) {
                to[row] = column[from];
            }
        }
        for (known, index) in samples
            .iter_mut()
            .zip(sample(&drawn, plan).into_iter().flatten())
        {
            known.push(index);
        }
    }
    let interval = |samples: &mut Vec<f64>| {
        samples.sort_by(f64::total_cmp);
        let enough = samples.len() * 20 >= SAMPLES * 19;
        enough.then(|| (quantile(samples, 0.025), quantile(samples, 0.975)))
    };
    samples.iter_mut().map(interval).collect()
}

fn sample(columns: &[Vec<f64>], plan: &Plan) -> Option<Vec<f64>> {
    let numbers: Vec<Numbers> = columns.iter().map(|it| Numbers::Plain(it)).collect();
    let moments = Moments::of(&numbers);
    let fit = fit(&moments.correlations()?, plan)?;
    indices(&moments, plan, &fit).into_iter().collect()
}

/// splitmix64 (Steele, Lea & Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Between the two nearest of sorted samples (Hyndman & Fan 1996, type 7).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below])
}
