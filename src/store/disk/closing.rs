//! When a wave was closed and opened again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::Closing;

/// Oldest first.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::store) struct ClosingsForm(Vec<ClosingForm>);

#[derive(Serialize, Deserialize)]
struct ClosingForm {
    #[serde(default)]
    reopened: bool,
    date: Date,
    who: String,
    #[serde(default)]
    reason: String,
}

impl Form for ClosingsForm {
    type Noun = Vec<Closing>;

    fn of(noun: &Vec<Closing>) -> Self {
        let forms = noun.iter().map(|it| ClosingForm {
            reopened: it.reopened,
            date: it.date,
            who: it.who.clone(),
            reason: it.reason.clone(),
        });
        Self(forms.collect())
    }

    fn noun(self) -> Vec<Closing> {
        let closings = self.0.into_iter().map(|it| Closing {
            reopened: it.reopened,
            date: it.date,
            who: it.who,
            reason: it.reason,
        });
        closings.collect()
    }
}
