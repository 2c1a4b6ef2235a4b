//! Options that stand in one cell, each with a box: `□很满意 ☑满意 □一般`, `好（ ） 较好（√）`.

use super::mark::{Mark, mark};

/// A piece of such a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'t> {
    Box(Mark),
    Text(&'t str),
    /// What stands between options, and how far it keeps them apart.
    Gap(u32),
}

/// One option as it is written, and what its box says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Boxed<'t> {
    pub label: &'t str,
    pub mark: Mark,
}

/// Between options, and in the words of one.
pub(super) const LOOSE: [char; 2] = [' ', '\u{3000}'];
/// Between options.
pub(super) const BETWEEN: [char; 12] = [
    ' ', '\u{3000}', '\t', '\n', '\r', '、', ',', '，', ';', '；', '/', '|',
];

/// A mark belongs to no text behind the end of a line, or a comma, while another is nearer.
const APART: u32 = 100;

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
    let mut all = pieces.iter().filter(|it| !matches!(it, Piece::Gap(_)));
    is_box(all.next()) || is_box(all.next_back())
}

/// How many pieces are options.
fn named<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>, known: impl Fn(&str) -> bool) -> usize {
    let is_known = |piece: &&Piece<'_>| match piece {
        Piece::Text(text) => known(text),
        Piece::Box(_) | Piece::Gap(_) => false,
    };
    pieces.filter(is_known).count()
}

/// The texts of a text that holds no boxes, as they stand between each other.
pub(super) fn between(text: &str) -> Vec<&str> {
    let texts = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Box(_) | Piece::Gap(_) => None,
    });
    texts.collect()
}

/// Boxes and labels of several words, one box a label: `□Very good ☑Good`.
fn whole<'t>(text: &'t str, pieces: &[Piece<'t>]) -> Option<Vec<Boxed<'t>>> {
    let mut boxes = pieces.iter().filter_map(|it| match it {
        Piece::Box(mark) => Some(*mark),
        Piece::Text(_) | Piece::Gap(_) => None,
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
        let mark = boxes.next()?;
        Some(Boxed { label, mark })
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

/// Each option has its box: before it if the first does.
fn in_order<'t>(pieces: &[Piece<'t>]) -> Vec<Boxed<'t>> {
    let first = pieces.iter().find(|it| !matches!(it, Piece::Gap(_)));
    if let Some(Piece::Box(_)) = first {
        return paired(pieces.iter().copied());
    }
    let mut pairs = paired(pieces.iter().rev().copied());
    pairs.reverse();
    pairs
}

/// Each text with the box before it; options without one are not ticked.
fn paired<'t>(pieces: impl Iterator<Item = Piece<'t>>) -> Vec<Boxed<'t>> {
    let mut before = Mark::Empty;
    let mut pairs = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Box(Mark::Empty) => {}
            Piece::Box(mark) if before == Mark::Empty => before = mark,
            Piece::Box(mark) if before == mark => {}
            Piece::Box(_) => before = Mark::Unclear,
            Piece::Text(label) => pairs.push(Boxed {
                label,
                mark: std::mem::replace(&mut before, Mark::Empty),
            }),
            Piece::Gap(_) => {}
        }
    }
    pairs
}

/// Marks without boxes for the others belong to the text they are nearer to.
fn touching<'t>(pieces: &[Piece<'t>]) -> Option<Vec<Boxed<'t>>> {
    let mut marks: Vec<Mark> = vec![Mark::Empty; pieces.len()];
    for (place, piece) in pieces.iter().enumerate() {
        let mark = match piece {
            Piece::Box(mark) if *mark != Mark::Empty => *mark,
            _ => continue,
        };
        let (before, behind) = pieces.split_at_checked(place)?;
        let before = nearest(before.iter().rev());
        let behind = nearest(behind.iter().skip(1));
        let text = match (before, behind) {
            (Some((far, _)), Some((near, steps))) if near < far => place + steps + 1,
            (Some((near, steps)), Some((far, _))) if near < far => place - steps - 1,
            (Some((_, steps)), None) => place - steps - 1,
            (None, Some((_, steps))) => place + steps + 1,
            _ => return None,
        };
        let own = marks.get_mut(text)?;
        *own = match *own {
            Mark::Empty => mark,
            before if before == mark => mark,
            _ => Mark::Unclear,
        };
    }
    let texts = pieces.iter().zip(marks);
    let options = texts.filter_map(|(piece, mark)| match piece {
        Piece::Text(label) => Some(Boxed { label, mark }),
        Piece::Box(_) | Piece::Gap(_) => None,
    });
    Some(options.collect())
}

/// How far it is to the next text, and how many pieces stand before it; `None` where another box
/// or nothing comes first.
fn nearest<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>) -> Option<(u32, usize)> {
    let mut far = 0;
    for (steps, piece) in pieces.enumerate() {
        match piece {
            Piece::Text(_) => return Some((far, steps)),
            Piece::Gap(wide) => far += wide,
            Piece::Box(_) => return None,
        }
    }
    None
}

/// Boxes and the texts between them, which end at what stands between options too.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, length) = match mark(rest) {
            Some((mark, length)) => (Piece::Box(mark), length),
            None => {
                let ends = |at: usize| rest.get(at..).is_some_and(|behind| mark(behind).is_some());
                let mut places = rest.char_indices();
                let end = places
                    .find(|(at, c)| BETWEEN.contains(c) || ends(*at))
                    .map_or(rest.len(), |(at, _)| at);
                match rest.split_at_checked(end) {
                    Some((label, _)) if end > 0 => (Piece::Text(label), end),
                    _ => {
                        let gap = rest.chars().next().unwrap_or(' ');
                        let wide = if LOOSE.contains(&gap) { 1 } else { APART };
                        (Piece::Gap(wide), gap.len_utf8())
                    }
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
        let ticked = |it: &Boxed<'_>| it.mark == Mark::Tick;
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
    fn a_cross_is_told_from_a_tick() {
        for (text, mark) in [
            ("□好 ×较好 □差", Mark::Cross),
            ("[ ]好 [x]较好 [ ]差", Mark::Cross),
            ("好 ▣较好 差", Mark::Unclear),
            ("（）好（×）较好（）差", Mark::Cross),
        ] {
            let marks = boxed(text, |_| false).unwrap_or_default();
            let marks: Vec<Mark> = marks.iter().map(|it| it.mark).collect();
            assert_eq!(marks, [Mark::Empty, mark, Mark::Empty], "{text}");
        }
    }

    #[test]
    fn a_mark_without_boxes_belongs_to_the_nearer_text() {
        for (text, expected) in [
            ("√ 好 较好 差", [true, false, false]),
            ("好 较好 差 √", [false, false, true]),
            ("好  √ 较好  差", [false, true, false]),
            ("好 √  较好  差", [true, false, false]),
            ("好\n较好 √\n差", [false, true, false]),
            ("好、√ 较好、差", [false, true, false]),
        ] {
            let all = boxed(text, |_| true).unwrap_or_default();
            let all: Vec<bool> = all.iter().map(|it| it.mark == Mark::Tick).collect();
            assert_eq!(all, expected, "{text}");
        }
        assert_eq!(boxed("好 √ 较好 差", |_| true), None);
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
