//! How a figure stands to its target: the one judgement that table, findings, titles and paper
//! share. Red is what [`Against::Below`] says, nothing else.

use super::Figure;
use crate::model::Rules;

/// Where a score and its interval lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The whole interval meets the target.
    Met,
    /// The score does, part of the interval does not.
    MetPerhaps,
    /// The score does not, part of the interval does.
    BelowPerhaps,
    /// Nothing of the interval does.
    Below,
}

impl Against {
    /// `None` without a score; one without an interval is never sure.
    pub fn of(figure: &Figure, rules: &Rules) -> Option<Self> {
        let ends = (figure.low, figure.high);
        figure.score.map(|score| Self::of_score(score, ends, rules))
    }

    /// Of a score and the ends of its interval.
    pub fn of_score(score: f64, (low, high): (Option<f64>, Option<f64>), rules: &Rules) -> Self {
        let meets = |value: f64| rules.target_met(value);
        match (meets(score), low, high) {
            (true, Some(low), _) if meets(low) => Self::Met,
            (true, _, _) => Self::MetPerhaps,
            (false, _, Some(high)) if !meets(high) => Self::Below,
            (false, _, _) => Self::BelowPerhaps,
        }
    }

    pub fn met(self) -> bool {
        matches!(self, Self::Met | Self::MetPerhaps)
    }

    /// Chance does not explain on which side of the target it lies.
    pub fn sure(self) -> bool {
        matches!(self, Self::Met | Self::Below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_interval_wholly_below_is_below() {
        let of = |score: f64, low: Option<f64>, high: Option<f64>| {
            let figure = Figure {
                score: Some(score),
                low,
                high,
                ..Figure::default()
            };
            Against::of(&figure, &Rules::default())
        };
        assert_eq!(of(80.0, Some(70.0), Some(84.99)), Some(Against::Below));
        assert_eq!(
            of(80.0, Some(70.0), Some(85.0)),
            Some(Against::BelowPerhaps)
        );
        assert_eq!(of(80.0, None, None), Some(Against::BelowPerhaps));
        assert_eq!(of(90.0, Some(85.0), Some(95.0)), Some(Against::Met));
        assert_eq!(of(90.0, Some(84.99), Some(95.0)), Some(Against::MetPerhaps));
        assert_eq!(of(90.0, None, None), Some(Against::MetPerhaps));
        assert_eq!(Against::of(&Figure::default(), &Rules::default()), None);
    }
}
