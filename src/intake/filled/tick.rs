//! What the cell of one option says.

use super::mark::{BOXES, LETTER_BOXES, TICKS, mark};
use crate::intake::cell::Cell;
use crate::intake::look::Tick;
use crate::intake::normal::folded;

/// Letters people write for a tick.
const LETTERS: [&str; 4] = ["v", "y", "yes", "是"];

/// Reads the cell of an option; `is_own` says whether a text or number is the option's.
pub(super) fn tick(cell: &Cell, is_own: impl Fn(&Cell) -> bool) -> Tick {
    match cell {
        Cell::Empty | Cell::Bool(false) => Tick::No,
        Cell::Bool(true) => Tick::Yes,
        Cell::Number(number) if *number == 0.0 => Tick::No,
        Cell::Number(number) if *number == 1.0 => Tick::Yes,
        Cell::Text(text) => match of_text(text) {
            Some(tick) => tick,
            None if is_own(cell) => Tick::Yes,
            None => beside(text, is_own),
        },
        Cell::Number(_) if is_own(cell) => Tick::Yes,
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => Tick::Unclear,
    }
}

/// What a letter says that is a box in the font Wingdings 2, beside an empty one.
pub(super) fn lettered(cell: &Cell) -> Option<Tick> {
    let (ticked, empty) = LETTER_BOXES;
    let Cell::Text(text) = cell else { return None };
    let mut letters = text.trim().chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter == ticked => Some(Tick::Yes),
        (Some(letter), None) if letter == empty => Some(Tick::No),
        _ => None,
    }
}

/// A circle alone on its line is a tick that was drawn, one in every cell is there to be chosen;
/// where some cells hold one nobody can know.
pub(super) fn circled<P>(ticks: &mut [(P, &Cell, Tick)]) {
    let circle = |cell: &Cell| match cell {
        Cell::Text(text) => matches!(folded(text).as_str(), "○" | "◯" | "〇"),
        _ => false,
    };
    let count = ticks.iter().filter(|(_, cell, _)| circle(cell)).count();
    let empty = ticks.iter().filter(|(_, cell, _)| cell.is_empty()).count();
    if ticks.iter().any(|(.., tick)| *tick != Tick::No) || count == ticks.len() {
        return;
    }
    let says = match count == 1 && empty + 1 == ticks.len() {
        true => Tick::Yes,
        false => Tick::Unclear,
    };
    let circles = ticks.iter_mut().filter(|(_, cell, _)| circle(cell));
    circles.for_each(|(.., tick)| *tick = says);
}

/// A box before or behind the option's own text.
fn beside(text: &str, is_own: impl Fn(&Cell) -> bool) -> Tick {
    let text = text.trim();
    let before = mark(text).map(|(tick, length)| (tick, text.get(length..)));
    let behind = text.char_indices().rev().find_map(|(at, _)| {
        let (tick, length) = mark(text.get(at..)?)?;
        (at + length == text.len()).then_some((tick, text.get(..at)))
    });
    let mut ways = before.into_iter().chain(behind);
    let own = ways.find(|(_, rest)| {
        let rest = rest.unwrap_or_default().trim();
        is_own(&Cell::Text(rest.into()))
    });
    own.map_or(Tick::Unclear, |(tick, _)| tick)
}

/// A text that is nothing but a mark, brackets around it left out.
fn of_text(text: &str) -> Option<Tick> {
    let text = folded(text);
    let bare = text.trim_matches(['(', ')', '[', ']', '【', '】']);
    if bare.is_empty() || bare.chars().all(|c| BOXES.contains(&c)) {
        return Some(Tick::No);
    }
    // As a number would.
    if bare == "0" {
        return Some(Tick::No);
    }
    let ticked = bare == "1" || bare.chars().all(|c| TICKS.contains(&c)) || LETTERS.contains(&bare);
    ticked.then_some(Tick::Yes)
}
