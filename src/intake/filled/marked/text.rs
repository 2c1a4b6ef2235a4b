//! Texts compared between a blank and a form that was filled in.

use crate::intake::cell::Cell;
use crate::intake::filled::letters::drawn;
use crate::intake::filled::mark::drawn_mark;
use crate::intake::filled::{LONGEST, text};
use crate::intake::normal::folded;

/// A text without what people put into it or draw to write on: marks, lines, white space.
pub(super) fn plain(text: &str) -> String {
    let said = |c: &char| drawn_mark(*c).is_none() && *c != '_';
    let text: String = drawn(text).chars().filter(said).collect();
    let text = folded(&text);
    // A cross in brackets is a letter.
    match text.contains('x') {
        true => HOLLOW.iter().fold(text, |text, hollow| {
            let mut crossed = (*hollow).to_owned();
            let inside = hollow.chars().next().map_or(0, char::len_utf8);
            crossed.insert(inside, 'x');
            text.replace(&crossed, hollow)
        }),
        false => text,
    }
}

/// Brackets in which a mark may stand, without it.
const HOLLOW: [&str; 3] = ["()", "[]", "【】"];

/// What a cell says that may stand on the blank too.
pub(in crate::intake) fn printed(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(_) => text(cell).map(str::to_owned),
        Cell::Number(_) => Some(cell.found()).filter(|it| it.len() <= LONGEST),
        Cell::Empty | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => None,
    }
}

/// Whether a text is one of the blank, filled in behind its colons: both plain.
pub(super) fn fits(blank: &str, found: &str) -> bool {
    let hollow = |text: &str| {
        HOLLOW
            .iter()
            .fold(text.to_owned(), |it, no| it.replace(no, ""))
    };
    // The brackets of a tick that somebody put behind the words, or that were there for one.
    let hollowed = |text: &str| HOLLOW.iter().any(|it| text.contains(it));
    if (hollowed(found) || hollowed(blank)) && !blank.contains(':') {
        return blank == found || hollow(blank) == hollow(found);
    }
    if !blank.contains(':') {
        return blank == found;
    }
    let mut rest = found;
    for (at, piece) in blank.split_inclusive(':').enumerate() {
        match rest.find(piece) {
            Some(place) if at > 0 || place == 0 => {
                rest = rest.get(place + piece.len()..).unwrap_or_default();
            }
            _ => return false,
        }
    }
    true
}

/// Where the first piece of a text lies that says the same as `sought`, in bytes.
fn find(text: &str, sought: &str) -> Option<(usize, usize)> {
    let sought: Vec<char> = plain(sought).chars().collect();
    if sought.is_empty() {
        return None;
    }
    let said: Vec<(char, usize, usize)> = text
        .char_indices()
        .flat_map(|(at, c)| {
            let plain: Vec<char> = plain(&c.to_string()).chars().collect();
            plain.into_iter().map(move |it| (it, at, at + c.len_utf8()))
        })
        .collect();
    let mut windows = said.windows(sought.len());
    let found = windows.find(|window| window.iter().map(|it| it.0).eq(sought.iter().copied()))?;
    Some((found.first()?.1, found.last()?.2))
}

/// What stands behind a label and before the next of the others; the whole text where the label
/// is empty. `None` where the label is not there.
pub(super) fn behind<'t>(text: &'t str, label: &str, others: &[&str]) -> Option<&'t str> {
    let start = match label.is_empty() {
        true => 0,
        false => find(text, label)?.1,
    };
    let rest = text.get(start..)?;
    let next = others.iter().filter_map(|other| find(rest, other));
    let end = next.map(|(at, _)| at).min().unwrap_or(rest.len());
    let value = rest.get(..end)?;
    Some(match label.is_empty() {
        true => value.trim(),
        false => value.trim_matches(|c: char| c.is_whitespace() || "_:：;；|，,".contains(c)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_filled_in_does_not_make_another_text() {
        for (blank, found, same) in [
            ("1、产品质量", "1、产品质量", true),
            ("□是  □否", "☑是 □否", true),
            ("（ ）同意", "（√）同意", true),
            ("同意", "同意 (√)", true),
            ("good", "good [☑]", true),
            ("good", "good [x]", true),
            ("[ ] good", "[X] good", true),
            ("good (box)", "good (box)", true),
            ("good", "good (box)", false),
            ("好（含物流）", "好（含物流）【√】", true),
            ("好（含物流）", "好（√）", false),
            ("客户名称：____", "客户名称：甲公司", true),
            ("客户：___ 日期：___", "客户：甲 日期：2026-05-01", true),
            ("客户：___ 日期：___", "客户：甲", false),
            ("产品质量", "产品质量差", false),
            ("质量：", "产品质量：好", false),
        ] {
            assert_eq!(fits(&plain(blank), &plain(found)), same, "{blank} {found}");
        }
    }

    #[test]
    fn a_value_stands_between_its_label_and_the_next() {
        let line = "客户名称：甲公司　电话：123   日期：2026-05-01";
        let others = ["电话：", "日期："];
        assert_eq!(behind(line, "客户名称：", &others), Some("甲公司"));
        assert_eq!(behind(line, "日期：", &[]), Some("2026-05-01"));
        assert_eq!(behind(line, "客户：", &[]), None);
        assert_eq!(behind(" 满意 ", "", &[]), Some("满意"));
        assert_eq!(behind("1. 质量：□好 ☑差", "1.质量:", &[]), Some("□好 ☑差"));
        assert_eq!(behind("客户名称：", "客户名称：", &[]), Some(""));
    }
}
