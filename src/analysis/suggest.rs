//! What a corrective action should be raised for: what lies below its target.

use super::change::Surveyed;
use super::{Against, Change, Verdict};
use crate::model::Subject;

/// A number that asks for an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub subject: Subject,
    /// 0–100
    pub score: f64,
    pub target: f64,
    /// Points missing to the target; 0 when the target must be passed and was only met.
    pub gap: f64,
    /// Since the wave before, where that can be told.
    pub change: Option<Change>,
    pub n: usize,
    /// Whether that may be chance.
    pub against: Against,
}

impl Suggestion {
    /// Chance explains neither the gap nor the fall: it asks for an action.
    pub fn acts(&self) -> bool {
        let fell = self.change.is_some_and(|it| it.verdict == Verdict::Fell);
        self.against == Against::Below || fell
    }
}

/// Dimensions and scored items below target, the widest gap first. What rests on fewer than
/// five returns is left out, because its score is not shown either.
pub fn below_target(current: &Surveyed) -> Vec<Suggestion> {
    let figures = current.figures;
    let dimensions = figures
        .dimensions
        .iter()
        .map(|dimension| Subject::Dimension(dimension.code.clone()));
    let items = figures.items.iter().filter(|item| item.scored);
    let items = items.map(|item| Subject::Item(item.lineage));
    let mut suggestions: Vec<Suggestion> = dimensions
        .chain(items)
        .filter_map(|subject| suggestion(current, subject))
        .collect();
    // What is proven goes before what may be chance.
    suggestions.sort_by(|a, b| (b.acts().cmp(&a.acts())).then(b.gap.total_cmp(&a.gap)));
    suggestions
}

fn suggestion(current: &Surveyed, subject: Subject) -> Option<Suggestion> {
    let figure = current.figure(&subject)?;
    if figure.target_met != Some(false) {
        return None;
    }
    let score = figure.score?;
    let target = current.revision.questionnaire.rules.target;
    let change = current.figures.change(&subject).copied();
    Some(Suggestion {
        score,
        target,
        gap: target - score,
        change,
        n: figure.n,
        against: Against::of(figure, &current.revision.questionnaire.rules)?,
        subject,
    })
}
