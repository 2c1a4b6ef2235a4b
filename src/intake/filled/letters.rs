//! Letters and signs people type for a tick, drawn as the marks they stand for: `很满意（V）`,
//! `[x] Good`, `V满意`.

use std::borrow::Cow;
use std::ops::Range;

use super::inline::BETWEEN;
use super::mark::{BRACKETS, DENIED, LETTER_BOXES, drawn_mark};
use crate::intake::normal::folded;

/// What is typed for a tick, for a cross and for a no, folded.
pub(super) const TICKED: [&str; 6] = ["v", "vv", "y", "yes", "是", "对"];
pub(super) const CROSSED: [&str; 2] = ["x", "xx"];
pub(super) const REFUSED: [&str; 10] = ["n", "no", "否", "-", "--", "—", "——", "–", "/", "\\"];
/// Letters that stand at an option without a bracket or a space.
const GLUED: [char; 4] = ['v', 'ｖ', 'x', 'ｘ'];
/// Characters in brackets at most that may number what stands behind them.
const NUMBER: usize = 3;

/// What a pair of brackets holds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Inside {
    Empty,
    /// A mark that is one anywhere.
    Drawn,
    /// What is drawn as a mark here.
    Typed(char),
    /// A one, an asterisk, a word: they may number, be a note, or be what they say.
    Sign,
    /// A nought, which refuses where a one ticks.
    Nought,
    /// A letter or number of a list.
    Number,
}

/// A text with the letters of Wingdings 2, and what is typed in brackets for a tick, as the marks
/// they look like.
pub(super) fn drawn(text: &str) -> Cow<'_, str> {
    let (ticked, empty) = LETTER_BOXES;
    let text = match text.contains(empty) {
        true => Cow::Owned(text.replace(ticked, "☑")),
        false => Cow::Borrowed(text),
    };
    match in_brackets(&text) {
        Some(drawn) => Cow::Owned(drawn),
        None => text,
    }
}

/// `None` where nothing in brackets is anything but what it looks like.
fn in_brackets(text: &str) -> Option<String> {
    let groups = groups(text);
    let holds = |wanted: Inside| groups.iter().any(|(_, inside)| *inside == wanted);
    if holds(Inside::Number) {
        return None;
    }
    // Numbers and notes stand beside no empty brackets.
    let signs = holds(Inside::Empty) || holds(Inside::Nought);
    let ticked = holds(Inside::Drawn) || holds(Inside::Typed('√')) || signs;
    let drawn_as = |inside: Inside| match inside {
        Inside::Typed(DENIED) if !ticked => None,
        Inside::Typed(mark) => Some(mark),
        Inside::Sign if signs => Some('√'),
        Inside::Nought if holds(Inside::Sign) => Some(DENIED),
        _ => None,
    };
    let mut drawn = String::new();
    let mut from = 0;
    for (place, inside) in &groups {
        let Some(mark) = drawn_as(*inside) else {
            continue;
        };
        drawn.push_str(text.get(from..place.start)?);
        drawn.push(mark);
        from = place.end;
    }
    drawn.push_str(text.get(from..)?);
    (from > 0).then_some(drawn)
}

/// What stands in brackets, as far as it is short.
fn groups(text: &str) -> Vec<(Range<usize>, Inside)> {
    let mut groups = Vec::new();
    let mut behind = 0;
    for (at, opening) in text.char_indices() {
        let Some((_, closing)) = BRACKETS.iter().find(|it| it.0 == opening && at >= behind) else {
            continue;
        };
        let begin = at + opening.len_utf8();
        let Some((inner, _)) = text.get(begin..).and_then(|it| it.split_once(*closing)) else {
            continue;
        };
        if let Some(inside) = inside(inner) {
            behind = begin + inner.len() + closing.len_utf8();
            groups.push((at..behind, inside));
        }
    }
    groups
}

fn inside(inner: &str) -> Option<Inside> {
    let inner = folded(inner);
    let mut all = inner.chars();
    let numbers = |c: char| c.is_ascii_alphanumeric();
    Some(match inner.as_str() {
        "" => Inside::Empty,
        "1" | "*" | "是" | "对" => Inside::Sign,
        "0" => Inside::Nought,
        it if TICKED.contains(&it) => Inside::Typed('√'),
        it if CROSSED.contains(&it) => Inside::Typed('×'),
        it if REFUSED.contains(&it) => Inside::Typed(DENIED),
        it if it.len() <= NUMBER && it.chars().all(numbers) => Inside::Number,
        _ => match (all.next().and_then(drawn_mark), all.next()) {
            (Some(_), None) => Inside::Drawn,
            _ => return None,
        },
    })
}

/// A text with letters that stand right at an option as marks before or behind it; `known` says
/// whether a text is an option.
pub(super) fn glued<'t>(text: &'t str, known: impl Fn(&str) -> bool) -> Cow<'t, str> {
    let sign = |c: char| {
        let letter = c.to_lowercase().next()?;
        let crosses = matches!(letter, 'x' | 'ｘ');
        let typed = GLUED.contains(&letter);
        typed.then_some(if crosses { '×' } else { '√' })
    };
    let at_option = |word: &str| {
        let first = word.chars().next()?;
        let behind = word.get(first.len_utf8()..)?;
        if let Some(sign) = sign(first).filter(|_| known(behind)) {
            return Some(format!("{sign}{behind}"));
        }
        let last = word.chars().next_back()?;
        let before = word.get(..word.len() - last.len_utf8())?;
        let sign = sign(last).filter(|_| known(before))?;
        Some(format!("{before}{sign}"))
    };
    let (mut drawn, mut changed) = (String::new(), false);
    for piece in text.split_inclusive(BETWEEN) {
        let word = piece.trim_end_matches(BETWEEN);
        let typed = Some(word).filter(|it| !known(it)).and_then(at_option);
        changed |= typed.is_some();
        drawn.push_str(typed.as_deref().unwrap_or(word));
        drawn.push_str(piece.get(word.len()..).unwrap_or_default());
    }
    match changed {
        true => Cow::Owned(drawn),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_in_brackets_is_a_mark() {
        for (text, expected) in [
            ("很满意（V） 满意（ ）", "很满意√ 满意（ ）"),
            ("(v)很满意 满意 一般", "√很满意 满意 一般"),
            ("（ Ｖ ）很满意（　）满意", "√很满意（　）满意"),
            ("[ ] good [x] bad", "[ ] good × bad"),
            ("( ) good (1) bad", "( ) good √ bad"),
            ("(0) good (v) bad", "(0) good √ bad"),
            ("很满意(*) 满意( )", "很满意√ 满意( )"),
            ("很满意（是） 满意（ ）", "很满意√ 满意（ ）"),
            ("£很满意 R满意", "£很满意 ☑满意"),
        ] {
            assert_eq!(drawn(text), expected);
        }
        let noughts = drawn("好（0）较好（1）");
        assert_eq!(noughts, format!("好{DENIED}较好√"));
        let refused = drawn("很满意（√） 满意（否） 一般（-）");
        assert_eq!(refused, format!("很满意（√） 满意{DENIED} 一般{DENIED}"));
    }

    #[test]
    fn numbers_and_notes_in_brackets_are_none() {
        for text in [
            "（1）很满意（2）满意（3）一般",
            "(1) good bad",
            "(A)很满意 (B)满意 (V)一般",
            "(iv) good (v) bad",
            "很满意（5）满意（1）",
            "（是）",
            "交期(*)",
            "好（0）",
            "R&D",
            "服务（含物流）",
            "",
            "（",
        ] {
            assert_eq!(drawn(text), text);
        }
    }

    #[test]
    fn a_letter_right_at_an_option_is_a_mark() {
        let known = |text: &str| ["很满意", "满意", "good", "v"].contains(&text);
        for (text, expected) in [
            ("V很满意 满意", "√很满意 满意"),
            ("很满意v、满意", "很满意√、满意"),
            ("很满意 满意Ｖ", "很满意 满意√"),
            ("xgood / 满意", "×good / 满意"),
            ("v good", "v good"),
            ("Vvv good", "Vvv good"),
            ("", ""),
        ] {
            assert_eq!(glued(text, known), expected, "{text}");
        }
    }
}
