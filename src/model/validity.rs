//! Which returns are looked at twice, and which count for nothing by rule.

use serde::{Deserialize, Serialize};

/// What makes a return doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Too few of the scored items were answered.
    TooFew,
    /// A required item was not answered.
    Required,
    /// The same option all the way down.
    Alike,
    /// Filled in faster than anybody reads.
    TooFast,
}

impl Flag {
    pub const ALL: [Self; 4] = [Self::TooFew, Self::Required, Self::Alike, Self::TooFast];
}

/// The rules of validity of a survey. What they flag is void only by a person's hand, unless
/// they say otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Validity {
    /// Share (0–1) of the scored items that must be answered; 0: any will do.
    pub least: f64,
    /// Whether every required item must be answered.
    pub required: bool,
    /// From so many scored answers on, the same option in all of them is flagged; 0: never.
    pub alike: u8,
    /// Seconds an answered item takes at least; 0: any time will do.
    pub seconds: f64,
    /// Returns flagged so are void by themselves when they are taken in.
    pub voids: Vec<Flag>,
}

impl Default for Validity {
    fn default() -> Self {
        Self {
            least: 0.5,
            required: false,
            alike: 8,
            seconds: 2.0,
            voids: Vec::new(),
        }
    }
}

impl Validity {
    /// Nobody chose otherwise.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
