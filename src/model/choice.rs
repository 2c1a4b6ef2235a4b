//! How the customers of a wave were chosen: kept with it, for whoever asks later.

use jiff::civil::Date;
use serde::Serialize;

use super::Period;

/// A way to choose the customers to be asked from the register.
#[derive(Clone, Debug, PartialEq)]
pub enum FrameRule {
    /// Every customer.
    All,
    /// Those of the wave before.
    AsLastTime,
    /// At least this share (0–1) of the customers, the largest turnover first.
    Largest { share: f64 },
    /// At least this share (0–1) of the customers, drawn at random; the same seed draws the same
    /// ones of the same register.
    Random { share: f64, seed: u64 },
    /// The largest customers until they make at least this share (0–1) of the turnover.
    Turnover { share: f64 },
    /// Those with this value of an attribute.
    Segment { attribute: String, value: String },
    /// Those whose attribute tells of a purchase on or after the first day of the period.
    Bought { attribute: String, period: Period },
}

impl FrameRule {
    /// Shares usually asked for: 30 % of the customers, 80 % of the turnover.
    pub const HEADS: f64 = 0.3;
    pub const TURNOVER: f64 = 0.8;
}

/// What a list lets be said of customers who are not on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sampling {
    /// Every customer is on it.
    All,
    /// Those a rule names, of whom nobody was left to chance.
    Rule,
    /// Drawn at random.
    Random,
    /// By hand, from the start or afterwards.
    Convenience,
}

impl Sampling {
    /// Of a list chosen so; `None`: by hand.
    pub fn of(choice: Option<&Choice>) -> Self {
        let Some(choice) = choice.filter(|it| !it.adjusted) else {
            return Self::Convenience;
        };
        match choice.rule {
            FrameRule::All => Self::All,
            FrameRule::Random { .. } => Self::Random,
            FrameRule::AsLastTime
            | FrameRule::Largest { .. }
            | FrameRule::Turnover { .. }
            | FrameRule::Segment { .. }
            | FrameRule::Bought { .. } => Self::Rule,
        }
    }
}

/// A list chosen by a rule, as it was then.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub rule: FrameRule,
    pub on: Date,
    /// Customers it chose, of how many in the register.
    pub chosen: u32,
    pub customers: u32,
    /// Their share of the turnover of the register, 0–1; `None` when none was known.
    pub turnover: Option<f64>,
    /// Turnover of the smallest customer taken, for rules that go by it.
    pub cutoff: Option<f64>,
    /// Customers were added or left out by hand afterwards.
    pub adjusted: bool,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_a_list_stands_for_follows_from_how_it_was_chosen() {
        let chosen = |rule, adjusted| Choice {
            rule,
            on: date(2026, 3, 1),
            chosen: 30,
            customers: 100,
            turnover: None,
            cutoff: None,
            adjusted,
        };
        let random = || FrameRule::Random {
            share: 0.3,
            seed: 7,
        };
        assert_eq!(Sampling::of(None), Sampling::Convenience);
        let of = |rule, adjusted| Sampling::of(Some(&chosen(rule, adjusted)));
        assert_eq!(of(FrameRule::All, false), Sampling::All);
        assert_eq!(of(random(), false), Sampling::Random);
        assert_eq!(of(FrameRule::AsLastTime, false), Sampling::Rule);
        let largest = FrameRule::Turnover { share: 0.8 };
        assert_eq!(of(largest, false), Sampling::Rule);
        assert_eq!(of(random(), true), Sampling::Convenience);
    }
}
