//! From the score of an answer to its percent 折百.

use crate::model::{Item, ItemKind, Normalisation, Rules};

/// The percent 折百 of a raw score of an item; `None` when the item has no scores.
pub fn percent(item: &Item, rules: &Rules, score: f64) -> Option<f64> {
    Some(Marking::of(item, rules)?.percent(score))
}

/// How the raw scores of one item become percents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Marking {
    floor: f64,
    full: f64,
}

impl Marking {
    /// `None` when the item has no scores or they leave nothing to divide by.
    pub fn of(item: &Item, rules: &Rules) -> Option<Self> {
        let numeric = matches!(item.kind, ItemKind::Nps | ItemKind::Number);
        if !numeric && !item.kind.takes_one_option() {
            return None;
        }
        let (min, max) = item.range()?;
        let floor = match rules.normalisation {
            Normalisation::OfMaximum => 0.0,
            Normalisation::MinMax => min,
        };
        let full = max - floor;
        (full.is_finite() && full > 0.0).then_some(Self { floor, full })
    }

    /// 100·x / max, or 100·(x − min) / (max − min).
    pub fn percent(self, score: f64) -> f64 {
        100.0 * self.reached(score) / self.full
    }

    /// Points reached: x, or x − min.
    pub fn reached(self, score: f64) -> f64 {
        score - self.floor
    }

    /// Points that could be reached: max, or max − min.
    pub fn possible(self) -> f64 {
        self.full
    }
}
