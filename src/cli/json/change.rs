//! A figure with how it changed.

use serde::Serialize;

use crate::analysis::{Change, Changes, Figure, Verdict, WaveFigures};
use crate::model::Subject;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct FigureReport<'a> {
    #[serde(flatten)]
    figure: &'a Figure,
    /// Null where no wave is there that it can be compared with.
    change: Option<ChangeReport>,
}

impl<'a> FigureReport<'a> {
    pub(in crate::cli) fn of(
        figures: &'a WaveFigures,
        figure: &'a Figure,
        subject: &Subject,
    ) -> Self {
        let since = figures.changes.first();
        let change = since.and_then(|since| Some(ChangeReport::of(since, since.of(subject)?)));
        Self { figure, change }
    }
}

#[derive(Debug, Serialize)]
struct ChangeReport {
    /// The period of the wave it is compared with.
    from: String,
    difference: f64,
    low: Option<f64>,
    high: Option<f64>,
    df: Option<f64>,
    p: Option<f64>,
    p_adjusted: Option<f64>,
    n_common: Option<usize>,
    verdict: &'static str,
    detectable: Option<f64>,
}

impl ChangeReport {
    fn of(since: &Changes, change: &Change) -> Self {
        let test = change.test.as_ref();
        let (low, high) = test.and_then(|it| it.interval()).unzip();
        Self {
            from: since.period.to_string(),
            difference: change.difference(),
            low,
            high,
            df: test.map(|it| it.df),
            p: test.and_then(|it| it.p()),
            p_adjusted: change.p_adjusted,
            n_common: test.map(|it| it.common),
            verdict: match change.verdict {
                Verdict::Rose => "rose",
                Verdict::Fell => "fell",
                Verdict::NoChange => "no_change",
                Verdict::CannotTell => "cannot_tell",
            },
            detectable: test.and_then(|it| it.detectable()),
        }
    }
}
