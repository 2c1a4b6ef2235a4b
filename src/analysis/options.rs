//! How often each option of an item was chosen, and who would recommend the firm.

use super::tally::Tally;
use super::{Nps, OptionCount, nps};
use crate::model::{Item, ItemKind};

impl Tally {
    /// Every option of the item in its order with how often it was chosen; 0 to 10 for NPS.
    pub fn counts(&self, item: &Item) -> Vec<OptionCount> {
        if item.kind == ItemKind::Nps {
            let answers = self.options.iter().enumerate();
            return answers
                .map(|(answer, n)| OptionCount {
                    label: answer.to_string(),
                    score: Some(answer as f64),
                    n: Some(*n),
                    satisfied: false,
                })
                .collect();
        }
        let options = item.scale.iter().flat_map(|scale| &scale.options);
        options
            .zip(&self.options)
            .map(|(option, n)| OptionCount {
                label: option.label.clone(),
                score: option.score,
                n: Some(*n),
                satisfied: option.satisfied,
            })
            .collect()
    }

    /// Who would recommend the firm.
    pub fn recommend(&self, item: &Item) -> Option<Nps> {
        if item.kind != ItemKind::Nps {
            return None;
        }
        let count = |matches: fn(f64) -> bool| {
            let answers = self.scores.iter();
            answers.filter(|group| matches(group.value)).count()
        };
        nps(count(|x| x >= 9.0), count(|x| x <= 6.0), self.answered)
    }
}
