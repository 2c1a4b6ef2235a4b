//! p values corrected for being several.

/// Each in its order (Holm 1979, Scand. J. Stat. 6:65): the k-th smallest of m times m − k + 1,
/// never smaller than the one before, at most 1. The chance that any of those called proven is
/// not stays below the limit.
pub fn holm(ps: &[f64]) -> Vec<f64> {
    let mut corrected = vec![1.0; ps.len()];
    let mut floor: f64 = 0.0;
    for (rank, at) in ascending(ps).into_iter().enumerate() {
        floor = floor.max(ps[at] * (ps.len() - rank) as f64).min(1.0);
        corrected[at] = floor;
    }
    corrected
}

/// Each in its order (Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289): the k-th smallest
/// of m times m/k, never larger than the one after, at most 1. Of those called proven at 5 %, one
/// in twenty is chance.
pub fn benjamini_hochberg(ps: &[f64]) -> Vec<f64> {
    let mut corrected = vec![1.0; ps.len()];
    let mut ceiling: f64 = 1.0;
    for (rank, at) in ascending(ps).into_iter().enumerate().rev() {
        ceiling = ceiling.min(ps[at] * ps.len() as f64 / (rank + 1) as f64);
        corrected[at] = ceiling;
    }
    corrected
}

fn ascending(ps: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ps.len()).collect();
    order.sort_by(|a, b| ps[*a].total_cmp(&ps[*b]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_as_the_method_prints_them() {
        let ps = [0.01, 0.04, 0.03, 0.005];
        for (made, expected) in [
            (holm(&ps), [0.03, 0.06, 0.06, 0.02]),
            (benjamini_hochberg(&ps), [0.02, 0.04, 0.04, 0.02]),
        ] {
            for (value, expected) in made.iter().zip(expected) {
                assert!((value - expected).abs() < 1e-12, "{value} {expected}");
            }
        }
    }

    #[test]
    fn none_exceeds_one_and_one_alone_stays() {
        for correct in [holm, benjamini_hochberg] {
            assert_eq!(correct(&[]), Vec::<f64>::new());
            assert_eq!(correct(&[0.03]), [0.03]);
            assert!(correct(&[0.9, 0.8, 1.0]).iter().all(|p| *p <= 1.0));
        }
    }
}
