//! What rules make of a wave.

use serde::Serialize;

use crate::analysis::{DimensionFigures, Effect, Figure, Outcome};
use crate::model::{Rule, Rules};

/// The rules of a wave, and every other choice of each.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct RulesReport<'a> {
    pub survey: &'a str,
    pub wave: String,
    pub now: OutcomeReport<'a>,
    pub choices: Vec<ChoiceReport<'a>>,
}

/// What one other choice makes.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct ChoiceReport<'a> {
    rule: &'static str,
    /// From the index as it is.
    change: Option<f64>,
    #[serde(flatten)]
    outcome: OutcomeReport<'a>,
}

/// What rules make of the wave.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct OutcomeReport<'a> {
    rules: &'a Rules,
    index: MadeReport<'a>,
    satisfied: Option<f64>,
    below_target: usize,
    counted: usize,
    flagged: usize,
    dimensions: Vec<DimensionReport<'a>>,
}

#[derive(Debug, Serialize)]
struct DimensionReport<'a> {
    code: &'a str,
    name: &'a str,
    #[serde(flatten)]
    made: MadeReport<'a>,
}

#[derive(Debug, Serialize)]
struct MadeReport<'a> {
    score: Option<f64>,
    n: usize,
    band: Option<&'a str>,
    target_met: Option<bool>,
}

impl<'a> From<&'a Figure> for MadeReport<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self {
            score: figure.score,
            n: figure.n,
            band: figure.band.as_deref(),
            target_met: figure.target_met,
        }
    }
}

impl<'a> From<&'a Outcome> for OutcomeReport<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        let dimension = |it: &'a DimensionFigures| DimensionReport {
            code: &it.code,
            name: &it.name,
            made: (&it.figure).into(),
        };
        Self {
            rules: &outcome.rules,
            index: (&outcome.index).into(),
            satisfied: outcome.index.satisfied,
            below_target: outcome.below().unwrap_or(0),
            counted: outcome.counted,
            flagged: outcome.flagged,
            dimensions: outcome.dimensions.iter().map(dimension).collect(),
        }
    }
}

impl<'a> ChoiceReport<'a> {
    pub fn of(effect: &'a Effect, now: &Outcome) -> Self {
        let (then, now) = (effect.outcome.index.score, now.index.score);
        Self {
            rule: name(effect.rule),
            change: then.zip(now).map(|(then, now)| then - now),
            outcome: (&effect.outcome).into(),
        }
    }
}

/// As its field is called among the rules; of validity, as it is called there.
fn name(rule: Rule) -> &'static str {
    match rule {
        Rule::Normalisation => "normalisation",
        Rule::Index => "index",
        Rule::Weights => "weights",
        Rule::NotApplicable => "na",
        Rule::MinAnswered => "min_answered",
        Rule::Target => "target",
        Rule::TargetRule => "target_rule",
        Rule::BandsRule => "bands_rule",
        Rule::Least => "validity.least",
        Rule::Alike => "validity.alike",
        Rule::Seconds => "validity.seconds",
        Rule::Required => "validity.required",
        Rule::Voids => "validity.voids",
    }
}
