//! What an option wears: its letter, number or score, before or behind its label.
//!
//! `A.很满意`, `b) Good`, `(2) low`, `5-很满意`, `很满意（5分）`. Texts are folded here. Whether a label
//! is one of a scale is for the scale to say.

/// What stands between a letter or number and the label behind it.
const AFTER: [char; 10] = ['.', '、', ')', ':', '-', '—', '–', '_', ',', '|'];
const OPENING: [char; 2] = ['(', '['];
const CLOSING: [char; 2] = [')', ']'];
/// Behind a number that is a score.
const UNITS: [&str; 10] = [
    "分", "颗星", "星", "points", "point", "pts", "pt", "score", "stars", "star",
];
/// Digits of an option's number or score.
const DIGITS: usize = 3;

/// A text without what it wears.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bare<'t> {
    pub label: &'t str,
    /// The numbers it wore, before and behind.
    pub numbers: [Option<f64>; 2],
}

/// The ways to take off what a folded text wears, the least taken first. The text as it stands is
/// not among them.
pub(super) fn taken_off(text: &str) -> impl Iterator<Item = Bare<'_>> {
    let front = front(text);
    let back = back(text);
    let both = front.and_then(|(label, number)| {
        let (label, score) = self::back(label)?;
        Some((label, number, score))
    });
    let front = front
        .filter(|(label, _)| in_brackets(label).is_none())
        .map(|(label, number)| (label, number, None));
    let back = back.map(|(label, score)| (label, None, score));
    let ways = [front, enclosed(text), back, both].into_iter().flatten();
    // What still holds digits was no label with a number before it: 10-20人, 2.5倍.
    let whole = |label: &str| !label.is_empty() && !label.contains(|c: char| c.is_ascii_digit());
    ways.filter(move |(label, ..)| whole(label))
        .map(|(label, front, back)| Bare {
            label,
            numbers: [front, back],
        })
}

/// The label in brackets behind its number: `1 (None at all)`.
fn enclosed(text: &str) -> Option<(&str, Option<f64>, Option<f64>)> {
    let (number, label) = text.strip_suffix(CLOSING)?.split_once(OPENING)?;
    Some((label, Some(short_number(number)?), None))
}

/// The score of a text that is nothing but one with its unit, as `5分`.
pub(super) fn score_alone(text: &str) -> Option<f64> {
    let inner = in_brackets(text).unwrap_or(text);
    let number = UNITS.iter().find_map(|unit| inner.strip_suffix(unit))?;
    short_number(number)
}

/// The label behind a letter or number, and the number.
fn front(text: &str) -> Option<(&str, Option<f64>)> {
    if let Some(rest) = text.strip_prefix(OPENING) {
        let (mark, label) = rest.split_once(CLOSING)?;
        return Some((label, of_mark(mark)?));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (mark, rest) = text.split_at_checked(end)?;
    let number = of_mark(mark)?;
    let unit = number.and_then(|_| UNITS.iter().find_map(|unit| rest.strip_prefix(unit)));
    let rest = unit.unwrap_or(rest);
    let label = rest.trim_start_matches(AFTER);
    (label.len() < rest.len()).then_some((label, number))
}

/// The label before a score.
fn back(text: &str) -> Option<(&str, Option<f64>)> {
    if let Some(rest) = text.strip_suffix(CLOSING) {
        let (label, score) = rest.rsplit_once(OPENING)?;
        return Some((label, Some(scored(score)?)));
    }
    let (label, score) = text.rsplit_once(AFTER.as_slice())?;
    Some((label.trim_end_matches(AFTER), Some(scored(score)?)))
}

/// What a letter or number in front says: `None` where it is neither.
fn of_mark(mark: &str) -> Option<Option<f64>> {
    let is_letter = mark.len() == 1 && mark.starts_with(|c: char| c.is_ascii_alphabetic());
    match is_letter {
        true => Some(None),
        false => Some(Some(scored(mark)?)),
    }
}

fn scored(text: &str) -> Option<f64> {
    let number = UNITS.iter().find_map(|unit| text.strip_suffix(unit));
    short_number(number.unwrap_or(text))
}

fn short_number(text: &str) -> Option<f64> {
    let plain = |c: char| c.is_ascii_digit() || c == '.';
    let short = (1..=DIGITS + 1).contains(&text.len()) && text.chars().all(plain);
    short.then(|| text.parse().ok())?
}

fn in_brackets(text: &str) -> Option<&str> {
    text.strip_prefix(OPENING)?.strip_suffix(CLOSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_worn_comes_off() {
        let expected = |text: &str, label: &str, numbers: [Option<f64>; 2]| {
            let bare = Bare { label, numbers };
            let found: Vec<_> = taken_off(text).collect();
            assert!(found.contains(&bare), "{text}: {found:?}");
        };
        expected("a.很满意", "很满意", [None, None]);
        expected("b)good", "good", [None, None]);
        expected("(2)low", "low", [Some(2.0), None]);
        expected("5-很满意", "很满意", [Some(5.0), None]);
        expected("5分-很满意", "很满意", [Some(5.0), None]);
        expected("很满意(5分)", "很满意", [None, Some(5.0)]);
        expected("很满意[5]", "很满意", [None, Some(5.0)]);
        expected("很满意:5", "很满意", [None, Some(5.0)]);
        expected("1(low)", "low", [Some(1.0), None]);
        expected("a.很满意(5分)", "很满意", [None, Some(5.0)]);
        for plain in [
            "很满意",
            "good",
            "good(really)",
            "12345.很满意",
            "ab.很满意",
            "",
            "5",
            "(5)",
        ] {
            assert_eq!(taken_off(plain).next(), None, "{plain}");
        }
    }

    #[test]
    fn a_score_may_stand_alone_with_its_unit() {
        assert_eq!(score_alone("5分"), Some(5.0));
        assert_eq!(score_alone("(4.5分)"), Some(4.5));
        assert_eq!(score_alone("5颗星"), Some(5.0));
        for other in ["5", "分", "5分钟", "五分"] {
            assert_eq!(score_alone(other), None, "{other}");
        }
    }
}
