//! How the customers of a wave were chosen: kept with it, for whoever asks later.

use jiff::civil::Date;

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
