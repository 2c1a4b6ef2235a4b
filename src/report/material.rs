//! What the management review rests on.

use jiff::civil::Date;

use crate::analysis::{Evidence, Insight, TrendLine};
use crate::model::{CorrectiveAction, Kpi, Survey};

/// What the material is made from.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    pub survey: &'a Survey,
    /// Of the wave in review, without a filter.
    pub evidence: Evidence<'a>,
    /// What the same returns tell beside the scores.
    pub insight: &'a Insight,
    /// The index first, then every dimension, up to the wave in review.
    pub lines: &'a [TrendLine],
    /// Of the workspace; what came after the wave in review is left out.
    pub kpis: &'a [Kpi],
    /// Of the workspace; closed ones and those of other surveys are left out.
    pub actions: &'a [CorrectiveAction],
    /// Settles what is overdue.
    pub today: Date,
}
