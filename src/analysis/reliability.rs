//! Whether the items of a dimension measure one thing.

use super::Spread;

/// Below this many complete returns a reliability is a rough guide.
pub const ROUGH_BELOW: usize = 30;

/// Cronbach's alpha of some items.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// Complete returns.
    pub n: usize,
    /// k/(k−1)·(1−Σs²ᵢ/s²ₜ)
    pub raw: f64,
    /// k·r̄/(1+(k−1)·r̄) with the mean correlation r̄; `None` when an item does not vary.
    pub standardised: Option<f64>,
    /// Raw alpha without each item, in their order; `None` where fewer than two would be
    /// left or nothing varies any more.
    pub if_dropped: Vec<Option<f64>>,
    /// Fewer than [`ROUGH_BELOW`] returns.
    pub rough: bool,
}

/// Raw and standardised alpha (Cronbach 1951, Psychometrika 16:297) of `items`, one list of
/// percents an item over the same complete returns. `None` below two items or two returns and
/// when the sums do not vary.
pub fn alpha(items: &[Vec<f64>]) -> Option<Reliability> {
    let n = items.first()?.len();
    if items.iter().any(|item| item.len() != n) {
        return None;
    }
    let columns: Vec<&[f64]> = items.iter().map(Vec::as_slice).collect();
    let without = |dropped: usize| {
        let kept = columns.iter().enumerate();
        let kept: Vec<&[f64]> = kept
            .filter(|(at, _)| *at != dropped)
            .map(|(_, column)| *column)
            .collect();
        raw(&kept)
    };
    Some(Reliability {
        n,
        raw: raw(&columns)?,
        standardised: standardised(&columns),
        if_dropped: (0..items.len()).map(without).collect(),
        rough: n < ROUGH_BELOW,
    })
}

fn raw(items: &[&[f64]]) -> Option<f64> {
    let k = items.len() as f64;
    let n = items.first()?.len();
    let totals: Vec<f64> = (0..n)
        .map(|row| items.iter().map(|item| item[row]).sum())
        .collect();
    let total = Spread::of(&totals).sd?.powi(2);
    let parts: Option<f64> = items
        .iter()
        .map(|item| Some(Spread::of(item).sd?.powi(2)))
        .sum();
    (items.len() > 1 && total > 0.0).then_some(k / (k - 1.0) * (1.0 - parts? / total))
}

fn standardised(items: &[&[f64]]) -> Option<f64> {
    let k = items.len() as f64;
    let mut sum = 0.0;
    for (at, one) in items.iter().enumerate() {
        for other in &items[at + 1..] {
            sum += correlation(one, other)?;
        }
    }
    let pairs = k * (k - 1.0) / 2.0;
    let mean = sum / pairs;
    let alpha = k * mean / (1.0 + (k - 1.0) * mean);
    alpha.is_finite().then_some(alpha)
}

/// Pearson's correlation; `None` when either side does not vary.
fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let (a, b) = (Spread::of(one), Spread::of(other));
    let (a_mean, b_mean) = (a.mean?, b.mean?);
    let pairs = one.iter().zip(other);
    let products: f64 = pairs.map(|(x, y)| (x - a_mean) * (y - b_mean)).sum();
    let r = products / ((one.len() as f64 - 1.0) * a.sd? * b.sd?);
    r.is_finite().then_some(r)
}
