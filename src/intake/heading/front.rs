//! The number or code in front of a heading, as it is written.

use super::parts::numeral;
use super::worn::coded;

/// What stands between a number or code and the text, and parts them for certain.
const APART: [char; 9] = ['、', '.', '．', ':', '：', ')', '）', '_', ']'];
const DIGITS: usize = 6;

/// What a heading begins with.
pub(super) struct Front<'h> {
    pub name: Name<'h>,
    /// What stands behind it.
    pub rest: &'h str,
    /// A mark parts it from the rest; without one it may be a word of the text.
    pub clear: bool,
}

pub(super) enum Name<'h> {
    /// `17`, `1.2`.
    Number(String),
    /// `A1`, `A2[SQ001]`.
    Code(&'h str),
}

/// Where a number or code stands among others: letters in front, then numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    letters: String,
    numbers: Vec<u32>,
}

impl Name<'_> {
    pub fn place(&self) -> Option<Place> {
        let text = match self {
            Self::Number(number) => number.as_str(),
            Self::Code(code) => code,
        };
        let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = text.get(..text.len() - digits.len())?;
        let numbers = digits.split('.').map(|it| it.parse().ok());
        Some(Place {
            letters: letters.to_ascii_lowercase(),
            numbers: numbers.collect::<Option<_>>()?,
        })
    }
}

impl Place {
    /// Whether it is the next: `A2` behind `A1`, `B1` behind `A7`, `2.1` behind `1.4`.
    pub fn follows(&self, before: &Self) -> bool {
        let up = |one: &[u32], next: &[u32]| match (one.split_last(), next.split_last()) {
            (Some((one, above)), Some((next, other))) => above == other && one + 1 == *next,
            _ => false,
        };
        let first = |place: &Self| place.numbers.last() == Some(&1);
        let above = |numbers: &[u32]| numbers.split_last().map(|(_, it)| it.to_vec());
        let section = || {
            let both = above(&before.numbers).zip(above(&self.numbers));
            both.is_some_and(|(one, next)| up(&one, &next))
        };
        let lettered = || match (before.letters.as_bytes(), self.letters.as_bytes()) {
            ([one], [next]) => one + 1 == *next && self.numbers.len() == before.numbers.len(),
            _ => false,
        };
        match self.letters == before.letters {
            true => up(&before.numbers, &self.numbers) || (first(self) && section()),
            false => first(self) && lettered(),
        }
    }
}

/// What a heading begins with, if it is a number or a code.
pub(super) fn front(heading: &str) -> Option<Front<'_>> {
    numbered(heading).or_else(|| {
        let (code, rest) = coded(heading).filter(|(_, rest)| !rest.trim().is_empty())?;
        let gap = heading
            .strip_prefix(code)
            .and_then(|it| it.strip_suffix(rest));
        // One in brackets does not begin the heading.
        let clear = gap.is_none_or(|gap| parts(gap, rest)) || code.ends_with(']');
        Some(Front {
            name: Name::Code(code),
            rest: rest.trim(),
            clear,
        })
    })
}

/// Whether what stands between a number or code and a text parts them. `1:1` is one word.
fn parts(gap: &str, rest: &str) -> bool {
    let digit = rest.starts_with(|c: char| c.is_ascii_digit());
    let spaced = gap.starts_with(char::is_whitespace) && gap.ends_with(char::is_whitespace);
    let dash = spaced && gap.trim() == "-";
    dash || (gap.contains(APART) && (!digit || gap.ends_with([' ', '　', '、'])))
}

/// A number in front and what stands behind it: `3、`, `第3题`, `(3)`, `三、`, `1.2 `.
fn numbered(text: &str) -> Option<Front<'_>> {
    const MARKS: [char; 9] = ['、', '.', '．', ':', '：', ')', '）', '-', ' '];
    let inner = text.trim_start_matches(['(', '（', '第']);
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let length = inner.find(|c| !is_number(c)).unwrap_or(inner.len());
    let (digits, after) = inner.split_at_checked(length)?;
    let number = digits.trim_end_matches('.');
    let (number, after) = match number {
        "" => {
            let (numerals, after) = inner.split_once('、')?;
            (numeral(numerals)?.to_string(), after)
        }
        number => (number.to_owned(), after),
    };
    let ended = digits.len() > number.len() || text.len() > inner.len() || digits.is_empty();
    let rest = after.trim_start_matches('题').trim_start_matches(MARKS);
    let apart = ended || rest.len() < after.len();
    if !apart || rest.is_empty() || number.len() > DIGITS {
        return None;
    }
    let gap = after.strip_suffix(rest).unwrap_or_default();
    let digit = rest.starts_with(|c: char| c.is_ascii_digit());
    let dotted = digits.len() > number.len() && (!digit || !gap.is_empty());
    let clear = digits.is_empty() || gap.starts_with('题') || dotted || parts(gap, rest);
    Some(Front {
        name: Name::Number(number),
        rest,
        clear,
    })
}
