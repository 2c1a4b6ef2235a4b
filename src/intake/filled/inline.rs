//! Options that stand in one cell, each with a box: `□很满意 ☑满意 □一般`, `好（ ） 较好（√）`.

use std::borrow::Cow;

use super::tick::{BOXES, LETTER_BOXES, TICKS};

/// A piece of such a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'t> {
    Box {
        ticked: bool,
    },
    Text(&'t str),
    /// What stands between options.
    Gap,
}

/// One option as it is written, and whether its box is ticked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Boxed<'t> {
    pub label: &'t str,
    pub ticked: bool,
}

/// Around a mark that stands in brackets.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];
/// Between options.
const BETWEEN: [char; 12] = [
    ' ', '\u{3000}', '\t', '\n', '\r', '、', ',', '，', ';', '；', '/', '|',
];

/// Where the first box of a text begins, in bytes.
pub(super) fn marks_begin(text: &str) -> Option<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .find(|at| text.get(*at..).and_then(mark).is_some())
}

/// The options of a text, two at least; `None` where it holds no boxes, or where nobody can say
/// to which option a mark belongs.
pub(super) fn boxed(text: &str) -> Option<Vec<Boxed<'_>>> {
    let pieces = pieces(text);
    let boxes = pieces.iter().filter(|it| matches!(it, Piece::Box { .. }));
    let texts = pieces.iter().filter(|it| matches!(it, Piece::Text(_)));
    let pairs = match (boxes.count(), texts.count()) {
        (0, _) | (_, 0 | 1) => return None,
        (boxes, texts) if boxes < texts => touching(&pieces)?,
        _ => in_order(&pieces),
    };
    Some(pairs)
}

/// A text with the letters of Wingdings 2 as the boxes they look like.
pub(super) fn drawn(text: &str) -> Cow<'_, str> {
    let (ticked, empty) = LETTER_BOXES;
    match text.contains(empty) {
        true => Cow::Owned(text.replace(ticked, "☑")),
        false => Cow::Borrowed(text),
    }
}

/// Each option has its box: before it if the first does.
fn in_order<'t>(pieces: &[Piece<'t>]) -> Vec<Boxed<'t>> {
    let first = pieces.iter().find(|it| **it != Piece::Gap);
    if let Some(Piece::Box { .. }) = first {
        return paired(pieces.iter().copied());
    }
    let mut pairs = paired(pieces.iter().rev().copied());
    pairs.reverse();
    pairs
}

/// Each text with the box before it; options without one are not ticked.
fn paired<'t>(pieces: impl Iterator<Item = Piece<'t>>) -> Vec<Boxed<'t>> {
    let mut before = None;
    let mut pairs = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Box { ticked } => before = Some(before.unwrap_or(false) || ticked),
            Piece::Text(label) => pairs.push(Boxed {
                label,
                ticked: before.take().unwrap_or(false),
            }),
            Piece::Gap => {}
        }
    }
    pairs
}

/// Marks without boxes for the others belong to the text they touch, on one side only.
fn touching<'t>(pieces: &[Piece<'t>]) -> Option<Vec<Boxed<'t>>> {
    let at = |place: Option<usize>| place.and_then(|place| pieces.get(place));
    let is_text = |place: Option<usize>| matches!(at(place), Some(Piece::Text(_)));
    let mut ticked = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let Piece::Box { ticked: true } = piece else {
            continue;
        };
        let (before, behind) = (place.checked_sub(1), place.checked_add(1));
        match (is_text(before), is_text(behind)) {
            (true, false) => ticked.extend(before),
            (false, true) => ticked.extend(behind),
            _ => return None,
        }
    }
    let texts = pieces.iter().enumerate();
    let options = texts.filter_map(|(place, piece)| match piece {
        Piece::Text(label) => Some(Boxed {
            label,
            ticked: ticked.contains(&place),
        }),
        Piece::Box { .. } | Piece::Gap => None,
    });
    Some(options.collect())
}

/// Boxes and the texts between them, which end at what stands between options too.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, length) = match mark(rest) {
            Some((ticked, length)) => (Piece::Box { ticked }, length),
            None => {
                let ends = |at: usize| rest.get(at..).is_some_and(|behind| mark(behind).is_some());
                let mut places = rest.char_indices();
                let end = places
                    .find(|(at, c)| BETWEEN.contains(c) || ends(*at))
                    .map_or(rest.len(), |(at, _)| at);
                match rest.split_at_checked(end) {
                    Some((label, _)) if end > 0 => (Piece::Text(label), end),
                    _ => (Piece::Gap, rest.chars().next().map_or(1, char::len_utf8)),
                }
            }
        };
        pieces.push(piece);
        rest = rest.get(length..).unwrap_or_default();
    }
    pieces
}

/// The mark a text begins with, whether it is ticked, and its length in bytes.
fn mark(text: &str) -> Option<(bool, usize)> {
    let first = text.chars().next()?;
    if TICKS.contains(&first) {
        return Some((true, first.len_utf8()));
    }
    if BOXES.contains(&first) {
        return Some((false, first.len_utf8()));
    }
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| *opening == first)?;
    let inside = text.get(first.len_utf8()..)?;
    let (inner, _) = inside.split_once(*closing)?;
    let length = first.len_utf8() + inner.len() + closing.len_utf8();
    let inner = inner.trim();
    let mut marks = inner.chars();
    match (marks.next(), marks.next()) {
        (None, _) => Some((false, length)),
        (Some(mark), None) if TICKS.contains(&mark) => Some((true, length)),
        (Some(mark), None) if BOXES.contains(&mark) => Some((false, length)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticked(text: &str) -> Vec<(&str, bool)> {
        let all = boxed(text).unwrap_or_default();
        all.iter().map(|it| (it.label, it.ticked)).collect()
    }

    #[test]
    fn a_box_belongs_to_the_text_beside_it() {
        for text in [
            "□很满意 ☑满意 □一般",
            "□很满意☑满意□一般",
            "很满意□ 满意☑ 一般□",
            "很满意（ ） 满意（√） 一般（　）",
            "( )很满意、(√)满意、( )一般",
            "很满意 √满意 一般",
            "☐很满意\n☒满意\n☐一般",
            "[ ] 很满意 [√] 满意 [ ] 一般",
            "□ 很满意 ☑ 满意 □ 一般",
            "很满意 □ 满意 ☑ 一般 □",
        ] {
            let expected = [("很满意", false), ("满意", true), ("一般", false)];
            assert_eq!(ticked(text), expected, "{text}");
        }
        assert_eq!(
            ticked("好√ 较好 差"),
            [("好", true), ("较好", false), ("差", false)]
        );
        let letters = drawn("£很满意 R满意 £一般");
        assert_eq!(ticked(&letters)[1], ("满意", true));
        assert_eq!(drawn("R&D"), "R&D");
        assert_eq!(ticked("□是 □否"), [("是", false), ("否", false)]);
    }

    #[test]
    fn text_without_boxes_is_none() {
        for text in [
            "很满意 满意",
            "交期（含物流）",
            "√",
            "",
            "（见附件）",
            "很满意√满意 一般",
        ] {
            assert_eq!(boxed(text), None, "{text}");
        }
        assert_eq!(
            marks_begin("1、产品质量：□好 □差"),
            Some("1、产品质量：".len())
        );
        assert_eq!(marks_begin("产品质量（20分）"), None);
    }
}
