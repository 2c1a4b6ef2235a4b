//! Whether two means differ by more than chance: the same customers paired, different ones by
//! Welch, and Holm's correction where many are compared at once.

use super::Spread;
use super::distribution::t_two_sided;

/// A t test: positive `t` when the current values are higher.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TTest {
    pub t: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Two-sided, 0–1.
    pub p: f64,
    /// Current minus previous mean.
    pub difference: f64,
}

/// Paired t test on the differences, current minus previous, of the same customers (Student
/// 1908, Biometrika 6:1). `None` below two pairs or when all differ by the same amount.
pub fn paired(differences: &[f64]) -> Option<TTest> {
    let spread = Spread::of(differences);
    let (mean, sd) = (spread.mean?, spread.sd?);
    let (n, df) = (spread.effective, spread.effective - 1.0);
    test(mean, sd / n.sqrt(), df)
}

/// Welch's t test of two waves answered by different customers (Welch 1947, Biometrika
/// 34:28), with the Welch–Satterthwaite degrees of freedom. `None` when either wave has fewer
/// than two values or neither varies.
pub fn welch(previous: &Spread, current: &Spread) -> Option<TTest> {
    let square_error = |spread: &Spread| Some(spread.sd?.powi(2) / spread.effective);
    let (before, after) = (square_error(previous)?, square_error(current)?);
    let df = (before + after).powi(2)
        / (before.powi(2) / (previous.effective - 1.0) + after.powi(2) / (current.effective - 1.0));
    test(current.mean? - previous.mean?, (before + after).sqrt(), df)
}

fn test(difference: f64, error: f64, df: f64) -> Option<TTest> {
    let t = difference / error;
    let p = t_two_sided(t, df)?;
    Some(TTest {
        t,
        df,
        p,
        difference,
    })
}

/// p values corrected for being several, in their order (Holm 1979, Scand. J. Stat. 6:65):
/// the k-th smallest of m times m − k + 1, never smaller than the one before, at most 1.
pub fn holm(ps: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..ps.len()).collect();
    order.sort_by(|a, b| ps[*a].total_cmp(&ps[*b]));
    let mut corrected = vec![1.0; ps.len()];
    let mut floor: f64 = 0.0;
    for (rank, at) in order.into_iter().enumerate() {
        floor = floor.max(ps[at] * (ps.len() - rank) as f64).min(1.0);
        corrected[at] = floor;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURRENT: [f64; 6] = [82.0, 80.0, 60.0, 96.0, 66.0, 46.0];
    const PREVIOUS: [f64; 6] = [70.0, 78.0, 55.0, 92.0, 62.0, 50.0];

    fn near(value: f64, expected: f64, tolerance: f64) {
        assert!(
            (value - expected).abs() < tolerance,
            "{value} is not {expected}"
        );
    }

    #[test]
    fn paired_and_welch_as_the_method_prints_them() {
        let differences: Vec<f64> = CURRENT.iter().zip(PREVIOUS).map(|(c, p)| c - p).collect();
        let same = paired(&differences).unwrap();
        near(same.t, 1.8217, 5e-5);
        near(same.p, 0.12812, 5e-6);
        near(same.df, 5.0, 1e-12);
        let different = welch(&Spread::of(&PREVIOUS), &Spread::of(&CURRENT)).unwrap();
        near(different.t, 0.39649, 5e-6);
        near(different.df, 9.8136, 5e-5);
        near(different.p, 0.70023, 5e-6);
    }

    #[test]
    fn nothing_is_told_from_nothing() {
        assert_eq!(paired(&[]), None);
        assert_eq!(paired(&[1.0]), None);
        assert_eq!(paired(&[2.0, 2.0, 2.0]), None);
        let one = Spread::of(&[3.0]);
        let many = Spread::of(&CURRENT);
        assert_eq!(welch(&one, &many), None);
        assert_eq!(welch(&many, &one), None);
    }

    #[test]
    fn holm_as_the_method_prints_it() {
        let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (value, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            near(*value, expected, 1e-12);
        }
        assert_eq!(holm(&[0.9, 0.8]), [1.0, 1.0]);
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }
}
