//! The ways people write an option or a score, in one that the rest can be held against.
//!
//! `①很满意`, `5 很满意`, `√很满意`, `很满意。`, `【很满意】`, `五分` and the like. What none of this is
//! about stays as it was folded.

use super::normal::folded;

const TICKS: [char; 11] = [
    '√', '✓', '✔', '☑', '✅', '■', '●', '◉', '⦿', '☒', '\u{FE0F}',
];
const STOPS: [char; 8] = ['。', '.', '!', ';', ',', '、', '~', '·'];
/// What opens and closes around a whole text.
const AROUND: [(char, char); 8] = [
    ('(', ')'),
    ('[', ']'),
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('‘', '’'),
    ('"', '"'),
    ('<', '>'),
];
/// Numbers in circles, brackets and the like, which fold to digits that touch what follows.
const CIRCLED: [(char, char); 4] = [('①', '⑳'), ('⑴', '⒇'), ('❶', '❿'), ('➀', '➉')];
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const UNITS: [&str; 3] = ["分", "颗星", "星"];
const STARS: [char; 2] = ['★', '⭐'];
const NO_STAR: char = '☆';

/// The text folded, without ticks, stops and brackets around it, a number apart from its label.
pub(super) fn plainly(text: &str) -> String {
    let text = text.trim().trim_matches(TICKS).trim();
    let text = text.replace(['【', '〔'], "[").replace(['】', '〕'], "]");
    let spelled = folded(&numbers_apart(&text));
    let mut inner = spelled.trim_end_matches(STOPS);
    for (opens, closes) in AROUND {
        let within = inner
            .strip_prefix(opens)
            .and_then(|it| it.strip_suffix(closes));
        inner = within
            .filter(|it| !it.contains([opens, closes]))
            .unwrap_or(inner);
    }
    let inner = inner.trim_end_matches(STOPS);
    numeral(inner).unwrap_or_else(|| inner.to_owned())
}

/// A point behind a number in front, and before one behind, where white space or its circle held
/// it apart.
fn numbers_apart(text: &str) -> String {
    let first = text.chars().next().unwrap_or_default();
    if let Some(number) = circled(first) {
        let rest = text.get(first.len_utf8()..).unwrap_or_default();
        return format!("{number}.{rest}");
    }
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if let Some((number, label)) = text.split_once(char::is_whitespace)
        && is_number(number.trim_end_matches(['分', '星']))
    {
        return format!("{number}.{label}");
    }
    match text.rsplit_once(char::is_whitespace) {
        Some((label, number)) if is_number(number.trim_end_matches('分')) => {
            format!("{label}:{number}")
        }
        _ => text.to_owned(),
    }
}

fn circled(c: char) -> Option<u32> {
    let mut rows = CIRCLED.iter();
    let (first, _) = rows.find(|(first, last)| (*first..=*last).contains(&c))?;
    Some(c as u32 - *first as u32 + 1)
}

/// `五分` as `5分`.
fn numeral(text: &str) -> Option<String> {
    let first = text.chars().next()?;
    let at = NUMERALS.iter().position(|it| *it == first)?;
    let unit = text.get(first.len_utf8()..)?;
    UNITS.contains(&unit).then(|| format!("{}{unit}", at + 1))
}

/// Full stars and all there are, where a text is nothing but stars.
pub(super) fn stars(text: &str) -> Option<(usize, usize)> {
    let text = text.replace('\u{FE0F}', "");
    let full = text.chars().filter(|c| STARS.contains(c)).count();
    let empty = text.chars().filter(|c| *c == NO_STAR).count();
    // full ones come first
    let ordered = text
        .trim_start_matches(STARS)
        .trim_start_matches(NO_STAR)
        .is_empty();
    (full > 0 && ordered).then_some((full, full + empty))
}

/// `4/5`: so many of so many, perhaps with a unit.
pub(super) fn share(text: &str) -> Option<(f64, f64)> {
    let (part, whole) = text.trim_end_matches('分').split_once('/')?;
    let short = |it: &str| {
        let plain = it.chars().all(|c| c.is_ascii_digit());
        (plain && (1..=3).contains(&it.len())).then(|| it.parse::<f64>().ok())?
    };
    Some((short(part)?, short(whole)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_many_ways_is_one_text() {
        for (text, plain) in [
            ("①很满意", "1.很满意"),
            ("⑤ 很不满意", "5.很不满意"),
            ("5 很满意", "5.很满意"),
            ("5分 很满意", "5分.很满意"),
            ("很满意 5", "很满意:5"),
            ("很满意。", "很满意"),
            ("很满意！", "很满意"),
            ("【很满意】", "很满意"),
            ("“很满意”", "很满意"),
            ("√很满意", "很满意"),
            ("很满意 ✔", "很满意"),
            ("很满意【5】", "很满意[5]"),
            ("五分", "5分"),
            ("五颗星", "5颗星"),
            ("15天内", "15天内"),
            ("十分满意", "十分满意"),
            ("√", ""),
        ] {
            assert_eq!(plainly(text), plain, "{text}");
        }
    }

    #[test]
    fn stars_and_shares_are_counted() {
        assert_eq!(stars("★★★☆☆"), Some((3, 5)));
        assert_eq!(stars("⭐⭐"), Some((2, 2)));
        for other in ["☆☆☆", "☆★", "★好", "", "★☆★"] {
            assert_eq!(stars(other), None, "{other}");
        }
        assert_eq!(share("4/5"), Some((4.0, 5.0)));
        assert_eq!(share("5/5分"), Some((5.0, 5.0)));
        for other in ["4/", "/5", "4/5/6", "a/b", "2026/5"] {
            assert_eq!(share(other), None, "{other}");
        }
    }
}
