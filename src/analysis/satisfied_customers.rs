//! The share of customers who are satisfied.

use rustc_hash::FxHashMap;

use super::rate::wilson;
use crate::model::{Bound, CustomerId, Rules, WaveReturns};

/// How many customers are satisfied, of those whose index is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SatisfiedCustomers {
    /// Customers with an index; a return of nobody known is a customer of its own.
    pub n: usize,
    /// Their index, the mean of their returns', reaches [`from`](Self::from).
    pub satisfied: usize,
    /// 0–1, with its 95 % Wilson interval.
    pub share: f64,
    pub low: f64,
    pub high: f64,
    /// The index from which a customer is satisfied, and whether it belongs to it.
    pub from: f64,
    pub rule: Bound,
}

/// Of the returns at `rows`, whose index is known where there is one. `None` of no index and
/// without bands.
pub(super) fn satisfied_customers(
    returns: &WaveReturns,
    rows: &[usize],
    index: &[Option<f64>],
    rules: &Rules,
) -> Option<SatisfiedCustomers> {
    let from = satisfied_from(rules)?;
    let mut strangers: Vec<f64> = Vec::new();
    let mut known: FxHashMap<CustomerId, (f64, f64)> = FxHashMap::default();
    for row in rows {
        let Some(index) = index.get(*row).copied().flatten() else {
            continue;
        };
        match returns.returns[*row].customer {
            Some(customer) => {
                let (sum, n) = known.entry(customer).or_default();
                *sum += index;
                *n += 1.0;
            }
            None => strangers.push(index),
        }
    }
    let means = known.values().map(|(sum, n)| sum / n).chain(strangers);
    let (mut n, mut satisfied) = (0, 0);
    for mean in means {
        n += 1;
        satisfied += usize::from(rules.bands_rule.reached(mean, from));
    }
    let rate = wilson(satisfied, n)?;
    Some(SatisfiedCustomers {
        n,
        satisfied,
        share: rate.share,
        low: rate.low,
        high: rate.high,
        from,
        rule: rules.bands_rule,
    })
}

/// The lowest index that counts as satisfied: the lower bound of the upper bands, half of them
/// without the middle one, as it is the upper half of the options of a usual scale that does.
fn satisfied_from(rules: &Rules) -> Option<f64> {
    let upper = (rules.bands.len() / 2).max(1);
    rules.bands.get(upper - 1).map(|band| band.from)
}

#[cfg(test)]
mod tests {
    use super::super::example::six;
    use super::*;

    fn of(returns: &WaveReturns, index: &[Option<f64>]) -> Option<SatisfiedCustomers> {
        let rows: Vec<usize> = (0..returns.returns.len()).collect();
        satisfied_customers(returns, &rows, index, &Rules::default())
    }

    #[test]
    fn the_upper_two_of_five_bands_are_satisfied() {
        // Of the method: 82 80 60 96 66 46, so three of six reach 80; Wilson by scipy
        // (scipy.stats.binomtest(3, 6).proportion_ci(method="wilson")).
        let index = [82.0, 80.0, 60.0, 96.0, 66.0, 46.0].map(Some);
        let found = of(&six(), &index).unwrap();
        assert_eq!((found.n, found.satisfied, found.from), (6, 3, 80.0));
        assert!((found.low - 0.187_616_3).abs() < 5e-7, "{}", found.low);
        assert!((found.high - 0.812_383_7).abs() < 5e-7, "{}", found.high);
    }

    #[test]
    fn a_customer_of_several_returns_is_one() {
        let mut returns = six();
        for row in [0, 1, 2] {
            returns.returns[row].customer = Some(CustomerId(1));
        }
        let index = [Some(100.0), Some(70.0), None, Some(90.0), Some(10.0), None];
        let found = of(&returns, &index).unwrap();
        assert_eq!((found.n, found.satisfied), (3, 2));
    }

    #[test]
    fn nothing_comes_of_nothing() {
        let mut returns = six();
        assert_eq!(of(&returns, &[None; 6]), None);
        returns.returns.clear();
        assert_eq!(of(&returns, &[]), None);
        let rules = |count: usize| Rules {
            bands: Rules::default().bands.into_iter().take(count).collect(),
            ..Rules::default()
        };
        assert_eq!(satisfied_from(&rules(0)), None);
        assert_eq!(satisfied_from(&rules(1)), Some(90.0));
        assert_eq!(satisfied_from(&rules(3)), Some(90.0));
        assert_eq!(satisfied_from(&rules(4)), Some(80.0));
    }
}
