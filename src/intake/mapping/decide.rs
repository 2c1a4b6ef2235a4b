//! How the values of a column are read, decided from all of them at once.
//!
//! On many forms 1 is the worst score and on many exports 1 is the first, best option. Read
//! the wrong way round every result is inverted, so numbers are only read where both ways
//! give the same or only one of them can be meant.

use super::Reading;
use crate::intake::cell::Cell;
use crate::intake::interpret::Interpreter;
use crate::intake::normal::number;
use crate::intake::platform::Platform;
use crate::intake::sheet::SheetColumn;
use crate::model::{Answer, Item, ItemKind};

/// Reading of an item's column. `asked` settles columns of numbers; a column of labels is
/// always read as labels, unless scores or numbers are asked for, which read labels too.
pub(super) fn reading(
    column: &SheetColumn,
    item: &Item,
    asked: Option<Reading>,
    platform: Platform,
) -> Reading {
    match item.kind {
        ItemKind::Nps | ItemKind::Number => return Reading::Number,
        ItemKind::Text => return Reading::Text,
        ItemKind::Date => return Reading::Date,
        _ => {}
    }
    let try_as = |reading| Interpreter::new(item, reading, platform);
    let labels = try_as(Reading::Labels);
    let answers: Vec<_> = column
        .values()
        .map(|(cell, _)| cell)
        .filter(|cell| labels.marked(cell).is_none())
        .collect();
    let numbers: Vec<_> = answers
        .iter()
        .copied()
        .filter(|cell| number(cell).is_some() || (item.kind == ItemKind::Multi && is_list(cell)))
        .collect();
    if numbers.is_empty() {
        return Reading::Labels;
    }
    if let Some(asked) = asked {
        return asked;
    }
    let a_label = answers
        .iter()
        .any(|cell| number(cell).is_none() && labels.read(cell) != Answer::Unreadable);
    if a_label && item.kind != ItemKind::Multi {
        return Reading::Labels;
    }
    let read_as = |reading| -> Vec<Answer> {
        let interpreter = try_as(reading);
        numbers.iter().map(|cell| interpreter.read(cell)).collect()
    };
    choose(&[
        (Reading::Scores, read_as(Reading::Scores)),
        (Reading::Labels, read_as(Reading::Labels)),
        (Reading::OptionNumbers, read_as(Reading::OptionNumbers)),
    ])
}

/// Several numbers as the ticks of one answer.
fn is_list(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text)
        if text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic))
}

/// The first reading that reads everything, if no other one that does reads it differently;
/// else the one that reads whatever any of them reads, and more.
fn choose(ways: &[(Reading, Vec<Answer>); 3]) -> Reading {
    let whole: Vec<_> = ways
        .iter()
        .filter(|(_, answers)| !answers.contains(&Answer::Unreadable))
        .collect();
    if let Some((reading, answers)) = whole.first() {
        let agreed = whole.iter().all(|(_, others)| others == answers);
        return if agreed { *reading } else { Reading::Undecided };
    }
    let read = |answers: &[Answer]| answers.iter().filter(|a| **a != Answer::Unreadable).count();
    let holds = |all: &[Answer], some: &[Answer]| {
        let mut pairs = all.iter().zip(some);
        pairs.all(|(all, some)| *some == Answer::Unreadable || *all != Answer::Unreadable)
    };
    let best = ways.iter().find(|(_, answers)| {
        ways.iter().all(|(_, others)| {
            others == answers
                || read(others) == 0
                || (holds(answers, others) && read(others) < read(answers))
        })
    });
    match best {
        Some((reading, _)) => *reading,
        None => Reading::Undecided,
    }
}
