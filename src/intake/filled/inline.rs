//! Options that stand in one cell, each with a box: `□很满意 ☑满意 □一般`, `好（ ） 较好（√）`.

use std::borrow::Cow;

use super::mark::{LETTER_BOXES, mark};
use crate::intake::look::Tick;

/// A piece of such a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'t> {
    Box(Tick),
    Text(&'t str),
    /// What stands between options.
    Gap,
}

/// One option as it is written, and what its box says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Boxed<'t> {
    pub label: &'t str,
    pub tick: Tick,
}

/// Between options, and in the words of one.
pub(super) const LOOSE: [char; 2] = [' ', '\u{3000}'];
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
/// to which option a mark belongs. `known` says whether a text is an option.
pub(super) fn boxed(text: &str, known: impl Fn(&str) -> bool) -> Option<Vec<Boxed<'_>>> {
    let pieces = pieces(text);
    if let Some(whole) = whole(text, &pieces).filter(|all| all.iter().all(|it| known(it.label))) {
        return Some(whole);
    }
    let boxes = pieces.iter().filter(|it| matches!(it, Piece::Box(_)));
    let texts = pieces.iter().filter(|it| matches!(it, Piece::Text(_)));
    let options = texts.clone();
    let pairs = match (boxes.count(), texts.count()) {
        (0, _) | (_, 0 | 1) => return None,
        // One option of several words, and its box.
        (1, _) if is_at_end(&pieces) && named(options, known) < 2 => return None,
        (boxes, texts) if boxes < texts => touching(&pieces)?,
        _ => in_order(&pieces),
    };
    Some(pairs)
}

fn is_at_end(pieces: &[Piece<'_>]) -> bool {
    let is_box = |piece: Option<&Piece<'_>>| matches!(piece, Some(Piece::Box(_)));
    let mut all = pieces.iter().filter(|it| **it != Piece::Gap);
    is_box(all.next()) || is_box(all.next_back())
}

/// How many pieces are options.
fn named<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>, known: impl Fn(&str) -> bool) -> usize {
    let is_known = |piece: &&Piece<'_>| match piece {
        Piece::Text(text) => known(text),
        Piece::Box(_) | Piece::Gap => false,
    };
    pieces.filter(is_known).count()
}

/// The texts of a text that holds no boxes, as they stand between each other.
pub(super) fn between(text: &str) -> Vec<&str> {
    let texts = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Box(_) | Piece::Gap => None,
    });
    texts.collect()
}

/// Boxes and labels of several words, one box a label: `□Very good ☑Good`.
fn whole<'t>(text: &'t str, pieces: &[Piece<'t>]) -> Option<Vec<Boxed<'t>>> {
    let mut boxes = pieces.iter().filter_map(|it| match it {
        Piece::Box(tick) => Some(*tick),
        Piece::Text(_) | Piece::Gap => None,
    });
    let labels: Vec<&str> = segments(text);
    let (first, last) = (labels.first()?, labels.last()?);
    let all = labels.get(1..labels.len() - 1)?;
    // Boxes stand before each label or behind each.
    let labels = match (first.is_empty(), last.is_empty()) {
        (true, false) => [all, &[*last]].concat(),
        (false, true) => [&[*first], all].concat(),
        _ => return None,
    };
    let enough = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
    let pairs = labels.into_iter().map_while(|label| {
        let tick = boxes.next()?;
        Some(Boxed { label, tick })
    });
    enough.then(|| pairs.collect())
}

/// What stands before, between and behind the boxes of a text.
fn segments(text: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match mark(rest) {
            Some((_, length)) => {
                segments.push(text.get(start..at).unwrap_or_default());
                at += length;
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    segments.push(text.get(start..).unwrap_or_default());
    let bare = segments.into_iter().map(|it| it.trim_matches(BETWEEN));
    bare.collect()
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
    if let Some(Piece::Box(_)) = first {
        return paired(pieces.iter().copied());
    }
    let mut pairs = paired(pieces.iter().rev().copied());
    pairs.reverse();
    pairs
}

/// Each text with the box before it; options without one are not ticked.
fn paired<'t>(pieces: impl Iterator<Item = Piece<'t>>) -> Vec<Boxed<'t>> {
    let mut before = Tick::No;
    let mut pairs = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Box(Tick::No) => {}
            Piece::Box(tick) if before == Tick::No => before = tick,
            Piece::Box(tick) if before == tick => {}
            Piece::Box(_) => before = Tick::Unclear,
            Piece::Text(label) => pairs.push(Boxed {
                label,
                tick: std::mem::replace(&mut before, Tick::No),
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
        let tick = match piece {
            Piece::Box(tick) if *tick != Tick::No => *tick,
            _ => continue,
        };
        let (before, behind) = (place.checked_sub(1), place.checked_add(1));
        match (is_text(before), is_text(behind)) {
            (true, false) => ticked.extend(before.map(|at| (at, tick))),
            (false, true) => ticked.extend(behind.map(|at| (at, tick))),
            _ => return None,
        }
    }
    let of = |place: usize| {
        let found = ticked.iter().find(|(at, _)| *at == place);
        found.map_or(Tick::No, |(_, tick)| *tick)
    };
    let texts = pieces.iter().enumerate();
    let options = texts.filter_map(|(place, piece)| match piece {
        Piece::Text(label) => Some(Boxed {
            label,
            tick: of(place),
        }),
        Piece::Box(_) | Piece::Gap => None,
    });
    Some(options.collect())
}

/// Boxes and the texts between them, which end at what stands between options too.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, length) = match mark(rest) {
            Some((tick, length)) => (Piece::Box(tick), length),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ticked(text: &str) -> Vec<(&str, bool)> {
        let known = |label: &str| ["Very good", "Good", "Not good", "好", "差"].contains(&label);
        let all = boxed(text, known).unwrap_or_default();
        let ticked = |it: &Boxed<'_>| it.tick == Tick::Yes;
        all.iter().map(|it| (it.label, ticked(it))).collect()
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
        for text in [
            "□Very good ☑Good □Not good",
            "[ ] Very good / [√] Good / [ ] Not good",
            "Very good □, Good ■, Not good □",
        ] {
            let expected = [("Very good", false), ("Good", true), ("Not good", false)];
            assert_eq!(ticked(text), expected, "{text}");
        }
        assert_eq!(ticked("□是 □否"), [("是", false), ("否", false)]);
    }

    #[test]
    fn a_cross_is_unclear() {
        for text in [
            "□好 ×较好 □差",
            "[ ]好 [x]较好 [ ]差",
            "好 ▣较好 差",
            "（）好（×）较好（）差",
        ] {
            let ticks = boxed(text, |_| false).unwrap_or_default();
            let ticks: Vec<Tick> = ticks.iter().map(|it| it.tick).collect();
            assert_eq!(ticks, [Tick::No, Tick::Unclear, Tick::No], "{text}");
        }
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
            "☑Very good",
        ] {
            assert_eq!(boxed(text, |_| false), None, "{text}");
        }
        assert_eq!(
            marks_begin("1、产品质量：□好 □差"),
            Some("1、产品质量：".len())
        );
        assert_eq!(marks_begin("产品质量（20分）"), None);
    }
}
