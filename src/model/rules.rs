//! Scoring rules: everything firms do differently, frozen with the revision.

use serde::{Deserialize, Serialize};

use super::{PeriodKind, Validity};

/// What a change is called none within, in points, where a survey says nothing else.
pub const NO_CHANGE_WITHIN: f64 = 3.0;

/// How an option's score becomes a percent of 0–100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Normalisation {
    /// 100·x / max
    #[default]
    #[serde(rename = "max")]
    OfMaximum,
    /// 100·(x − min) / (max − min): the worst answer is 0
    #[serde(rename = "minmax")]
    MinMax,
}

/// How the index of one return comes from its answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndexRule {
    /// Weighted mean of its dimensions.
    #[default]
    #[serde(rename = "dimension")]
    ByDimension,
    /// Points reached of points possible over all answered scored items.
    #[serde(rename = "pooled")]
    Pooled,
}

/// Whether N/A answers stay in the base of a satisfaction rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NotApplicable {
    #[default]
    Exclude,
    Include,
}

/// What one return weighs in a wave's figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weighting {
    #[default]
    Equal,
    /// Its customer's turnover; a customer without turnover weighs nothing.
    Turnover,
}

/// Whether a bound belongs to what it bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    #[default]
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = ">")]
    Above,
}

impl Bound {
    /// Whether `value` reaches `bound`, both rounded to 1e-9 so that sums of decimal
    /// fractions meet the figures people compute by hand.
    pub fn reached(self, value: f64, bound: f64) -> bool {
        let difference = ((value - bound) * 1e9).round();
        match self {
            Self::AtLeast => difference >= 0.0,
            Self::Above => difference > 0.0,
        }
    }
}

/// A named stretch of the scale 0–100, from its lower bound upwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub from: f64,
    pub name: String,
}

/// The choices of one survey. `Default` holds the usual ones with the Chinese band names of
/// the method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    pub period: PeriodKind,
    /// 0–100
    pub target: f64,
    pub target_rule: Bound,
    pub normalisation: Normalisation,
    pub index: IndexRule,
    pub na: NotApplicable,
    /// Share (0–1) of the weight that must have been answered.
    pub min_answered: f64,
    pub weights: Weighting,
    /// Highest first.
    pub bands: Vec<Band>,
    pub bands_rule: Bound,
    #[serde(skip_serializing_if = "Validity::is_usual")]
    pub validity: Validity,
    /// A change surely smaller than this, in points, is called none.
    #[serde(skip_serializing_if = "is_usual_margin")]
    pub no_change_within: f64,
}

/// Whether a margin is the one of a survey that says nothing of it.
pub fn is_usual_margin(margin: &f64) -> bool {
    (margin - NO_CHANGE_WITHIN).abs() < 1e-9
}

impl Default for Rules {
    fn default() -> Self {
        let band = |from, name: &str| Band {
            from,
            name: name.to_owned(),
        };
        Self {
            period: PeriodKind::Half,
            target: 85.0,
            target_rule: Bound::AtLeast,
            normalisation: Normalisation::OfMaximum,
            index: IndexRule::ByDimension,
            na: NotApplicable::Exclude,
            min_answered: 0.5,
            weights: Weighting::Equal,
            bands: vec![
                band(90.0, "很满意"),
                band(80.0, "满意"),
                band(70.0, "基本满意"),
                band(60.0, "不太满意"),
                band(0.0, "很不满意"),
            ],
            bands_rule: Bound::AtLeast,
            validity: Validity::default(),
            no_change_within: NO_CHANGE_WITHIN,
        }
    }
}

impl Rules {
    /// The band `score` falls in; `None` below the lowest or when an exclusive bound leaves
    /// it out.
    pub fn band(&self, score: f64) -> Option<&Band> {
        self.bands
            .iter()
            .find(|band| self.bands_rule.reached(score, band.from))
    }

    /// Whether `score` meets the target.
    pub fn target_met(&self, score: f64) -> bool {
        self.target_rule.reached(score, self.target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_compared_after_rounding() {
        let rules = Rules::default();
        assert_eq!(rules.band(90.0).unwrap().name, "很满意");
        assert_eq!(rules.band(89.999_999_999_9).unwrap().name, "很满意");
        assert_eq!(rules.band(89.99).unwrap().name, "满意");
        assert!(rules.target_met(85.0 - 1e-12));
        assert!(!rules.target_met(84.96));
    }

    #[test]
    fn an_exclusive_lowest_bound_leaves_its_value_without_a_band() {
        let rules = Rules {
            bands_rule: Bound::Above,
            ..Rules::default()
        };
        assert_eq!(rules.band(90.0).unwrap().name, "满意");
        assert_eq!(rules.band(0.0), None);
    }
}
