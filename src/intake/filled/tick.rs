//! What the cell of one option says.

use super::letters::{CROSSED, REFUSED, TICKED, drawn};
use super::mark::{BOXES, CROSSES, LETTER_BOXES, Mark, TICKS, mark};
use crate::intake::cell::Cell;
use crate::intake::normal::folded;

/// Reads the cell of an option; `is_own` says whether a text or number is the option's.
pub(super) fn tick(cell: &Cell, is_own: impl Fn(&Cell) -> bool) -> Mark {
    match cell {
        Cell::Empty | Cell::Bool(false) => Mark::Empty,
        Cell::Bool(true) => Mark::Tick,
        Cell::Number(number) if *number == 0.0 => Mark::Empty,
        Cell::Number(number) if *number == 1.0 => Mark::Tick,
        Cell::Text(text) => match of_text(text) {
            Some(mark @ (Mark::Empty | Mark::Tick)) => mark,
            _ if is_own(cell) => Mark::Tick,
            Some(mark) => mark,
            None => beside(text, is_own),
        },
        Cell::Number(_) if is_own(cell) => Mark::Tick,
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => Mark::Unclear,
    }
}

/// What a cell says that holds a mark and nothing else.
pub(super) fn alone(cell: &Cell) -> Option<Mark> {
    let mark = tick(cell, |_| false);
    let stands = !cell.is_empty() && mark != Mark::Unclear;
    stands.then_some(mark)
}

/// Whether a mark stands alone in a cell that somebody drew or typed to choose: a number or a word
/// may be there for another reason.
pub(super) fn is_drawn(cell: &Cell) -> bool {
    match cell {
        Cell::Bool(ticked) => *ticked,
        Cell::Text(text) => {
            let text = folded(text);
            let mut all = bare(&text).chars();
            let letters = |c: char| matches!(c, 'v' | 'x') || TICKS.contains(&c);
            all.next()
                .is_some_and(|c| letters(c) || CROSSES.contains(&c))
                && all.next().is_none()
        }
        _ => false,
    }
}

/// What a letter says that is a box in the font Wingdings 2, beside an empty one.
pub(super) fn lettered(cell: &Cell) -> Option<Mark> {
    let (ticked, empty) = LETTER_BOXES;
    let Cell::Text(text) = cell else { return None };
    let mut letters = text.trim().chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter == ticked => Some(Mark::Tick),
        (Some(letter), None) if letter == empty => Some(Mark::Empty),
        _ => None,
    }
}

/// A circle alone on its line is a tick that was drawn, one in every cell is there to be chosen;
/// where some cells hold one nobody can know.
pub(super) fn circled(marks: &mut [(&Cell, Mark)]) {
    let circle = |cell: &Cell| match cell {
        Cell::Text(text) => matches!(folded(text).as_str(), "○" | "◯" | "〇"),
        _ => false,
    };
    let count = marks.iter().filter(|(cell, _)| circle(cell)).count();
    let empty = marks.iter().filter(|(cell, _)| cell.is_empty()).count();
    if marks.iter().any(|(_, mark)| *mark != Mark::Empty) || count == marks.len() {
        return;
    }
    let says = match count == 1 && empty + 1 == marks.len() {
        true => Mark::Tick,
        false => Mark::Unclear,
    };
    let circles = marks.iter_mut().filter(|(cell, _)| circle(cell));
    circles.for_each(|(_, mark)| *mark = says);
}

/// A box before or behind the option's own text.
fn beside(text: &str, is_own: impl Fn(&Cell) -> bool) -> Mark {
    let text = drawn(text);
    let text = text.trim();
    let before = mark(text).map(|(mark, length)| (mark, text.get(length..)));
    let behind = text.char_indices().rev().find_map(|(at, _)| {
        let (mark, length) = mark(text.get(at..)?)?;
        (at + length == text.len()).then_some((mark, text.get(..at)))
    });
    let mut ways = before.into_iter().chain(behind);
    let own = ways.find(|(_, rest)| {
        let rest = rest.unwrap_or_default().trim();
        is_own(&Cell::Text(rest.into()))
    });
    own.map_or(Mark::Unclear, |(mark, _)| mark)
}

/// A text that is nothing but a mark, brackets around it left out.
fn of_text(text: &str) -> Option<Mark> {
    let text = folded(text);
    let bare = bare(&text);
    let all = |marks: &[char]| bare.chars().all(|c| marks.contains(&c));
    Some(match bare {
        "" => Mark::Empty,
        // As a number would.
        "0" => Mark::Empty,
        "1" => Mark::Tick,
        it if TICKED.contains(&it) => Mark::Tick,
        it if CROSSED.contains(&it) => Mark::Cross,
        it if REFUSED.contains(&it) => Mark::Denied,
        _ if all(&BOXES) => Mark::Empty,
        _ if all(&TICKS) => Mark::Tick,
        _ if all(&CROSSES) => Mark::Cross,
        _ => return None,
    })
}

fn bare(text: &str) -> &str {
    text.trim_matches(['(', ')', '[', ']', '【', '】'])
}
