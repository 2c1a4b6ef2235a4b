//! The interval of a mean on a scale that has ends.
//!
//! A mean ± t·s/√n covers 55 of 100 truths at n = 5 on answers that crowd at the top, leaves the
//! scale and has no width where answers agree. This one treats the mean as a share of the way
//! from the lower end to the upper one and takes Wilson's interval of it, with as many answers
//! as would spread like those there are (Korn & Graubard 1998, Survey Methodology 24:193; Dean &
//! Pagano 2015, J. Survey Stat. Methodol. 3:484; Franco et al. 2019, J. Survey Stat. Methodol.
//! 7:334).

use super::Spread;
use super::distribution::t_975;
use super::rate::wilson_about;

/// The lowest and the highest value a figure can have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ends {
    pub low: f64,
    pub high: f64,
}

/// Spread below this is rounding, not disagreement.
const DUST: f64 = 1e-9;

/// 95 % interval of the mean; absent where there is no spread to know it from. `answered` is the
/// share (0–1) of a finite population that the values are of: 0 speaks of everybody such
/// customers stand for, 1 leaves nothing unknown.
pub(super) fn interval(spread: &Spread, ends: Ends, answered: f64) -> Option<(f64, f64)> {
    let (mean, sd) = (spread.mean?, spread.sd?);
    let width = ends.high - ends.low;
    if answered >= 1.0 - DUST || width <= DUST {
        return Some((mean, mean));
    }
    let share = ((mean - ends.low) / width).clamp(0.0, 1.0);
    let most = share * (1.0 - share);
    let agreed = sd <= DUST * width || most <= DUST;
    // How much wider or narrower the answers spread than a plain yes or no would.
    let design = match agreed {
        true => 1.0,
        false => sd * sd / (width * width * most),
    };
    let sample = spread.effective / (design * (1.0 - answered.max(0.0)));
    let (low, high) = wilson_about(share, sample, t_975(spread.effective - 1.0)?);
    Some((ends.low + low * width, ends.low + high * width))
}

#[cfg(test)]
mod tests {
    use super::super::spread::Group;
    use super::*;

    const FIVE: Ends = Ends {
        low: 20.0,
        high: 100.0,
    };

    fn near(values: &[f64], ends: Ends, answered: f64, expected: (f64, f64)) {
        let (low, high) = interval(&Spread::of(values), ends, answered).unwrap();
        assert!((low - expected.0).abs() < 5e-7, "{low}");
        assert!((high - expected.1).abs() < 5e-7, "{high}");
    }

    #[test]
    fn the_method_s_own_numbers() {
        let index = [82.0, 80.0, 60.0, 96.0, 66.0, 46.0];
        near(&index, FIVE, 0.0, (52.423_819, 86.392_767));
        near(&index, FIVE, 0.6, (59.274_109, 82.015_112));
        let same = [80.0; 5];
        near(&same, FIVE, 0.0, (38.287_414, 97.449_902));
        near(&same, FIVE, 5.0 / 30.0, (40.446_963, 97.060_234));
        let top_heavy = [[100.0; 13].as_slice(), &[80.0; 7], &[60.0, 20.0]].concat();
        near(&top_heavy, FIVE, 0.0, (77.388_867, 94.331_812));
        near(&[100.0; 10], FIVE, 0.0, (72.919_310, 100.0));
    }

    #[test]
    fn agrees_with_scipy() {
        // How it was made is in tests/README.md.
        let whole = Ends {
            low: 0.0,
            high: 100.0,
        };
        near(&[50.0, 100.0], whole, 0.0, (1.027_346_018, 99.884_798_426));
        let weighed = [(40.0, 1.0), (60.0, 2.0), (100.0, 5.0)];
        let groups = weighed.map(|(value, weight)| Group::one(value, weight));
        let spread = Spread::of_groups(groups.into_iter());
        let (low, high) = interval(&spread, FIVE, 0.0).unwrap();
        assert!((low - 21.164_530_892).abs() < 1e-8 && (high - 99.907_459_308).abs() < 1e-8);
    }

    #[test]
    fn it_never_leaves_the_scale_and_never_has_no_width_short_of_everybody() {
        let mut random = fastrand::Rng::with_seed(9);
        for _ in 0..2000 {
            let n = random.usize(2..40);
            let values: Vec<f64> = (0..n)
                .map(|_| 20.0 * f64::from(random.u32(1..6).max(random.u32(1..6))))
                .collect();
            let spread = Spread::of(&values);
            let mean = spread.mean.unwrap();
            let (low, high) = interval(&spread, FIVE, 0.0).unwrap();
            assert!(20.0 <= low && low <= mean && mean <= high && high <= 100.0);
            assert!(high - low > 1e-3, "{values:?}");
            let (inner, outer) = interval(&spread, FIVE, 0.5).unwrap();
            assert!(low <= inner && outer <= high, "those asked are fewer");
        }
    }

    #[test]
    fn nothing_is_known_of_none_and_of_one() {
        assert_eq!(interval(&Spread::of(&[]), FIVE, 0.0), None);
        assert_eq!(interval(&Spread::of(&[80.0]), FIVE, 0.0), None);
        assert_eq!(interval(&Spread::default(), FIVE, 1.0), None);
        let all = interval(&Spread::of(&[80.0, 60.0]), FIVE, 1.0);
        assert_eq!(all, Some((70.0, 70.0)), "everybody has answered");
        let one_option = Ends {
            low: 100.0,
            high: 100.0,
        };
        let only = interval(&Spread::of(&[100.0, 100.0]), one_option, 0.0);
        assert_eq!(only, Some((100.0, 100.0)), "nothing else can be answered");
    }

    #[test]
    fn a_trace_of_rounding_is_no_spread() {
        let dust = [79.999_999_999_999_99, 80.0, 80.000_000_000_000_01];
        let (low, high) = interval(&Spread::of(&dust), FIVE, 0.0).unwrap();
        let (same_low, same_high) = interval(&Spread::of(&[80.0; 3]), FIVE, 0.0).unwrap();
        assert!((low - same_low).abs() < 1e-9 && (high - same_high).abs() < 1e-9);
    }
}
