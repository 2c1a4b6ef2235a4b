//! Options that stand in one cell, each with a box: `□很满意 ☑满意 □一般`, `好（ ） 较好（√）`.

use super::tick::{BOXES, TICKS};

/// A piece of such a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'t> {
    Box { ticked: bool },
    Text(&'t str),
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

/// The options of a text, two at least; `None` where it holds no boxes.
pub(super) fn boxed(text: &str) -> Option<Vec<Boxed<'_>>> {
    let pieces = pieces(text);
    let boxes = pieces.iter().filter(|it| matches!(it, Piece::Box { .. }));
    if boxes.count() == 0 {
        return None;
    }
    let pairs = match pieces.first() {
        Some(Piece::Box { .. }) => paired(pieces.iter().copied()),
        _ => {
            let mut pairs = paired(pieces.iter().rev().copied());
            pairs.reverse();
            pairs
        }
    };
    (pairs.len() > 1).then_some(pairs)
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
        }
    }
    pairs
}

/// Boxes and the texts between them, which end at what stands between options too.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, length) = match mark(rest) {
            Some((ticked, length)) => (Some(Piece::Box { ticked }), length),
            None => {
                let ends = |at: usize| rest.get(at..).is_some_and(|behind| mark(behind).is_some());
                let mut places = rest.char_indices();
                let end = places
                    .find(|(at, c)| BETWEEN.contains(c) || ends(*at))
                    .map_or(rest.len(), |(at, _)| at);
                match rest.split_at_checked(end) {
                    Some((label, _)) if end > 0 => (Some(Piece::Text(label)), end),
                    _ => (None, rest.chars().next().map_or(1, char::len_utf8)),
                }
            }
        };
        pieces.extend(piece);
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
        ] {
            let expected = [("很满意", false), ("满意", true), ("一般", false)];
            assert_eq!(ticked(text), expected, "{text}");
        }
        assert_eq!(ticked("好√ 较好 差"), [("好", true), ("较好", false), ("差", false)]);
        assert_eq!(ticked("□是 □否"), [("是", false), ("否", false)]);
    }

    #[test]
    fn text_without_boxes_is_none() {
        for text in ["很满意 满意", "交期（含物流）", "√", "", "（见附件）"] {
            assert_eq!(boxed(text), None, "{text}");
        }
        assert_eq!(marks_begin("1、产品质量：□好 □差"), Some("1、产品质量：".len()));
        assert_eq!(marks_begin("产品质量（20分）"), None);
    }
}
