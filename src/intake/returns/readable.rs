//! Columns of which nothing can be read: what was taken for an item is something else, or written
//! in words nobody said.

use super::fault;
use crate::intake::error::{IntakeError, MappingFault, Unreadable};
use crate::intake::interpret::Interpreter;
use crate::intake::platform::PLAIN;
use crate::intake::returns::Imported;
use crate::intake::sheet::Sheet;
use crate::model::{
    Answer, AnswerColumn, Issue, IssueKind, Item, ItemKind, Mapping, Questionnaire, Reading,
};

/// Cells of which none can be read before somebody is asked: fewer are settled one by one.
const SEVERAL: usize = 3;

/// Cells of which one in four has to be readable.
const MUCH: usize = 12;

/// How many of the answers to an item are there, and how many can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Held {
    filled: usize,
    read: usize,
}

impl Held {
    fn of(column: &AnswerColumn) -> Self {
        let mut held = Self::default();
        for row in 0..column.len() {
            let answer = column.get(row);
            held.filled += usize::from(!answer.is_empty());
            held.read += usize::from(!answer.is_empty() && answer != Answer::Unreadable);
        }
        held
    }

    fn with(self, other: Self) -> Self {
        Self {
            filled: self.filled + other.filled,
            read: self.read + other.read,
        }
    }

    /// Nothing of it can be read, or of much so little that what can be is chance: the fifths of
    /// a score come to whole numbers too.
    fn is_nothing(self) -> bool {
        let none = self.filled >= SEVERAL && self.read == 0;
        none || (self.filled >= MUCH && self.read * 4 < self.filled)
    }
}

/// Refuses what was read if the columns of all scored items together hold several cells and none
/// or hardly any that can be read: it would count as returns that say nothing. One column of words
/// nobody knows, beside others that can be read, waits to be settled as one.
///
/// # Errors
/// [`MappingFault::NoneReadable`] with the column, what stands there and what would fit.
pub fn refuse_unreadable(
    sheet: &Sheet,
    mapping: &Mapping,
    asked: &Questionnaire,
    imported: &Imported,
) -> Result<(), IntakeError> {
    let told = asked.items.iter().zip(&imported.columns);
    let held: Vec<(&Item, Held)> = told
        .filter(|(item, _)| item.kind != ItemKind::Text)
        .map(|(item, column)| (item, Held::of(column)))
        .collect();
    let scored = held.iter().filter(|(item, _)| item.scored);
    let all = scored.fold(Held::default(), |all, (_, held)| all.with(*held));
    let mut unread = held.iter().filter(|(item, _)| item.scored);
    let first = unread.find(|(_, held)| held.read < held.filled);
    let Some((item, held)) = first.filter(|_| all.is_nothing()) else {
        return Ok(());
    };
    let of_item =
        |it: &&Issue| it.kind == IssueKind::UnreadableCell && it.item == Some(item.lineage);
    let Some(issue) = imported.issues.iter().find(of_item) else {
        return Ok(());
    };
    let column = mapping.columns.iter();
    let column = column
        .clone()
        .find(|it| it.target.item() == Some(item.lineage));
    // scores are read too, once they are asked for
    let expected = match item.kind.has_scale() {
        true => Interpreter::new(item, Reading::Scores, &PLAIN).expected(),
        false => issue.expected.clone(),
    };
    Err(fault(
        sheet,
        MappingFault::NoneReadable(Box::new(Unreadable {
            cell: column.map(|it| it.cell.clone()).unwrap_or_default(),
            title: column.map(|it| it.title.clone()).unwrap_or_default(),
            cells: held.filled,
            example: issue.found.clone(),
            expected,
        })),
    ))
}
