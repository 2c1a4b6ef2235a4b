//! Whether groups differ at all, before any two of them are compared.

use super::Figure;
use super::distribution::f_above;

/// What is known of one group: how many values it tells as much as, their mean and spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    pub n: f64,
    pub mean: f64,
    pub sd: f64,
}

impl Told {
    /// Of a figure; `None` where there is no spread to know it from.
    pub fn of(figure: &Figure) -> Option<Self> {
        let (mean, sd) = (figure.score?, figure.sd?);
        let n = figure.effective;
        let known = mean.is_finite() && sd.is_finite() && n > 1.0;
        known.then_some(Self { n, mean, sd })
    }
}

/// A test of all groups at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Equality {
    pub f: f64,
    /// Degrees of freedom between and within the groups.
    pub between: f64,
    pub within: f64,
    /// How likely groups of one mean would differ at least as much.
    pub p: f64,
    /// The same corrected for others that are told at once; without others the same.
    pub p_adjusted: f64,
}

/// Spread below this is rounding, not disagreement.
const DUST: f64 = 1e-9;

/// F* = Σn(x̄ⱼ − x̄)² / Σ(1 − nⱼ/N)s², which minds that groups spread differently (Brown & Forsythe
/// 1974, Technometrics 16:129), with Mehrotra's degrees of freedom between the groups (1997,
/// Commun. Stat. Simul. Comput. 26:1139). Of two groups it is Welch's t, squared. `None` of fewer
/// than two groups, and where nothing varies within any: then nothing says what chance does.
pub(super) fn equal_means(groups: &[Told]) -> Option<Equality> {
    if groups.len() < 2 {
        return None;
    }
    let whole: f64 = groups.iter().map(|it| it.n).sum();
    let mean = groups.iter().map(|it| it.n * it.mean).sum::<f64>() / whole;
    let sum = |of: &dyn Fn(&Told, f64, f64) -> f64| -> f64 {
        let groups = groups.iter();
        groups.map(|it| of(it, it.n / whole, it.sd * it.sd)).sum()
    };
    let expected = sum(&|_, share, square| (1.0 - share) * square);
    if expected <= DUST * DUST {
        return None;
    }
    let f = sum(&|it, _, _| it.n * (it.mean - mean).powi(2)) / expected;
    let parts = sum(&|it, share, square| ((1.0 - share) * square).powi(2) / (it.n - 1.0));
    let mixed = sum(&|_, share, square| share * square);
    let squares = sum(&|_, share, square| square * square * (1.0 - 2.0 * share));
    let within = expected * expected / parts;
    let between = expected * expected / (squares + mixed * mixed);
    let p = f_above(f, between, within)?;
    Some(Equality {
        f,
        between,
        within,
        p,
        p_adjusted: p,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Spread;
    use super::*;

    fn of(groups: &[&[f64]]) -> Option<Equality> {
        let told = groups.iter().filter_map(|values| {
            let spread = Spread::of(values);
            Told::of(&Figure {
                score: spread.mean,
                sd: spread.sd,
                effective: spread.effective,
                ..Figure::default()
            })
        });
        equal_means(&told.collect::<Vec<_>>())
    }

    const A: &[f64] = &[82.0, 80.0, 60.0, 96.0, 66.0, 46.0];
    const B: &[f64] = &[70.0, 78.0, 55.0, 92.0, 62.0, 50.0, 88.0, 74.0];
    const C: &[f64] = &[95.0, 91.0, 88.0, 97.0, 90.0, 86.0, 99.0];

    fn near(test: Equality, [f, between, within, p]: [f64; 4]) {
        for (value, expected) in [
            (test.f, f),
            (test.between, between),
            (test.within, within),
            (test.p, p),
        ] {
            assert!(
                (value - expected).abs() <= 1e-9 * expected.max(1e-3),
                "{test:?}"
            );
        }
    }

    /// How they were made is in tests/README.md.
    #[test]
    fn agrees_with_scipy() {
        near(
            of(&[A, B, C]).unwrap(),
            [
                5.353_985_584_411_635,
                1.627_184_826_915_768_7,
                11.077_019_445_857_355,
                0.028_336_463_776_683_012,
            ],
        );
        near(
            of(&[B, C]).unwrap(),
            [
                14.306_102_211_792_84,
                1.0,
                8.618_058_677_351_208,
                0.004_687_689_947_670_02,
            ],
        );
        let weighed = [(5.5, 80.0, 10.0), (12.25, 71.0, 14.0), (8.0, 76.0, 9.0)];
        let weighed = weighed.map(|(n, mean, sd)| Told { n, mean, sd });
        near(
            equal_means(&weighed).unwrap(),
            [
                1.409_678_739_512_994,
                1.900_558_636_747_354_4,
                20.404_053_733_107_762,
                0.266_354_550_952_207_9,
            ],
        );
    }

    #[test]
    fn of_two_groups_it_is_welch_s_test() {
        // scipy.stats.ttest_ind(A, B, equal_var=False): t 0.060126687, df 9.723101415.
        let test = of(&[A, B]).unwrap();
        near(
            test,
            [
                0.060_126_687_181_198_575_f64.powi(2),
                1.0,
                9.723_101_415_260_52,
                0.953_272_587_138_417_4,
            ],
        );
    }

    #[test]
    fn one_group_whose_answers_agree_is_compared_all_the_same() {
        let test = of(&[&[80.0; 5], &[100.0, 90.0, 95.0, 85.0, 70.0]]).unwrap();
        near(
            test,
            [2.415_094_339_622_641_4, 1.0, 4.0, 0.195_137_917_586_053_5],
        );
    }

    #[test]
    fn nothing_comes_of_none_of_one_and_of_no_spread() {
        for groups in [
            &[][..],
            &[A],
            &[A, &[]],
            &[A, &[80.0]],
            &[&[80.0; 5], &[60.0; 5]],
            &[&[80.0; 5], &[80.0; 5], &[80.0; 9]],
        ] {
            assert_eq!(of(groups), None, "{groups:?}");
        }
        let same = of(&[A, A]).unwrap();
        assert!(
            same.f.abs() < 1e-12 && (same.p - 1.0).abs() < 1e-5,
            "{same:?}"
        );
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..2000 {
            let groups: Vec<Vec<f64>> = (0..random.usize(0..5))
                .map(|_| {
                    (0..random.usize(0..7))
                        .map(|_| f64::from(random.u32(1..6)) * 20.0)
                        .collect()
                })
                .collect();
            let groups: Vec<&[f64]> = groups.iter().map(Vec::as_slice).collect();
            if let Some(test) = of(&groups) {
                let told = [test.f, test.between, test.within, test.p];
                assert!(told.iter().all(|it| it.is_finite()), "{groups:?} {test:?}");
                assert!(
                    (0.0..=1.0).contains(&test.p) && test.between > 0.0,
                    "{test:?}"
                );
            }
        }
    }
}
