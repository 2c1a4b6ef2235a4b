//! A share of answers and its interval.

use super::distribution::Z_975;

/// A share, 0–1, with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Wilson score interval of `hits` of `n` (Wilson 1927, J. Am. Stat. Assoc. 22:209; Newcombe
/// 1998, Stat. Med. 17:857, method 3). `None` of nothing.
pub fn wilson(hits: usize, n: usize) -> Option<Rate> {
    if n == 0 {
        return None;
    }
    let share = hits.min(n) as f64 / n as f64;
    let (low, high) = wilson_about(share, n as f64, Z_975);
    Some(Rate { share, low, high })
}

/// Wilson's interval about a share, 0–1, that tells as much as `sample` answers, with this
/// quantile; never outside 0–1.
pub(super) fn wilson_about(share: f64, sample: f64, quantile: f64) -> (f64, f64) {
    let square = quantile * quantile;
    let centre = (share + square / (2.0 * sample)) / (1.0 + square / sample);
    let half = quantile / (1.0 + square / sample)
        * (share * (1.0 - share) / sample + square / (4.0 * sample * sample)).sqrt();
    // Exactly 0 and 1 at the ends, where rounding leaves a trace of either sign.
    let low = if share <= 0.0 { 0.0 } else { centre - half };
    let high = if share >= 1.0 { 1.0 } else { centre + half };
    (low.clamp(0.0, share), high.clamp(share, 1.0))
}
