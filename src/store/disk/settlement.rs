//! How something in the review list was settled.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::Settlement;

/// As in version 1: a word, or a word with what belongs to it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store) enum SettlementForm {
    Corrected(String),
    Learned(String),
    LeftBlank,
    Kept,
    Voided,
    Amended {
        to: String,
        reason: String,
        who: String,
        on: Date,
    },
}

impl Form for SettlementForm {
    type Noun = Settlement;

    fn of(noun: &Settlement) -> Self {
        match noun {
            Settlement::Corrected(with) => Self::Corrected(with.clone()),
            Settlement::Learned(with) => Self::Learned(with.clone()),
            Settlement::LeftBlank => Self::LeftBlank,
            Settlement::Kept => Self::Kept,
            Settlement::Voided => Self::Voided,
            Settlement::Amended {
                to,
                reason,
                who,
                on,
            } => Self::Amended {
                to: to.clone(),
                reason: reason.clone(),
                who: who.clone(),
                on: *on,
            },
        }
    }

    fn noun(self) -> Settlement {
        match self {
            Self::Corrected(with) => Settlement::Corrected(with),
            Self::Learned(with) => Settlement::Learned(with),
            Self::LeftBlank => Settlement::LeftBlank,
            Self::Kept => Settlement::Kept,
            Self::Voided => Settlement::Voided,
            Self::Amended {
                to,
                reason,
                who,
                on,
            } => Settlement::Amended {
                to,
                reason,
                who,
                on,
            },
        }
    }
}
