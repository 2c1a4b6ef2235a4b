//! The satisfaction rate over several items: answers of one return go together.

use super::Rate;
use super::distribution::t_975;
use super::rate::wilson_about;

/// Sums over returns of the satisfied answers h and all answers m of each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clusters {
    /// Returns with at least one answer.
    n: f64,
    hits: f64,
    answers: f64,
    hits_squared: f64,
    both: f64,
    answers_squared: f64,
}

impl Clusters {
    /// One return more; one without an answer tells nothing.
    pub fn add(&mut self, hits: f64, answers: f64) {
        if answers > 0.0 {
            self.n += 1.0;
            self.hits += hits;
            self.answers += answers;
            self.hits_squared += hits * hits;
            self.both += hits * answers;
            self.answers_squared += answers * answers;
        }
    }

    /// p = Σh/Σm, V = n/(n−1)·Σ(h−p·m)²/(Σm)² (the ratio estimator: Cochran 1977, Sampling
    /// Techniques, 6.4), and Wilson's interval with p(1−p)/V answers and t(0.975, n−1) (Korn &
    /// Graubard 1998). As many answers as returns where V is 0 or p 0 or 1: then the answers of a
    /// return tell no more than one. No interval below two returns; `None` of nothing.
    pub fn rate(&self) -> Option<(f64, Option<Rate>)> {
        if self.answers <= 0.0 {
            return None;
        }
        let share = self.hits / self.answers;
        let squares =
            self.hits_squared - 2.0 * share * self.both + share * share * self.answers_squared;
        let variance = self.n / (self.n - 1.0) * squares / (self.answers * self.answers);
        let most = share * (1.0 - share);
        let told = variance > 1e-15 && most > 0.0;
        let sample = if told { most / variance } else { self.n };
        let rate = t_975(self.n - 1.0).map(|quantile| {
            let (low, high) = wilson_about(share, sample, quantile);
            Rate { share, low, high }
        });
        Some((share, rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(returns: &[(f64, f64)]) -> Option<(f64, Option<Rate>)> {
        let mut clusters = Clusters::default();
        for (hits, answers) in returns {
            clusters.add(*hits, *answers);
        }
        clusters.rate()
    }

    #[test]
    fn the_method_s_own_numbers() {
        let near = |value: f64, expected: f64| {
            assert!((value - expected).abs() < 5e-7, "{value} {expected}");
        };
        // The six returns: answers of 4 and more in dimension A, then in all four items.
        let a = [2.0, 2.0, 0.0, 2.0, 1.0, 0.0].map(|hits| (hits, 2.0));
        let (share, rate) = of(&a).unwrap();
        near(share, 7.0 / 12.0);
        near(rate.unwrap().low, 0.180_699);
        near(rate.unwrap().high, 0.898_855);
        let all = [3.0, 3.0, 1.0, 4.0, 1.0, 0.0].map(|hits| (hits, 4.0));
        let (share, rate) = of(&all).unwrap();
        near(share, 0.5);
        near(rate.unwrap().low, 0.184_613);
        near(rate.unwrap().high, 0.815_387);
    }

    #[test]
    fn ends_and_agreement_count_returns() {
        // Nobody is satisfied, everybody is, and everybody with the same half of the answers.
        for hits in [0.0, 2.0, 1.0] {
            let (share, rate) = of(&[(hits, 2.0); 5]).unwrap();
            let rate = rate.unwrap();
            assert!(rate.low >= 0.0 && rate.high <= 1.0 && rate.high - rate.low > 0.3);
            assert!((share - hits / 2.0).abs() < 1e-15);
        }
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(0.0, 0.0)]), None, "no answer at all");
        assert_eq!(
            of(&[(1.0, 2.0)]),
            Some((0.5, None)),
            "of one nothing is known"
        );
    }
}
