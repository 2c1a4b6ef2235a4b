//! What would have been right in a cell.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::Expected;

/// As in version 1: a word, or a word with what belongs to it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store) enum ExpectedForm {
    OneOf(Vec<String>),
    Number { low: f64, high: f64 },
    Date,
    DateWithin(Date, Date),
    DateEither(Date, Date),
    Struck,
    Answer,
    KnownCustomer,
    OneReturnPerCustomer,
    Calculated,
    OneCustomerOf(Vec<String>),
    Writing,
}

impl Form for ExpectedForm {
    type Noun = Expected;

    fn of(noun: &Expected) -> Self {
        match noun {
            Expected::OneOf(labels) => Self::OneOf(labels.clone()),
            Expected::Number { low, high } => Self::Number {
                low: *low,
                high: *high,
            },
            Expected::Date => Self::Date,
            Expected::DateWithin(from, to) => Self::DateWithin(*from, *to),
            Expected::DateEither(one, other) => Self::DateEither(*one, *other),
            Expected::Struck => Self::Struck,
            Expected::Answer => Self::Answer,
            Expected::KnownCustomer => Self::KnownCustomer,
            Expected::OneReturnPerCustomer => Self::OneReturnPerCustomer,
            Expected::Calculated => Self::Calculated,
            Expected::OneCustomerOf(codes) => Self::OneCustomerOf(codes.clone()),
            Expected::Writing => Self::Writing,
        }
    }

    fn noun(self) -> Expected {
        match self {
            Self::OneOf(labels) => Expected::OneOf(labels),
            Self::Number { low, high } => Expected::Number { low, high },
            Self::Date => Expected::Date,
            Self::DateWithin(from, to) => Expected::DateWithin(from, to),
            Self::DateEither(one, other) => Expected::DateEither(one, other),
            Self::Struck => Expected::Struck,
            Self::Answer => Expected::Answer,
            Self::KnownCustomer => Expected::KnownCustomer,
            Self::OneReturnPerCustomer => Expected::OneReturnPerCustomer,
            Self::Calculated => Expected::Calculated,
            Self::OneCustomerOf(codes) => Expected::OneCustomerOf(codes),
            Self::Writing => Expected::Writing,
        }
    }
}
