//! What a title says of the scale below it: what single numbers stand for, and where it ends.

use super::degree::says;
use crate::intake::normal::folded;

/// A number and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Anchor {
    pub number: u8,
    /// How good that is, where its words say it.
    pub degree: Option<f64>,
}

/// The highest number of a scale.
const MOST: u8 = 10;
/// Between a number and what it stands for; what of it says so by itself stands first.
const STANDS_FOR: [&str; 9] = ["=", "代表", "表示", ":", "-", "为", "是", "分", "星"];
const SURELY: usize = 3;
/// What ends the words a number stands for.
const ENDED: [&str; 20] = [
    "：", ":", ",", "，", ";", "；", "、", "。", "(", ")", "（", "）", "[", "]", "【", "】", "…",
    "..", "/", "|",
];
/// What stands between such words and the next number.
const BETWEEN: [&str; 10] = ["bis", "to", "and", "und", "-", "–", "—", "~", "～", "至"];
/// Words that only say of numbers how good they are.
const BEST: [&str; 8] = [
    "最高",
    "最优",
    "best",
    "highest",
    "beste",
    "besten",
    "am besten",
    "bestnote",
];
const WORST: [&str; 5] = [
    "最低",
    "worst",
    "lowest",
    "schlechteste",
    "am schlechtesten",
];
/// Between the ends of a range, and what may stand behind one.
const RANGE: [&str; 11] = ["-", "–", "—", "~", "～", "至", "到", "to", "bis", "－", "−"];
const UNITS: [&str; 9] = [
    "分", "星", "级", "point", "star", "scale", "punkt", "打", "评",
];
const CLOSING: [char; 12] = [
    ')', '）', ']', '】', ',', '，', ';', '；', '。', '.', ':', '：',
];

/// What numbers in a text stand for, from left to right.
pub(super) fn anchors(text: &str) -> Vec<Anchor> {
    let numbers = numbers(text);
    let ends = numbers.iter().skip(1).map(|it| it.from);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    let both = numbers.iter().zip(ends);
    let found = both.filter_map(|(number, end)| {
        let words = text.get(number.to..end)?;
        anchor(number.value, words)
    });
    found.collect()
}

/// Where a scale ends, as its title says; the lower end only where it does.
pub(super) fn ends(title: &str) -> Option<(Option<u8>, u8)> {
    let anchors = anchors(title);
    let lowest = anchors.iter().map(|it| it.number).min();
    let highest = anchors.iter().map(|it| it.number).max();
    if let (Some(low), Some(high)) = (lowest, highest)
        && is_scale(low, high)
    {
        return Some((Some(low), high));
    }
    range(title).or_else(|| most(title))
}

fn is_scale(low: u8, high: u8) -> bool {
    low <= 1 && (3..=MOST).contains(&high)
}

/// `1-5分`, `（0~10）`, `1 to 7`.
fn range(title: &str) -> Option<(Option<u8>, u8)> {
    let numbers = numbers(title);
    let mut pairs = numbers.windows(2);
    pairs.find_map(|pair| {
        let [low, high] = pair else { return None };
        let between = title.get(low.to..high.from)?.trim();
        let between = between.trim_start_matches('分').trim();
        let behind = title.get(high.to..)?.trim_start().to_lowercase();
        let ahead = title.get(..low.from)?.trim_end().to_lowercase();
        // `Q1-5` and `第1-5题` name questions.
        let alone = !ahead.ends_with(['第', 'q']);
        let over = behind.is_empty() || behind.starts_with(CLOSING);
        let unit = UNITS.iter().any(|it| behind.starts_with(it));
        let told = RANGE.contains(&between.to_lowercase().as_str()) && (over || unit) && alone;
        (told && is_scale(low.value, high.value)).then_some((Some(low.value), high.value))
    })
}

/// `满分10分`, `5分制`, `out of 10`.
fn most(title: &str) -> Option<(Option<u8>, u8)> {
    let lower = title.to_lowercase();
    let all = numbers(&lower);
    let said = all.into_iter().find(|it| {
        let behind = lower.get(it.to..).unwrap_or_default();
        let ahead = lower.get(..it.from).unwrap_or_default().trim_end();
        let full =
            ahead.ends_with("满分") || ahead.ends_with("满分为") || ahead.ends_with("out of");
        full || behind.starts_with("分制")
    })?;
    (3..=MOST)
        .contains(&said.value)
        .then_some((None, said.value))
}

/// A number of a scale in a text.
struct Number {
    value: u8,
    from: usize,
    to: usize,
}

/// Numbers that stand alone: no part of a word, a longer number or a share.
fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|it| it.find(|c: char| c.is_ascii_digit()))
    {
        let from = at + start;
        let rest = text.get(from..).unwrap_or_default();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        at = from + length;
        let before = text.get(..from).and_then(|it| it.chars().next_back());
        let mut behind = text.get(at..).unwrap_or_default().chars();
        let (next, after) = (behind.next(), behind.next());
        let digit = |it: Option<char>| it.is_some_and(|c| c.is_ascii_digit());
        let part = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '%'))
            || matches!(next, Some('%' | '％' | '年' | '月'))
            || (matches!(next, Some('.' | ',')) && digit(after));
        let value = rest.get(..length).and_then(|it| it.parse().ok());
        if let Some(value) = value.filter(|it| *it <= MOST && length <= 2 && !part) {
            found.push(Number {
                value,
                from,
                to: at,
            });
        }
    }
    found
}

/// What a number stands for, by the words behind it.
fn anchor(number: u8, words: &str) -> Option<Anchor> {
    let mut words = words.trim_start();
    let mut surely = false;
    let fullwidth = |it: &str| {
        it.strip_prefix('＝')
            .or_else(|| it.strip_prefix('：'))
            .map(str::len)
    };
    while let Some((at, rest)) = STANDS_FOR
        .iter()
        .enumerate()
        .find_map(|(at, it)| Some((at, words.strip_prefix(it)?)))
        .or_else(|| {
            let length = fullwidth(words)?;
            Some((0, words.get(words.len() - length..)?))
        })
    {
        surely |= at < SURELY;
        words = rest.trim_start();
    }
    let words = words.trim_start_matches(['(', '（']);
    let end = ENDED.iter().filter_map(|mark| words.find(mark)).min();
    let mut words = words.get(..end.unwrap_or(words.len()))?.trim();
    while let Some(less) = BETWEEN.iter().find_map(|it| words.strip_suffix(it)) {
        words = less.trim_end();
    }
    let first = || words.split_whitespace().next().unwrap_or_default();
    let degree = degree(words).or_else(|| degree(first()));
    let said = degree.is_some() || (surely && !words.is_empty());
    said.then_some(Anchor { number, degree })
}

fn degree(words: &str) -> Option<f64> {
    let text = folded(words);
    let is = |all: &[&str]| all.iter().any(|it| folded(it) == text);
    match () {
        () if is(&BEST) => Some(3.0),
        () if is(&WORST) => Some(-3.0),
        () => says(words)?.degree(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_where_a_scale_ends() {
        for (title, expected) in [
            (
                "Qualität (1 = sehr gut, 6 = ungenügend)",
                Some((Some(1), 6)),
            ),
            ("质量（1＝非常不满意，10＝非常满意）", Some((Some(1), 10))),
            ("请打分：1非常不满意—5非常满意 质量", Some((Some(1), 5))),
            (
                "Delivery (0 = very bad ... 10 = very good)",
                Some((Some(0), 10)),
            ),
            ("Quality 1=poor 5=excellent", Some((Some(1), 5))),
            ("质量（1-7分）", Some((Some(1), 7))),
            ("质量（0～5）", Some((Some(0), 5))),
            ("Quality (1 to 7)", Some((Some(1), 7))),
            ("请用1至5分评价质量", Some((Some(1), 5))),
            ("质量（满分10分）", Some((None, 10))),
            ("质量（5分制）", Some((None, 5))),
            ("质量（1分-5分）", Some((Some(1), 5))),
            // Nothing of these is a scale.
            ("质量", None),
            ("第1-5题的总体评价", None),
            ("服务年限（1-3年）", None),
            ("Orders (1-3 days)", None),
            ("质量（权重10%）", None),
            ("3D打印 5S管理", None),
            ("每1-5次", None),
            ("交货（1.5分）", None),
            ("5=excellent", None),
        ] {
            assert_eq!(ends(title), expected, "{title}");
        }
    }
}
