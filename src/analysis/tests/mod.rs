//! Whole waves and whole lines, against the method's own numbers and against SciPy.

mod findings;
mod items;
mod ledger;
mod method;
mod people;
mod rules;
mod split;
mod trends;
mod waves;
mod weights;
mod wording;

use super::figures::exact_figures;
use super::{Filter, WaveFigures};
use crate::model::{Questionnaire, WaveReturns};

fn near(value: impl Into<Option<f64>>, expected: f64, tolerance: f64) {
    let value = value.into().unwrap_or(f64::NAN);
    assert!(
        (value - expected).abs() <= tolerance,
        "{value} is not {expected}"
    );
}

/// Figures without a frame, a register or a filter.
fn plain(questionnaire: &Questionnaire, returns: &WaveReturns) -> WaveFigures {
    exact_figures(questionnaire, returns, &[], &[], &Filter::default())
}
