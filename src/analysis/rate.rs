//! A share of answers and its interval.

use super::distribution::Z_975;
use super::spread::correcting;

/// A share, 0–1, with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Wilson score interval of `hits` of `n` (Wilson 1927, J. Am. Stat. Assoc. 22:209; Newcombe
/// 1998, Stat. Med. 17:857, method 3). When the population N is known, n ≤ N and n/N > 5 %,
/// n·(N−1)/(N−n) stands in place of n; n = N leaves no uncertainty. `None` of nothing.
pub fn wilson(hits: usize, n: usize, population: Option<usize>) -> Option<Rate> {
    if n == 0 {
        return None;
    }
    let hits = hits.min(n);
    let share = hits as f64 / n as f64;
    let sample = match correcting(n, population) {
        Some(population) if population == n => {
            return Some(Rate {
                share,
                low: share,
                high: share,
            });
        }
        Some(population) => n as f64 * (population - 1) as f64 / (population - n) as f64,
        None => n as f64,
    };
    let square = Z_975 * Z_975;
    let centre = (share + square / (2.0 * sample)) / (1.0 + square / sample);
    let half = Z_975 / (1.0 + square / sample)
        * (share * (1.0 - share) / sample + square / (4.0 * sample * sample)).sqrt();
    Some(Rate {
        share,
        // Exactly 0 and 1 at the ends, where rounding leaves a trace of either sign.
        low: if hits == 0 { 0.0 } else { centre - half },
        high: if hits == n { 1.0 } else { centre + half },
    })
}
