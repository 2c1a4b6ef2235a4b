//! Whether values go one way over time: Mann's test with Kendall's exact distribution (Mann 1945,
//! Econometrica 13:245; Kendall 1938, Biometrika 30:81).

/// Fewer waves than this can never show a trend beyond doubt, however straight it is.
pub const TREND_FROM: usize = 6;

/// Differences below this are none.
const DUST: f64 = 1e-9;

/// Which way a series goes, and how likely chance alone leads at least as far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Two-sided, 0–1.
    pub p: f64,
}

/// Of values in the order of time; `None` below three. Equal ones count neither way, which
/// leaves the p that untied values would have: never too small.
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = values.len();
    if n < 3 {
        return None;
    }
    let pairs = (0..n).flat_map(|first| (first + 1..n).map(move |later| (first, later)));
    let way = |(first, later): (usize, usize)| match values[later] - values[first] {
        it if it > DUST => 1,
        it if it < -DUST => -1,
        _ => 0,
    };
    let s: i64 = pairs.map(way).sum();
    let chances = falls(n);
    let all = n * (n - 1) / 2;
    // S = pairs − 2·falls.
    let far = |falls: usize| (all as i64 - 2 * falls as i64).abs() >= s.abs();
    let beyond = chances.iter().enumerate().filter(|(it, _)| far(*it));
    let p: f64 = beyond.map(|(_, chance)| chance).sum();
    Some(MannKendall { s, p: p.min(1.0) })
}

/// How likely each number of falling pairs is among `n` values in any order: the values join one
/// after another, each with as many of those before above it as chance has it.
fn falls(n: usize) -> Vec<f64> {
    let mut chances = vec![1.0];
    for joined in 1..n {
        let mut next = vec![0.0; chances.len() + joined];
        for (falls, chance) in chances.iter().enumerate() {
            for more in 0..=joined {
                next[falls + more] += chance / (joined + 1) as f64;
            }
        }
        chances = next;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_falling_ones_as_the_method_prints_it() {
        let test = mann_kendall(&[90.0, 88.0, 86.0, 84.0, 82.0, 80.0]).unwrap();
        assert_eq!(test.s, -15);
        assert!((test.p - 0.002_778).abs() < 5e-7);
    }

    #[test]
    fn agrees_with_scipy() {
        // scipy.stats.kendalltau(range(n), values, method="exact").pvalue
        for (values, p) in [
            (&[1.0, 2.0, 3.0, 4.0, 5.0][..], 0.016_666_666_7),
            (&[1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 7.0], 0.010_714_285_7),
            (&[3.0, 1.0, 2.0], 1.0),
            (&[5.0, 3.0, 8.0, 1.0, 9.0, 2.0, 7.0, 6.0], 0.904_861_111_1),
        ] {
            let test = mann_kendall(values).unwrap();
            assert!((test.p - p).abs() < 1e-9, "{values:?}: {}", test.p);
        }
    }

    #[test]
    fn nothing_is_a_trend_of_equal_or_few_values() {
        assert_eq!(mann_kendall(&[1.0, 2.0]), None);
        let flat = mann_kendall(&[80.0, 80.0 + 1e-13, 80.0, 80.0 - 1e-13, 80.0, 80.0]).unwrap();
        assert!(flat.s == 0 && flat.p > 1.0 - 1e-12);
        let long: Vec<f64> = (0..60).map(f64::from).collect();
        assert!(mann_kendall(&long).unwrap().p < 1e-12);
    }
}
