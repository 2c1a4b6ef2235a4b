//! Whether two waves differ that some customers answered both of: the partially overlapping
//! samples t test with unequal variances (Derrick, Russ, Toher & White 2017, J. Modern Applied
//! Stat. Methods 16:137). All the same customers make it the paired t test, none of them Welch's.
//!
//! With weights the effective number of answers stands for their number, and what the matched
//! customers weigh in both means for how many they are.

use super::Spread;
use super::distribution::{shift_found, t_950, t_975, t_two_sided};
use super::spread::Group;

/// Differences and spreads below this are rounding.
const DUST: f64 = 1e-9;

/// How often a change as large as the detectable one is found.
const POWER: f64 = 0.8;

/// The values of a wave, one a return; `None` where a return has none.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    pub values: &'a [Option<f64>],
    /// What each return weighs; `None` when all weigh the same.
    pub weights: Option<&'a [f64]>,
}

impl<'a> Sample<'a> {
    /// Other values of the same returns.
    pub(super) fn with(self, values: &'a [Option<f64>]) -> Self {
        Self { values, ..self }
    }

    fn weight(&self, at: usize) -> f64 {
        self.weights.map_or(1.0, |weights| weights[at])
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = Group> + Clone {
        let values = self.values.iter().enumerate();
        values.filter_map(|(at, value)| Some(Group::one((*value)?, self.weight(at))))
    }
}

/// The difference of two means, newer minus older, and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    pub difference: f64,
    /// Its standard error; 0 where nothing varies.
    pub error: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Customers in both.
    pub common: usize,
    /// Of the values of those in both; 0 below three of them and where a side does not vary.
    pub correlation: f64,
    /// Everybody who answered either answered both, and the same.
    pub identical: bool,
}

impl Overlap {
    /// `same`: the returns of the same customers in both. `None` where either wave has no mean or
    /// no spread: one value tells nothing.
    pub fn of(older: Sample, newer: Sample, same: &[(usize, usize)]) -> Option<Self> {
        let before = Spread::of_groups(older.groups());
        let after = Spread::of_groups(newer.groups());
        let difference = after.mean? - before.mean?;
        let (s2, s1) = (before.sd?, after.sd?);
        let (n2, n1) = (before.effective, after.effective);
        let pairs = Pairs::of(older, newer, same);
        let correlation = pairs.correlation();
        let both = pairs.shared * n1 * n2;
        let (square1, square2) = (s1 * s1 / n1, s2 * s2 / n2);
        let shared = 2.0 * correlation * s1 * s2 * pairs.shared;
        let whole = square1 + square2;
        // What is left of two equal sums is the rounding of either.
        let left = whole - shared;
        let error = if left > whole * 1e-12 && left > DUST * DUST {
            left.sqrt()
        } else {
            0.0
        };
        let squares = square1 * square1 / (n1 - 1.0) + square2 * square2 / (n2 - 1.0);
        let welch = if squares > 0.0 {
            whole * whole / squares
        } else {
            n1 + n2 - 2.0
        };
        let alone = (n1 - both).max(0.0) + (n2 - both).max(0.0);
        let df = (both - 1.0) + (welch - both + 1.0) / (alone + 2.0 * both) * alone;
        Some(Self {
            difference: if difference.abs() < DUST {
                0.0
            } else {
                difference
            },
            error,
            df,
            common: pairs.values.len(),
            correlation,
            identical: pairs.values.len() == before.n.max(after.n)
                && pairs.values.iter().all(|it| (it.0 - it.1).abs() < DUST),
        })
        .filter(|it| it.df.is_finite() && it.df > 0.0 && it.error.is_finite())
    }

    /// The paired t test: each pair by the difference its return has, whatever it weighs. `None`
    /// below two (effective) pairs.
    pub(super) fn paired(pairs: &[(f64, f64)], weights: Option<&[f64]>) -> Option<Self> {
        let weight = |at: usize| weights.map_or(1.0, |weights| weights[at]);
        let each = pairs.iter().enumerate();
        let differences = each.map(|(at, (one, other))| Group::one(other - one, weight(at)));
        let spread = Spread::of_groups(differences);
        let (difference, error) = (spread.mean?, spread.sd? / spread.effective.sqrt());
        let all = Pairs {
            values: pairs.to_vec(),
            shared: 0.0,
        };
        let rounded = |value: f64| if value.abs() < DUST { 0.0 } else { value };
        Some(Self {
            difference: rounded(difference),
            error: rounded(error),
            df: spread.effective - 1.0,
            common: pairs.len(),
            correlation: all.correlation(),
            identical: pairs.iter().all(|it| (it.0 - it.1).abs() < DUST),
        })
    }

    /// Positive where the newer mean is higher; `None` where nothing varies.
    pub fn t(&self) -> Option<f64> {
        (self.error > 0.0).then(|| self.difference / self.error)
    }

    /// Two-sided; `None` where nothing varies.
    pub fn p(&self) -> Option<f64> {
        t_two_sided(self.t()?, self.df)
    }

    /// 95 % interval of the difference.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.about(t_975(self.df)?)
    }

    /// 90 % interval: it lies within ± a margin where both one-sided 5 % tests rule more out.
    pub fn interval_90(&self) -> Option<(f64, f64)> {
        self.about(t_950(self.df)?)
    }

    fn about(&self, quantile: f64) -> Option<(f64, f64)> {
        let half = quantile * self.error;
        let interval = (self.difference - half, self.difference + half);
        (self.error > 0.0 && half.is_finite()).then_some(interval)
    }

    /// The smallest change these answers would have shown, 8 times of 10.
    pub fn detectable(&self) -> Option<f64> {
        let shift = shift_found(self.df, POWER)?;
        (self.error > 0.0).then_some(self.error * shift)
    }
}

/// The values of customers in both waves.
struct Pairs {
    values: Vec<(f64, f64)>,
    /// Σ w₁w₂/(W₁W₂): n_c/(n₁n₂) where all weigh the same.
    shared: f64,
}

impl Pairs {
    fn of(older: Sample, newer: Sample, same: &[(usize, usize)]) -> Self {
        let weight = |all: Sample| all.groups().map(|it| it.weight).sum::<f64>();
        let whole = weight(older) * weight(newer);
        let mut pairs = Self {
            values: Vec::new(),
            shared: 0.0,
        };
        for (before, after) in same {
            let weight = older.weight(*before) * newer.weight(*after);
            let both = older.values[*before].zip(newer.values[*after]);
            if let Some(both) = both.filter(|_| weight > 0.0) {
                pairs.values.push(both);
                pairs.shared += weight / whole;
            }
        }
        pairs
    }

    /// Pearson's.
    fn correlation(&self) -> f64 {
        let n = self.values.len();
        if n < 3 {
            return 0.0;
        }
        let count = n as f64;
        let (mut first, mut second) = (0.0, 0.0);
        for (x, y) in &self.values {
            first += x;
            second += y;
        }
        let (first, second) = (first / count, second / count);
        let (mut xx, mut yy, mut xy) = (0.0_f64, 0.0_f64, 0.0_f64);
        for (x, y) in &self.values {
            let (x, y) = (x - first, y - second);
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        if xx < DUST * DUST * count || yy < DUST * DUST * count {
            return 0.0;
        }
        (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64, tolerance: f64) {
        assert!((value - expected).abs() < tolerance, "{value} {expected}");
    }

    /// Whose each value is; `None` of a stranger.
    type Wave = Vec<(Option<i64>, f64)>;

    fn of(older: &Wave, newer: &Wave) -> Option<Overlap> {
        weighed(older, newer, 1.0)
    }

    fn weighed(older: &Wave, newer: &Wave, weight: f64) -> Option<Overlap> {
        let values = |all: &Wave| -> Vec<Option<f64>> { all.iter().map(|it| Some(it.1)).collect() };
        let (before, after) = (values(older), values(newer));
        let both = newer.iter().enumerate().filter_map(|(at, it)| {
            let known = it.0?;
            Some((older.iter().position(|it| it.0 == Some(known))?, at))
        });
        let same: Vec<(usize, usize)> = both.collect();
        let weights = vec![weight; older.len().max(newer.len())];
        let sample = |values| Sample {
            values,
            weights: Some(&weights),
        };
        Overlap::of(sample(&before), sample(&after), &same)
    }

    fn numbered(values: &[f64]) -> Wave {
        (1..).map(Some).zip(values.iter().copied()).collect()
    }

    fn nameless(values: &[f64]) -> Wave {
        values.iter().map(|value| (None, *value)).collect()
    }

    const CURRENT: [f64; 6] = [82.0, 80.0, 60.0, 96.0, 66.0, 46.0];
    const PREVIOUS: [f64; 6] = [70.0, 78.0, 55.0, 92.0, 62.0, 50.0];

    #[test]
    fn the_same_customers_are_a_paired_test_and_others_welch_s() {
        let same = of(&numbered(&PREVIOUS), &numbered(&CURRENT)).unwrap();
        near(same.df, 5.0, 1e-9);
        near(same.t().unwrap(), 1.821_729, 5e-7);
        near(same.p().unwrap(), 0.128_124, 5e-7);
        let others = of(&nameless(&PREVIOUS), &nameless(&CURRENT)).unwrap();
        near(others.t().unwrap(), 0.396_49, 5e-6);
        near(others.df, 9.8136, 5e-5);
        near(others.p().unwrap(), 0.700_23, 5e-6);
        assert_eq!((others.common, others.correlation), (0, 0.0));
    }

    #[test]
    fn some_of_both_as_the_method_prints_it() {
        let previous = numbered(&[70.0, 78.0, 55.0, 92.0, 62.0, 50.0, 88.0, 74.0]);
        let whose = [1, 2, 3, 4, 9, 10].map(Some);
        let current: Vec<_> = whose.into_iter().zip(CURRENT).collect();
        let test = of(&previous, &current).unwrap();
        near(test.difference, 0.541_667, 5e-7);
        near(test.correlation, 0.959_596, 5e-7);
        near(test.df, 5.881_329, 5e-7);
        near(test.t().unwrap(), 0.087_392, 5e-7);
        near(test.p().unwrap(), 0.933_259, 5e-7);
        let (low, high) = test.interval().unwrap();
        near(low, -14.699_052, 5e-7);
        near(high, 15.782_386, 5e-7);
        assert_eq!(test.common, 4);
    }

    #[test]
    fn the_example_of_its_authors() {
        let mut first = nameless(&[20.0, 21.0, 16.0, 18.0, 14.0, 12.0, 14.0, 17.0]);
        let mut second = nameless(&[10.0, 16.0, 18.0, 16.0, 15.0, 14.0, 13.0, 10.0]);
        first.extend(numbered(&[14.0, 15.0, 18.0, 20.0, 11.0, 19.0, 14.0, 15.0]));
        second.extend(numbered(&[15.0, 10.0, 15.0, 17.0, 13.0, 19.0, 12.0, 13.0]));
        let test = of(&second, &first).unwrap();
        near(test.t().unwrap(), 2.419_098, 5e-7);
        near(test.df, 18.422_332, 5e-7);
        near(test.p().unwrap(), 0.026_104, 5e-7);
    }

    #[test]
    fn the_smallest_change_found_is_that_of_the_noncentral_t() {
        let found = |error: f64, df: f64| {
            let test = Overlap {
                difference: 0.0,
                error,
                df,
                common: 0,
                correlation: 0.0,
                identical: false,
            };
            test.detectable().unwrap()
        };
        // The method's numbers stop at the tolerance of the root finder that gave them.
        near(found(3.0, 15.0), 8.993_583, 1e-5);
        near(
            found(15.0 * (2.0_f64 / 22.0).sqrt(), 42.0),
            12.969_717,
            1e-5,
        );
    }

    #[test]
    fn nothing_varies_or_nothing_is_there() {
        assert_eq!(of(&Vec::new(), &numbered(&CURRENT)), None);
        assert_eq!(of(&numbered(&[80.0]), &numbered(&CURRENT)), None);
        let up = of(&numbered(&[70.0; 5]), &numbered(&[80.0; 5])).unwrap();
        assert_eq!((up.t(), up.p(), up.interval()), (None, None, None));
        assert!(up.detectable().is_none() && !up.identical);
        let mut order: Vec<_> = (1..7).map(Some).zip(CURRENT).collect();
        order.reverse();
        let again = of(&numbered(&CURRENT), &order).unwrap();
        assert!(again.identical && again.difference == 0.0);
        let nobody = weighed(&numbered(&PREVIOUS), &numbered(&CURRENT), 0.0);
        assert_eq!(nobody, None);
    }

    #[test]
    fn equal_weights_weigh_nothing() {
        let (before, after) = (numbered(&PREVIOUS), numbered(&CURRENT[..5]));
        let plain = of(&before, &after).unwrap();
        let weighed = weighed(&before, &after, 0.25).unwrap();
        near(plain.df, weighed.df, 1e-9);
        near(plain.error, weighed.error, 1e-9);
    }
}
