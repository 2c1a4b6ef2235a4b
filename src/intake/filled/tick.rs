//! Marks with which people choose: ticks and boxes.

use crate::intake::cell::Cell;
use crate::intake::normal::folded;

/// Chosen.
/// The last one is a ticked box in the font Wingdings.
pub(super) const TICKS: [char; 12] = ['√', '✓', '✔', '☑', '■', '●', '◉', '✅', '🗹', '⊙', '☒', 'þ'];
/// There to be chosen. The last two are boxes in the fonts Wingdings 2 and Wingdings.
pub(super) const BOXES: [char; 10] = ['□', '☐', '○', '◯', '〇', '▢', '❏', '❑', '£', '¨'];
/// A ticked and an empty box in the font Wingdings 2: the one is only one beside the other.
pub(super) const LETTER_BOXES: (char, char) = ('R', '£');
/// Letters people write for a tick.
const LETTERS: [&str; 4] = ["v", "y", "yes", "是"];

/// What the cell of one option says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tick {
    No,
    Yes,
    /// A cross, a word, another number: nobody can know.
    Unclear,
}

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
            None => Tick::Unclear,
        },
        Cell::Number(_) if is_own(cell) => Tick::Yes,
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => Tick::Unclear,
    }
}

/// A text that is nothing but a mark, brackets around it left out.
fn of_text(text: &str) -> Option<Tick> {
    let text = folded(text);
    let bare = text.trim_matches(['(', ')', '[', ']', '【', '】']);
    if bare.is_empty() || bare.chars().all(|c| BOXES.contains(&c)) {
        return Some(Tick::No);
    }
    let ticked = bare.chars().all(|c| TICKS.contains(&c)) || LETTERS.contains(&bare);
    ticked.then_some(Tick::Yes)
}
