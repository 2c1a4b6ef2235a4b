//! A heading taken apart: number, question of a matrix, line.

use crate::intake::normal::folded;

/// Between the question of a matrix and its line.
pub(in crate::intake) const DASH: char = '—';

/// What a question asks whose lines are not how satisfied somebody is with what they name.
pub(super) const ELSEWHERE: [&str; 10] = [
    "重要",
    "竞争",
    "对手",
    "同行",
    "去年",
    "上年",
    "上期",
    "importan",
    "competitor",
    "lastyear",
];

/// A heading or the name of an item, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// As written, without white space around it.
    pub exact: String,
    /// Folded, without a colon at the end.
    pub whole: String,
    /// Number in front, if there is one.
    pub number: Option<String>,
    /// Question of the matrix, if it is a line of one.
    pub question: Option<String>,
    /// What is left.
    pub line: String,
}

impl Parts {
    pub fn of(text: &str) -> Self {
        let whole = folded(text);
        let whole = whole.trim_end_matches([':', '*']).to_owned();
        let (number, rest) = split_number(&whole);
        let (question, line) = split_question(rest);
        Self {
            exact: text.trim().to_owned(),
            number,
            question: question.map(str::to_owned),
            line: bare(line).to_owned(),
            whole,
        }
    }

    /// Everything but the number.
    pub fn numberless(&self) -> String {
        match &self.question {
            Some(question) => format!("{question}{DASH}{}", self.line),
            None => self.line.clone(),
        }
    }

    pub fn numbered(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        Some(format!("{number}、{}", self.numberless()))
    }

    pub fn numbered_line(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        Some(format!("{number}、{}", self.line))
    }

    /// Neither the numbers nor the questions differ, as far as both have one, and the question asks
    /// about nothing the other does not.
    pub fn agrees(&self, other: &Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        let elsewhere = |asked: &String| {
            let mut words = ELSEWHERE.iter();
            words.any(|word| asked.contains(word) && !other.whole.contains(word))
        };
        !differ(&self.number, &other.number)
            && !differ(&self.question, &other.question)
            && !self.question.as_ref().is_some_and(elsewhere)
    }
}

/// A number in front of a folded heading: `3、`, `3.`, `q3.`, `3)`, `(3)`, `3:`, `第3题`, `三、`. In
/// `3.5寸` and `3位` there is none.
fn split_number(whole: &str) -> (Option<String>, &str) {
    let text = whole.strip_prefix('(').unwrap_or(whole);
    let ordinal = text.strip_prefix('第');
    let text = ordinal.unwrap_or(text);
    let text = text.strip_prefix('q').unwrap_or(text);
    let end = |is: fn(char) -> bool| text.find(|c: char| !is(c)).unwrap_or(text.len());
    let digits = end(|c| c.is_ascii_digit());
    let length = if digits > 0 { digits } else { end(is_numeral) };
    let (number, after) = text.split_at(length);
    let number = match digits {
        0 => numeral(number),
        1..=3 => number.parse().ok(),
        _ => None,
    };
    let after = match ordinal {
        // `第3题(选项)` is the column of one option.
        Some(_) => after
            .strip_prefix('题')
            .filter(|it| !it.starts_with('('))
            .unwrap_or_default(),
        None => after,
    };
    let marks = after.trim_start_matches(['、', '.', ':', ')', '-']);
    let apart = ordinal.is_some() || marks.len() < after.len();
    let separated = apart && !marks.starts_with(|c: char| c.is_ascii_digit());
    match number {
        Some(number) if separated && !marks.is_empty() => (Some(number.to_string()), marks),
        _ => (None, whole),
    }
}

const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

fn is_numeral(c: char) -> bool {
    NUMERALS.contains(&c)
}

/// A number below 100 in Chinese numerals.
pub(super) fn numeral(text: &str) -> Option<u32> {
    let value = |text: &str| -> Option<u32> {
        let mut letters = text.chars();
        let (only, None) = (letters.next()?, letters.next()) else {
            return None;
        };
        let at = NUMERALS.iter().position(|it| *it == only)?;
        u32::try_from(at + 1).ok()
    };
    match text.split_once('十') {
        None => value(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { value(tens)? };
            let ones = if ones.is_empty() { 0 } else { value(ones)? };
            (tens < 10 && ones < 10).then_some(tens * 10 + ones)
        }
    }
}

/// Splits at the last dash that stands alone: two in a row are punctuation.
fn split_question(text: &str) -> (Option<&str>, &str) {
    let single = text.rmatch_indices(DASH).find(|(at, dash)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + dash.len()..).unwrap_or_default();
        !before.is_empty()
            && !after.is_empty()
            && !before.ends_with(DASH)
            && !after.starts_with(DASH)
    });
    single.map_or((None, text), |(at, dash)| {
        (
            text.get(..at),
            text.get(at + dash.len()..).unwrap_or_default(),
        )
    })
}

/// A line in brackets of its own, as `8、(子项)`.
fn bare(line: &str) -> &str {
    line.strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .filter(|inner| !inner.is_empty() && !inner.contains(['(', ')']))
        .unwrap_or(line)
}
