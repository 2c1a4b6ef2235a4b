//! Marks with which people choose: ticks and boxes.

pub(super) use crate::intake::signs::{BOXES, CROSSES, TICKS};

/// What a mark says of the option it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A box that is there to be ticked.
    Empty,
    Tick,
    /// A tick to some, its opposite to others.
    Cross,
    /// A no, a dash: another option is meant.
    Denied,
    /// Anything else: nobody can know.
    Unclear,
}

/// A box of which nobody can say to which text it belongs, or whether it is ticked.
pub(super) const UNCLEAR: char = '▣';
/// What a no is drawn as; no text holds it.
pub(super) const DENIED: char = '\u{F8FE}';
/// A ticked and an empty box in the font Wingdings 2: the one is only one beside the other.
pub(super) const LETTER_BOXES: (char, char) = ('R', '£');
/// Around a mark that stands in brackets.
pub(super) const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];

/// What a character says that is a mark by itself.
pub(super) fn drawn_mark(c: char) -> Option<Mark> {
    Some(match c {
        DENIED => Mark::Denied,
        UNCLEAR => Mark::Unclear,
        c if TICKS.contains(&c) => Mark::Tick,
        c if BOXES.contains(&c) => Mark::Empty,
        c if CROSSES.contains(&c) => Mark::Cross,
        _ => return None,
    })
}

/// The mark a text begins with, what it says, and its length in bytes.
pub(super) fn mark(text: &str) -> Option<(Mark, usize)> {
    let first = text.chars().next()?;
    if let Some(mark) = drawn_mark(first) {
        return Some((mark, first.len_utf8()));
    }
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| *opening == first)?;
    let inside = text.get(first.len_utf8()..)?;
    let (inner, _) = inside.split_once(*closing)?;
    let length = first.len_utf8() + inner.len() + closing.len_utf8();
    let mut marks = inner.trim().chars();
    match (marks.next(), marks.next()) {
        (None, _) => Some((Mark::Empty, length)),
        (Some('x' | 'X'), None) => Some((Mark::Cross, length)),
        (Some(mark), None) => drawn_mark(mark).map(|mark| (mark, length)),
        _ => None,
    }
}

/// A text without the boxes before and behind it.
pub(super) fn unboxed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || drawn_mark(c).is_some())
}

/// The marks of one line as they are meant together: beside a tick, a cross and a no say that an
/// option is not meant. Alone a cross is a tick where people tick with nothing else.
pub(super) fn together(marks: &mut [Mark], crosses_tick: bool) {
    let ticked = marks.contains(&Mark::Tick);
    let crossed = marks.contains(&Mark::Cross) && crosses_tick;
    for mark in marks {
        *mark = match *mark {
            Mark::Cross if crossed && !ticked => Mark::Tick,
            Mark::Cross | Mark::Denied if ticked || crossed => Mark::Empty,
            Mark::Cross | Mark::Denied => Mark::Unclear,
            other => other,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::Mark::{Cross, Denied, Empty, Tick, Unclear};
    use super::*;

    #[test]
    fn crosses_are_read_by_what_stands_beside_them() {
        let said = |marks: &[Mark], crosses_tick| {
            let mut marks = marks.to_vec();
            together(&mut marks, crosses_tick);
            marks
        };
        for crosses_tick in [false, true] {
            let ticked = said(&[Cross, Tick, Denied, Empty], crosses_tick);
            assert_eq!(ticked, [Empty, Tick, Empty, Empty]);
            let denied = said(&[Denied, Denied, Empty], crosses_tick);
            assert_eq!(denied, [Unclear, Unclear, Empty]);
        }
        assert_eq!(said(&[Empty, Cross, Denied], true), [Empty, Tick, Empty]);
        let lost = [Empty, Unclear, Unclear];
        assert_eq!(said(&[Empty, Cross, Denied], false), lost);
    }
}
