//! What a corrective action should be raised for: what lies below its target.

use super::Against;
use super::change::{Surveyed, said_change};
use crate::model::{Revision, Subject};

/// A number that asks for an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub subject: Subject,
    /// 0–100
    pub score: f64,
    pub target: f64,
    /// Points missing to the target; 0 when the target must be passed and was only met.
    pub gap: f64,
    /// Against the wave before, where that may be said.
    pub change: Option<f64>,
    pub n: usize,
    /// Whether that may be chance.
    pub against: Against,
}

/// Dimensions and scored items below target, the widest gap first. What rests on fewer than
/// five returns is left out, because its score is not shown either.
pub fn below_target(
    current: &Surveyed,
    previous: Option<&Surveyed>,
    revisions: &[Revision],
) -> Vec<Suggestion> {
    let figures = current.figures;
    let dimensions = figures
        .dimensions
        .iter()
        .map(|dimension| Subject::Dimension(dimension.code.clone()));
    let items = figures.items.iter().filter(|item| item.scored);
    let items = items.map(|item| Subject::Item(item.lineage));
    let mut suggestions: Vec<Suggestion> = dimensions
        .chain(items)
        .filter_map(|subject| suggestion(current, previous, revisions, subject))
        .collect();
    suggestions.sort_by(|a, b| b.gap.total_cmp(&a.gap));
    suggestions
}

fn suggestion(
    current: &Surveyed,
    previous: Option<&Surveyed>,
    revisions: &[Revision],
    subject: Subject,
) -> Option<Suggestion> {
    let figure = current.figure(&subject)?;
    if figure.target_met != Some(false) {
        return None;
    }
    let score = figure.score?;
    let target = current.revision.questionnaire.rules.target;
    let moved = previous.and_then(|it| said_change(it, current, revisions, &subject));
    Some(Suggestion {
        score,
        target,
        gap: target - score,
        change: moved,
        n: figure.n,
        against: Against::of(figure, &current.revision.questionnaire.rules)?,
        subject,
    })
}
