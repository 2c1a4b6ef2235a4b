//! The figures of a wave that is known by them alone.

use serde::{Deserialize, Serialize};

use super::{Form, subject, subject_text};
use crate::model::PastFigure;

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::store) struct PastForm(Vec<FigureForm>);

#[derive(Serialize, Deserialize)]
struct FigureForm {
    /// As in evidence.
    subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sd: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rate: Option<f64>,
}

impl Form for PastForm {
    type Noun = Vec<PastFigure>;

    fn of(noun: &Vec<PastFigure>) -> Self {
        let forms = noun.iter().map(|it| FigureForm {
            subject: subject_text(&it.subject),
            score: it.score,
            n: it.n,
            sd: it.sd,
            rate: it.rate,
        });
        Self(forms.collect())
    }

    /// Without what names no subject, as a later version may know more of them.
    fn noun(self) -> Vec<PastFigure> {
        let figures = self.0.into_iter().filter_map(|it| {
            Some(PastFigure {
                subject: subject(&it.subject).ok()?,
                score: it.score,
                n: it.n,
                sd: it.sd,
                rate: it.rate,
            })
        });
        figures.collect()
    }
}
