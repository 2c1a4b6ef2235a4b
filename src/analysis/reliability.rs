//! Whether the items of a dimension measure one thing.

use super::column::Column;
use super::distribution::f_quantile;
use super::moments::{Moments, Numbers};
use crate::model::{LineageId, Questionnaire};

/// Below this many complete returns a reliability is a rough guide.
pub const ROUGH_BELOW: usize = 30;

/// Cronbach's alpha of some items.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// Complete returns.
    pub n: usize,
    /// k/(k−1)·(1−Σs²ᵢ/s²ₜ)
    pub raw: f64,
    /// 95 % interval of `raw`.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// k·r̄/(1+(k−1)·r̄) with the mean correlation r̄; `None` when an item does not vary. Of two
    /// items that is what Spearman and Brown reckon (1910, Br. J. Psychol. 3:271 and 296), the
    /// figure to go by there (Eisinga, te Grotenhuis & Pelzer 2013, Int. J. Public Health 58:637).
    pub standardised: Option<f64>,
    /// What each item is to it, in their order.
    pub items: Vec<ItemReliability>,
    /// Fewer than [`ROUGH_BELOW`] returns.
    pub rough: bool,
}

/// One item among those it is asked with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ItemReliability {
    /// Raw alpha without it; `None` where fewer than two would be left or nothing varies any
    /// more.
    pub if_dropped: Option<f64>,
    /// Correlation of the item with the sum of the others; `None` when either does not vary.
    pub rest: Option<f64>,
}

impl Reliability {
    /// The one figure to go by: of two items the standardised alpha, else the raw one.
    pub fn best(&self) -> f64 {
        let of_two = self.standardised.filter(|_| self.items.len() == 2);
        of_two.unwrap_or(self.raw)
    }
}

/// Raw and standardised alpha (Cronbach 1951, Psychometrika 16:297) of `items`, one list of
/// percents an item over the same complete returns. `None` below two items or two returns and
/// when the sums do not vary.
pub fn alpha(items: &[Vec<f64>]) -> Option<Reliability> {
    let n = items.first()?.len();
    if items.iter().any(|item| item.len() != n) {
        return None;
    }
    let columns: Vec<Numbers> = items.iter().map(|it| Numbers::Plain(it)).collect();
    of_moments(&Moments::of(&columns))
}

/// The items at some places of a questionnaire, over the returns that answered all of them.
pub(super) fn reliability(
    questionnaire: &Questionnaire,
    columns: &[Column],
    places: &[usize],
) -> Option<Reliability> {
    let numbers = places.iter().map(|at| {
        let item = &questionnaire.items[*at];
        Numbers::of(item, &columns[*at], &questionnaire.rules)
    });
    let numbers: Option<Vec<Numbers>> = numbers.collect();
    of_moments(&Moments::of(&numbers?))
}

/// Alphas with the items they are of.
#[derive(Clone, Debug, PartialEq)]
pub struct Consistency {
    pub items: Vec<LineageId>,
    pub alpha: Reliability,
}

impl Consistency {
    /// What one of its items is to it.
    pub fn item(&self, lineage: LineageId) -> Option<&ItemReliability> {
        let at = self.items.iter().position(|known| *known == lineage)?;
        self.alpha.items.get(at)
    }
}

fn of_moments(moments: &Moments) -> Option<Reliability> {
    let all: Vec<usize> = (0..moments.size()).collect();
    let raw = raw(moments, &all)?;
    let k = all.len() as f64;
    let above = moments.n as f64 - 1.0;
    // Feldt 1965, Psychometrika 30:357: (1 − α)/(1 − α̂) follows F(n−1, (n−1)(k−1)).
    let end = |p: f64| Some(1.0 - (1.0 - raw) * f_quantile(p, above, above * (k - 1.0))?);
    let item = |dropped: usize| {
        let others: Vec<usize> = all.iter().copied().filter(|at| *at != dropped).collect();
        ItemReliability {
            if_dropped: self::raw(moments, &others),
            rest: rest(moments, dropped, &others),
        }
    };
    Some(Reliability {
        n: moments.n,
        raw,
        low: end(0.975),
        high: end(0.025),
        standardised: standardised(moments),
        items: all.iter().map(|at| item(*at)).collect(),
        rough: moments.n < ROUGH_BELOW,
    })
}

/// Variance of the sum of some columns.
fn total(moments: &Moments, of: &[usize]) -> f64 {
    let pairs = of
        .iter()
        .flat_map(|one| of.iter().map(move |it| (*one, *it)));
    pairs.map(|(one, it)| moments.covariance(one, it)).sum()
}

fn raw(moments: &Moments, of: &[usize]) -> Option<f64> {
    let k = of.len() as f64;
    let parts: f64 = of.iter().map(|at| moments.covariance(*at, *at)).sum();
    let total = total(moments, of);
    // Items that cancel each other leave a trace of rounding, no variance.
    let varies = of.len() > 1 && total > 1e-12 * parts;
    varies.then(|| k / (k - 1.0) * (1.0 - parts / total))
}

/// Cov(x, Σ others) / (s·s of the sum).
fn rest(moments: &Moments, item: usize, others: &[usize]) -> Option<f64> {
    let with = others.iter().map(|at| moments.covariance(item, *at));
    let (own, sum) = (moments.covariance(item, item), total(moments, others));
    let varies = own > 0.0 && sum > 1e-12 * own;
    varies.then(|| (with.sum::<f64>() / (own * sum).sqrt()).clamp(-1.0, 1.0))
}

fn standardised(moments: &Moments) -> Option<f64> {
    let size = moments.size();
    let k = size as f64;
    let mut sum = 0.0;
    for one in 0..size {
        for other in 0..one {
            sum += moments.correlation(one, other)?;
        }
    }
    let mean = sum / (k * (k - 1.0) / 2.0);
    let below = 1.0 + (k - 1.0) * mean;
    (below > 1e-12).then(|| k * mean / below)
}

#[cfg(test)]
mod tests {
    use super::super::example::SIX;
    use super::*;

    fn near(value: Option<f64>, expected: f64) {
        let value = value.unwrap();
        assert!((value - expected).abs() < 5e-7, "{value} is not {expected}");
    }

    fn columns(items: &[usize]) -> Vec<Vec<f64>> {
        let of = |item: &usize| SIX.iter().map(|row| f64::from(row[*item])).collect();
        items.iter().map(of).collect()
    }

    #[test]
    fn feldt_as_the_method_prints_it() {
        let four = alpha(&columns(&[0, 1, 2, 3])).unwrap();
        near(four.low, 0.712_242);
        near(four.high, 0.987_482);
        // numpy: corrcoef of each column with the sum of the others
        let rest = [0.842_870_525, 0.871_489_341, 0.704_214_717, 0.897_758_402];
        for (item, expected) in four.items.iter().zip(rest) {
            near(item.rest, expected);
        }
    }

    #[test]
    fn the_attitude_of_thirty_departments() {
        // psych::alpha(attitude) gives 0.843143; Feldt's ends by scipy.stats.f.
        let attitude = super::super::tests::ATTITUDE;
        let columns: Vec<Vec<f64>> = (0..7)
            .map(|at| attitude.iter().map(|row| f64::from(row[at])).collect())
            .collect();
        let found = alpha(&columns).unwrap();
        near(Some(found.raw), 0.843_143);
        near(found.low, 0.739_376);
        near(found.high, 0.915_773);
        assert!(!found.rough && found.n == 30);
    }

    #[test]
    fn two_items_go_by_spearman_and_brown() {
        let two = alpha(&columns(&[0, 1])).unwrap();
        // 2r/(1+r), r = numpy.corrcoef of the two columns
        let r = 0.768_273_325_346_536;
        near(Some(two.best()), 2.0 * r / (1.0 + r));
        assert_eq!(two.items[0].if_dropped, None);
        near(two.items[0].rest, r);
    }

    #[test]
    fn nothing_is_told_of_what_does_not_vary() {
        assert_eq!(alpha(&[]), None);
        assert_eq!(alpha(&[vec![], vec![]]), None);
        assert_eq!(alpha(&[vec![3.0], vec![4.0]]), None);
        assert_eq!(alpha(&[vec![80.0; 9], vec![80.0; 9]]), None);
        let against = alpha(&[vec![1.0, 2.0, 3.0], vec![3.0, 2.0, 1.0]]);
        assert_eq!(against, None, "the sums are all the same");
        let still = alpha(&[vec![1.0, 2.0, 3.0], vec![2.0; 3], vec![1.0, 2.0, 4.0]]).unwrap();
        assert_eq!(still.standardised, None);
        assert_eq!(still.items[1].rest, None);
        let opposite = alpha(&[vec![1.0, 2.0, 4.0], vec![4.0, 2.0, 1.0]]).unwrap();
        assert!(opposite.raw < 0.0 && opposite.low.is_some());
    }
}
