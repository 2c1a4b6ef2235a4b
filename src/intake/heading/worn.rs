//! A heading without what programs and people put around a question: hints behind it, codes
//! before it, the question above the line of a grid.
//!
//! Everything here is a guess that only counts where what is left names an item.

use std::ops::RangeInclusive;

use super::parts::{DASH, ELSEWHERE, numeral};

/// What hints are about. A heading ends with them in brackets: `（必填）`, `[单选题]`, `（权重50%）`.
const HINTS: [&str; 45] = [
    "分制",
    "五级",
    "七级",
    "十级",
    "打√",
    "√",
    "打勾",
    "=",
    "＝",
    "outof",
    "out of",
    "必填",
    "必答",
    "必选",
    "选填",
    "选答",
    "可选",
    "单选",
    "多选",
    "复选",
    "量表",
    "评分",
    "打分",
    "矩阵",
    "填空",
    "下拉",
    "排序",
    "题",
    "权重",
    "分值",
    "满分",
    "总分",
    "请",
    "%",
    "required",
    "optional",
    "mandatory",
    "choice",
    "choose",
    "select",
    "scale",
    "rating",
    "weight",
    "points",
    "matrix",
];
const OPENING: [char; 3] = ['(', '[', '【'];
const CLOSING: [char; 3] = [')', ']', '】'];
/// What a heading of numbers may end with.
const SCORES: [&str; 4] = ["得分", "评分", "打分", "分数"];
/// What a heading ends with and means nothing.
pub(super) const ENDS: [char; 13] = [
    '*', ':', '：', ' ', '\n', '\t', '　', '?', '？', '。', '.', '!', '！',
];
/// What a heading begins with and means nothing: that it has to be answered, or a line of a list.
const STARTS: [char; 12] = ['*', '＊', '★', '☆', '※', '·', '•', '●', '◆', '■', '▲', '-'];
/// Brackets taken off behind a heading.
const MOST_HINTS: usize = 3;
/// Ways a heading is looked at.
const MOST_WAYS: usize = 16;
/// Between the question of a grid and its line.
const BETWEEN: [&str; 7] = [">>", "->", " - ", "/", "_", "|", "："];
/// Letters and digits of a code.
const CODE_LETTERS: usize = 6;
const CODE_DIGITS: usize = 3;

/// What a heading may be without what it wears, the least taken off first; the heading itself is
/// not among them.
pub(super) fn taken_off(heading: &str) -> Vec<String> {
    let heading = heading.trim();
    let mut bare = vec![heading.to_owned()];
    let mut at = 0;
    while let Some(way) = bare.get(at).filter(|_| bare.len() < MOST_WAYS) {
        for less in lesser(way) {
            if !less.is_empty() && !bare.contains(&less) {
                bare.push(less);
            }
        }
        at += 1;
    }
    let lines: Vec<String> = bare.iter().flat_map(|it| lines(it)).collect();
    bare.into_iter().skip(1).chain(lines).collect()
}

/// A heading without one thing it wears: hints and marks behind it, the word for a score, the code
/// in front, what stands in brackets there, or brackets around all of it. A number stays: it may
/// be that of another question.
fn lesser(heading: &str) -> Vec<String> {
    if let Some(numbered) = circled(heading) {
        return vec![numbered];
    }
    let (number, text) = heading
        .split_at_checked(number(heading))
        .unwrap_or(("", heading));
    let hintless = without_hints(text).trim_end_matches(ENDS);
    let scored = SCORES.iter().find_map(|word| text.strip_suffix(word));
    let coded = coded(text).map(|(_, text)| text);
    let labelled = in_front(text).filter(|(label, _)| {
        let label = label.to_lowercase();
        !ELSEWHERE.iter().any(|word| label.contains(word))
    });
    let labelled = labelled.map(|(_, rest)| rest);
    let starred = text.trim_start_matches(STARTS);
    let sectioned = of_section(text);
    let ways = [
        Some(hintless),
        scored,
        coded,
        labelled,
        Some(alone(text)),
        Some(starred),
        sectioned,
    ];
    let ways = ways.into_iter().flatten().map(str::trim);
    let ways = ways.filter(|it| !it.is_empty() && *it != text);
    // A number that only a space parts from the text is told by the mark it lacks.
    let digits = number.trim_end();
    if !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()) {
        let whole = std::iter::once(text).chain(ways);
        return whole.map(|it| format!("{digits}、{it}")).collect();
    }
    ways.map(|it| format!("{number}{it}")).collect()
}

/// A heading that begins with a number in a circle, with the number as others write it.
fn circled(heading: &str) -> Option<String> {
    const CIRCLED: RangeInclusive<char> = '①'..='⑳';
    let mut letters = heading.chars();
    let circle = letters.next().filter(|it| CIRCLED.contains(it))?;
    let number = u32::from(circle) - u32::from(*CIRCLED.start()) + 1;
    let text = letters.as_str().trim_start_matches([' ', '、', '.', '　']);
    Some(format!("{number}、{text}"))
}

/// A heading behind the number of its section: `1.2 text`, `3.1.4、text`.
fn of_section(heading: &str) -> Option<&str> {
    let text = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let (number, _) = heading.split_at_checked(heading.len() - text.len())?;
    let levels = number.trim_end_matches('.').split('.');
    let whole = levels.clone().all(|it| (1..=2).contains(&it.len()));
    let rest = text.trim_start_matches([' ', '、', '　', ':', '：']);
    let apart = number.ends_with('.') || rest.len() < text.len();
    (levels.count() > 1 && whole && apart).then_some(rest)
}

/// Bytes of the number in front of a heading, in whatever brackets, with what stands behind it:
/// `3.`, `（三）`, `第3题`.
pub(super) fn number(heading: &str) -> usize {
    let opened = heading.trim_start_matches(|c| OPENING.contains(&c) || c == '（');
    let inner = opened.strip_prefix('第').unwrap_or(opened);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let end = |is: &dyn Fn(char) -> bool| inner.find(|c| !is(c)).unwrap_or(inner.len());
    let numerals = || end(&|c| numeral(c.encode_utf8(&mut [0; 4])).is_some());
    let length = match end(&is_digit) {
        0 => numerals(),
        digits => digits,
    };
    let (figures, rest) = inner.split_at_checked(length).unwrap_or(("", inner));
    let ordinal = rest
        .strip_prefix('题')
        .filter(|_| inner.len() < opened.len());
    let marks = ['.', '．', '、', ':', '：', ')', '）', ']', '】', ' ', '　'];
    let text = ordinal.unwrap_or(rest).trim_start_matches(marks);
    let apart = text.len() < rest.len() && !text.starts_with(is_digit);
    match (1..=CODE_DIGITS).contains(&figures.chars().count()) && apart {
        true => heading.len() - text.len(),
        false => 0,
    }
}

/// What stands in brackets in front of a heading, and the rest of it.
pub(super) fn in_front(heading: &str) -> Option<(&str, &str)> {
    let opens = heading.chars().next()?;
    let closes = match opens {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        '【' => '】',
        _ => return None,
    };
    let inner = heading.get(opens.len_utf8()..)?;
    let (inner, rest) = inner.split_once(closes)?;
    let rest = rest.trim_start_matches(['.', '、', ':', '：', '-', '_', ' ', '　']);
    (!rest.is_empty()).then_some((inner, rest))
}

/// The code in front of a heading, or the heading where it is nothing else: `A1. text`,
/// `A2[SQ001]. text`, `Q2_text`.
pub(super) fn code(heading: &str) -> Option<String> {
    let heading = without_hints(heading.trim());
    coded(heading).map(|(code, _)| code.to_owned())
}

/// A heading without the code of a line in front of its text: `b2[SQ001]. text`.
pub(in crate::intake) fn without_line_code(heading: &str) -> &str {
    match coded(heading) {
        Some((code, text)) if code.ends_with(']') && !text.is_empty() => text,
        _ => heading,
    }
}

/// A heading without the hints in brackets behind it.
pub(in crate::intake) fn without_hints(heading: &str) -> &str {
    let mut rest = heading;
    for _ in 0..MOST_HINTS {
        let shorter = rest.trim_end_matches(ENDS);
        let Some((before, hint)) = in_brackets(shorter) else {
            return rest;
        };
        if before.trim().is_empty() || !is_hint(hint) {
            return rest;
        }
        rest = before.trim_end();
    }
    rest
}

/// What ends with brackets, and what stands in them.
pub(super) fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let closing = |c: char| CLOSING.contains(&c) || c == '）';
    let opening = |c: char| OPENING.contains(&c) || c == '（';
    let inner = text.strip_suffix(closing)?;
    inner.rsplit_once(opening)
}

/// A text that stands in brackets as a whole, without them.
pub(super) fn alone(text: &str) -> &str {
    let alone = in_brackets(text).filter(|(before, _)| before.is_empty());
    alone.map_or(text, |(_, inner)| inner)
}

/// Whether a text says how to answer: what stands in brackets behind a heading.
pub(in crate::intake) fn is_hint(inner: &str) -> bool {
    let inner = inner.to_lowercase();
    let about = HINTS.iter().any(|hint| inner.contains(hint));
    let inner = inner.replace("to", "-");
    let numbers = |c: char| c.is_ascii_digit() || "-–~～.% 分到至、/".contains(c);
    about || (!inner.is_empty() && inner.chars().all(numbers))
}

/// A code and the text behind it; the code may stand in brackets.
pub(super) fn coded(heading: &str) -> Option<(&str, &str)> {
    if let Some((code, rest)) = in_front(heading) {
        return is_code(code.trim()).then_some((code.trim(), rest));
    }
    let letters = heading.bytes().take_while(u8::is_ascii_alphabetic).count();
    let after = heading.get(letters..)?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=CODE_LETTERS).contains(&letters) || !(1..=CODE_DIGITS).contains(&digits) {
        return None;
    }
    let (mut code, mut rest) = heading.split_at_checked(letters + digits)?;
    let sub = rest
        .strip_prefix('[')
        .and_then(|inner| inner.split_once(']'));
    if let Some((sub, behind)) = sub
        && sub.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        (code, rest) = heading.split_at_checked(heading.len() - behind.len())?;
    }
    let text = rest.trim_start_matches(['.', '、', ':', '：', ')', '）', '-', '_', ' ', '　']);
    let bracketed = text.starts_with(|c| OPENING.contains(&c) || c == '（');
    (text.len() < rest.len() || bracketed).then_some((code, text))
}

/// Whether a text is nothing but letters and digits of a code.
fn is_code(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text.len() - letters;
    (1..=CODE_LETTERS).contains(&letters)
        && (1..=CODE_DIGITS).contains(&digits)
        && text.bytes().skip(letters).all(|it| it.is_ascii_digit())
}

/// The heading as the line of a grid, in the ways grids are written: `question [line]`,
/// `question >> line`, `group/line`, `question_line`.
fn lines(text: &str) -> Vec<String> {
    let bracketed = in_brackets(text).into_iter();
    let between = BETWEEN.iter().filter_map(|mark| text.rsplit_once(mark));
    let parts = bracketed.chain(between);
    let whole = parts.map(|(question, line)| (question.trim(), line.trim()));
    let told = whole.filter(|(question, line)| !question.is_empty() && !line.is_empty());
    told.map(|(question, line)| format!("{question}{DASH}{line}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_codes_and_questions_come_off() {
        for (heading, expected) in [
            ("产品质量（必填）", "产品质量"),
            ("产品质量[单选题]*", "产品质量"),
            ("交货及时\n（权重50%）", "交货及时"),
            ("产品质量（1-5分）", "产品质量"),
            ("产品质量【量表题】（必答）", "产品质量"),
            ("A1. 产品质量", "产品质量"),
            ("A2[SQ001]. 产品质量", "产品质量"),
            ("likert0[time1can]. [产品质量]", "产品质量"),
            ("Q2_评价_产品质量", "评价—产品质量"),
            ("评价 [产品质量]", "评价—产品质量"),
            ("评价 >> 产品质量", "评价—产品质量"),
            ("group/产品质量", "group—产品质量"),
            ("Q1 (交付) 交付准时", "交付准时"),
            ("A1 [产品质量] 整体质量", "整体质量"),
            ("A1【产品质量】整体质量（必填）", "整体质量"),
            ("[A1] 产品质量（含包装）", "产品质量（含包装）"),
            ("（A1）产品质量", "产品质量"),
            ("【A1】产品质量（含包装）[单选题]*", "产品质量（含包装）"),
            ("A1 [产品质量]", "产品质量"),
            ("3. [产品质量]", "3. 产品质量"),
            ("（3）【产品】产品质量得分", "（3）产品质量"),
            ("[Q3] (Delivery) On time: *", "On time"),
            ("Q1(交付)交付准时", "交付准时"),
        ] {
            let found = taken_off(heading);
            assert!(found.contains(&expected.to_owned()), "{heading}: {found:?}");
        }
        for plain in ["产品质量", "价格（含运费）", "", "（必填）", "ISO9001体系"]
        {
            let found = taken_off(plain);
            assert!(!found.contains(&"价格".to_owned()), "{plain}: {found:?}");
        }
    }

    #[test]
    fn a_code_stands_in_front() {
        assert_eq!(code("A1. 产品质量"), Some("A1".to_owned()));
        assert_eq!(code("A2[SQ001]. 产品"), Some("A2[SQ001]".to_owned()));
        assert_eq!(code("Q2_text"), Some("Q2".to_owned()));
        for other in ["产品质量", "A1", "ISO9001体系", "1、质量"] {
            assert_eq!(code(other), None, "{other}");
        }
    }
}
