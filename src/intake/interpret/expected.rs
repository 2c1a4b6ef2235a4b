//! What could have been read where nothing was.

use super::Interpreter;
use crate::intake::cell::Cell;
use crate::model::{Expected, ItemKind, Reading};

impl Interpreter<'_> {
    /// What would have been read of one cell.
    pub fn expected_of(&self, cell: &Cell) -> Option<Expected> {
        let days = self.days?;
        let day = days.read(cell)?;
        Some(Expected::DateEither(day, days.other(cell)?))
    }

    /// What would have been read.
    pub fn expected(&self) -> Expected {
        let (low, high) = self.range();
        match (self.item.kind, &self.item.scale) {
            (ItemKind::Nps | ItemKind::Number, _) => Expected::Number { low, high },
            (ItemKind::Date, _) => Expected::Date,
            (_, None) => Expected::Answer,
            (_, Some(scale)) => {
                let mut words: Vec<String> = scale
                    .options
                    .iter()
                    .map(|option| option.label.clone())
                    .collect();
                match self.reading {
                    Reading::Scores => words.extend(scale.scores().map(|score| score.to_string())),
                    Reading::OptionNumbers => {
                        words.extend((1..=scale.options.len()).map(|number| number.to_string()));
                    }
                    _ => {}
                }
                Expected::OneOf(words)
            }
        }
    }
}
