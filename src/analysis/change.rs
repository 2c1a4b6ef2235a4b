//! What moved from one wave to the next.

use super::measure::{RuleField, rules_changed};
use super::wording::{Wording, wording};
use super::{Figure, WaveFigures};
use crate::model::{Revision, Subject, Wave};

/// A wave with the revision it asked and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Surveyed<'a> {
    pub wave: &'a Wave,
    pub revision: &'a Revision,
    pub figures: &'a WaveFigures,
}

impl<'a> Surveyed<'a> {
    /// The figure of a subject; `None` when the wave did not ask for it. That of the
    /// satisfaction rate is the index.
    pub fn figure(&self, subject: &Subject) -> Option<&'a Figure> {
        match subject {
            Subject::Index | Subject::Satisfied => Some(&self.figures.index),
            Subject::Dimension(code) => self
                .figures
                .dimension(code)
                .map(|dimension| &dimension.figure),
            Subject::Item(lineage) => self.figures.item(*lineage).map(|item| &item.figure),
        }
    }
}

/// How a subject moved between two waves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Move {
    /// Points of score, current minus previous, a plain difference. `None` when either is
    /// absent or the wording forbids comparing.
    pub score: Option<f64>,
    /// Satisfaction rate, current minus previous, −1 to 1.
    pub satisfied: Option<f64>,
    pub wording: Wording,
    pub rules: Vec<RuleField>,
}

/// The change of a subject; `None` when one of the waves did not ask for it. `revisions` are
/// all of the survey.
pub fn change(
    previous: &Surveyed,
    current: &Surveyed,
    revisions: &[Revision],
    subject: &Subject,
) -> Option<Move> {
    let (before, after) = (previous.figure(subject)?, current.figure(subject)?);
    let wording = wording(revisions, previous.revision, current.revision, subject);
    let difference = |before: Option<f64>, after: Option<f64>| {
        let both = before.zip(after).filter(|_| !wording.breaks());
        both.map(|(before, after)| after - before)
    };
    Some(Move {
        score: difference(before.score, after.score),
        satisfied: difference(before.satisfied, after.satisfied),
        rules: rules_changed(
            &previous.revision.questionnaire.rules,
            &current.revision.questionnaire.rules,
        ),
        wording,
    })
}
