//! How the list of a wave was chosen.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{Choice, FrameRule, Period};

#[derive(Serialize, Deserialize)]
pub(in crate::store) struct ChoiceForm {
    rule: RuleForm,
    on: Date,
    chosen: u32,
    customers: u32,
    turnover: Option<f64>,
    cutoff: Option<f64>,
    #[serde(default)]
    adjusted: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RuleForm {
    All,
    AsLastTime,
    Largest {
        share: f64,
    },
    /// The seed as a text: not every reader of JSON keeps whole numbers beyond 2^53.
    Random {
        share: f64,
        seed: String,
    },
    Turnover {
        share: f64,
    },
    Segment {
        attribute: String,
        value: String,
    },
    Bought {
        attribute: String,
        period: Period,
    },
}

impl Form for ChoiceForm {
    type Noun = Choice;

    fn of(noun: &Choice) -> Self {
        Self {
            rule: RuleForm::of(&noun.rule),
            on: noun.on,
            chosen: noun.chosen,
            customers: noun.customers,
            turnover: noun.turnover,
            cutoff: noun.cutoff,
            adjusted: noun.adjusted,
        }
    }

    fn noun(self) -> Choice {
        Choice {
            rule: self.rule.noun(),
            on: self.on,
            chosen: self.chosen,
            customers: self.customers,
            turnover: self.turnover,
            cutoff: self.cutoff,
            adjusted: self.adjusted,
        }
    }
}

impl RuleForm {
    fn of(noun: &FrameRule) -> Self {
        match noun {
            FrameRule::All => Self::All,
            FrameRule::AsLastTime => Self::AsLastTime,
            FrameRule::Largest { share } => Self::Largest { share: *share },
            FrameRule::Random { share, seed } => Self::Random {
                share: *share,
                seed: seed.to_string(),
            },
            FrameRule::Turnover { share } => Self::Turnover { share: *share },
            FrameRule::Segment { attribute, value } => Self::Segment {
                attribute: attribute.clone(),
                value: value.clone(),
            },
            FrameRule::Bought { attribute, period } => Self::Bought {
                attribute: attribute.clone(),
                period: *period,
            },
        }
    }

    fn noun(self) -> FrameRule {
        match self {
            Self::All => FrameRule::All,
            Self::AsLastTime => FrameRule::AsLastTime,
            Self::Largest { share } => FrameRule::Largest { share },
            Self::Random { share, seed } => FrameRule::Random {
                share,
                seed: seed.parse().unwrap_or_default(),
            },
            Self::Turnover { share } => FrameRule::Turnover { share },
            Self::Segment { attribute, value } => FrameRule::Segment { attribute, value },
            Self::Bought { attribute, period } => FrameRule::Bought { attribute, period },
        }
    }
}
