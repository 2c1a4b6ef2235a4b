//! The marked option that is bold or filled, where none is ticked.

use crate::intake::filled::answer::{Answers, Beside};
use crate::intake::filled::emphasis::Spot;
use crate::intake::filled::question::Question;
use crate::intake::filled::under::Choice;
use crate::intake::look::At;
use crate::model::PlainLook;

impl Answers<'_> {
    /// The option that looks unlike the others.
    pub(super) fn unlike_others(&self, question: &Question, choices: &[Choice]) -> Option<Beside> {
        self.meant(question, &self.spots_of(choices))
    }

    /// The options that look otherwise than on the blank, unless all do; `blank` says how a cell
    /// looks there.
    pub(super) fn unlike_blank(
        &self,
        question: &Question,
        choices: &[Choice],
        blank: impl Fn(At) -> Option<PlainLook>,
    ) -> Option<Beside> {
        let spots = self.spots_of(choices);
        let meant = spots.iter().enumerate().filter(|(_, spot)| {
            let Some(look) = self.look(spot.at) else {
                return false;
            };
            let before = blank(spot.at);
            let bold = look.bold && spot.written && !before.is_some_and(|it| it.bold);
            let filled = look.fill.is_some() && look.fill != before.and_then(|it| it.fill);
            bold || filled
        });
        let meant: Vec<usize> = meant.map(|(at, _)| at).collect();
        let all = meant.len() == spots.len();
        if all {
            return None;
        }
        self.said_by(question, &spots, &meant)
    }

    fn spots_of(&self, choices: &[Choice]) -> Vec<Spot> {
        let spot = |choice: &Choice| Spot {
            at: choice.at,
            label: choice.label.clone(),
            written: !self.grid.cell(choice.at.0, choice.at.1).is_empty(),
            head: None,
        };
        choices.iter().map(spot).collect()
    }
}
