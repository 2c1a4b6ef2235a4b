//! What the boxes of an item come to: ticks, and what other programs and people put for them.

use crate::intake::cell::{Cell, cell_name};
use crate::intake::tick::{Mark, mark};
use crate::model::{Answer, Expected, Item};

/// An answer with where it stands.
pub(super) struct Answered {
    pub answer: Answer,
    pub cell: String,
    pub found: String,
    pub expected: Expected,
}

/// Where a tick for an option goes, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct TickBox {
    pub option: u8,
    pub row: u32,
    pub column: u32,
}

/// What a cross or an empty circle in a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// Nothing else stands in any box of the form.
    Ticks,
    /// Beside a tick for the same item it denies its option; alone nobody can tell.
    Unclear,
}

pub(super) fn is_sign(cell: &Cell) -> bool {
    matches!(mark(cell), Some(Mark::Cross | Mark::Circle))
}

/// What a box offers, and other programs write for it: a tick whatever options are called.
pub(super) fn is_tick(cell: &Cell) -> bool {
    const TICKS: [&str; 5] = ["√", "✓", "✔", "☑", "✅"];
    match cell {
        Cell::Text(text) => TICKS.contains(&text.as_ref()),
        cell => *cell == Cell::Bool(true),
    }
}

/// What the boxes of an item come to.
pub(super) fn ticked(
    item: &Item,
    says: &[(&TickBox, &Cell, Answer)],
    expected: Expected,
) -> Answered {
    let at = |one: &TickBox| cell_name(one.row, one.column);
    let label = |one: &TickBox| {
        let option = item.scale.as_ref()?.options.get(usize::from(one.option))?;
        Some(option.label.clone())
    };
    let unreadable = says.iter().find(|(.., says)| *says == Answer::Unreadable);
    if let Some((one, cell, _)) = unreadable {
        return Answered {
            answer: Answer::Unreadable,
            cell: at(one),
            found: cell.found(),
            expected: expected_of(cell, expected),
        };
    }
    let ticks = says
        .iter()
        .filter(|(.., says)| matches!(says, Answer::Options(_)));
    let ticks: Vec<&TickBox> = ticks.map(|(one, ..)| *one).collect();
    let place = ticks
        .first()
        .copied()
        .or(says.first().map(|(one, ..)| *one));
    let inapplicable = says.iter().any(|(.., says)| *says == Answer::NotApplicable);
    let sign = says.iter().find(|(_, cell, _)| is_sign(cell));
    if let Some((one, cell, _)) = sign.filter(|_| ticks.is_empty()) {
        return Answered {
            answer: Answer::Unreadable,
            cell: at(one),
            found: cell.found(),
            expected,
        };
    }
    let answer = match (ticks.as_slice(), item.kind.takes_one_option()) {
        ([], _) if inapplicable => Answer::NotApplicable,
        ([], _) => Answer::Blank,
        (several, _) if inapplicable && !several.is_empty() => Answer::Unreadable,
        ([one], true) => Answer::Option(one.option),
        (_, true) => Answer::Unreadable,
        (several, false) => Answer::Options(several.iter().map(|it| it.option).collect()),
    };
    let labels: Vec<String> = ticks.iter().filter_map(|one| label(one)).collect();
    let cells: Vec<String> = ticks.iter().map(|one| at(one)).collect();
    Answered {
        cell: match answer {
            Answer::Unreadable => cells.last().cloned().unwrap_or_default(),
            _ => place.map(at).unwrap_or_default(),
        },
        answer,
        found: labels.join(" + "),
        expected,
    }
}

pub(super) fn expected_of(cell: &Cell, expected: Expected) -> Expected {
    match cell {
        Cell::Formula(_) => Expected::Calculated,
        _ => expected,
    }
}
