//! Marks with which people choose: ticks and boxes.

use crate::intake::look::Tick;

/// Chosen.
/// The last one is a ticked box in the font Wingdings.
pub(super) const TICKS: [char; 12] = ['√', '✓', '✔', '☑', '■', '●', '◉', '✅', '🗹', '⊙', '☒', 'þ'];
/// There to be chosen. The last two are boxes in the fonts Wingdings 2 and Wingdings.
pub(super) const BOXES: [char; 10] = ['□', '☐', '○', '◯', '〇', '▢', '❏', '❑', '£', '¨'];
/// Crosses, and boxes that are neither empty nor ticked: nobody can know.
pub(super) const CROSSES: [char; 6] = ['×', '✗', '✘', '✕', '╳', '▣'];
/// A ticked and an empty box in the font Wingdings 2: the one is only one beside the other.
pub(super) const LETTER_BOXES: (char, char) = ('R', '£');
/// Around a mark that stands in brackets.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];
/// A mark in brackets that is a tick to some and a cross to others.
const LETTERS: [char; 2] = ['x', 'X'];
/// The mark a text begins with, what it says, and its length in bytes.
pub(super) fn mark(text: &str) -> Option<(Tick, usize)> {
    let first = text.chars().next()?;
    let drawn = |c: char| match () {
        () if TICKS.contains(&c) => Some(Tick::Yes),
        () if BOXES.contains(&c) => Some(Tick::No),
        () => CROSSES.contains(&c).then_some(Tick::Unclear),
    };
    if let Some(tick) = drawn(first) {
        return Some((tick, first.len_utf8()));
    }
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| *opening == first)?;
    let inside = text.get(first.len_utf8()..)?;
    let (inner, _) = inside.split_once(*closing)?;
    let length = first.len_utf8() + inner.len() + closing.len_utf8();
    let inner = inner.trim();
    let mut marks = inner.chars();
    match (marks.next(), marks.next()) {
        (None, _) => Some((Tick::No, length)),
        (Some(mark), None) if LETTERS.contains(&mark) => Some((Tick::Unclear, length)),
        (Some(mark), None) => drawn(mark).map(|tick| (tick, length)),
        _ => None,
    }
}
