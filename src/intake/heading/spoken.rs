//! What a heading says to a person: its text without hints, and what stands around that.

use super::parts::{DASH, numeral};
use super::worn::{ENDS, alone, coded, in_brackets, without_hints};

/// A heading taken apart, each part as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) struct Spoken {
    /// Number in front, e.g. `17` or `1.2`.
    pub number: Option<String>,
    /// Code in front, e.g. `A1` or `A2[SQ001]`.
    pub code: Option<String>,
    /// The question above the line of a grid, where the heading holds it.
    pub head: Option<String>,
    /// What is left.
    pub text: String,
}

/// What a heading says.
pub(in crate::intake) fn spoken(heading: &str) -> Spoken {
    let plain = without_hints(heading.trim()).trim_end_matches(ENDS).trim();
    let (number, code, rest) = match (numbered(plain), coded(plain)) {
        (Some((number, rest)), _) => (Some(number), None, rest),
        (None, Some((code, rest))) if !rest.trim().is_empty() => (None, Some(code), rest.trim()),
        (None, _) => (None, None, plain),
    };
    let (head, text) = line(rest);
    Spoken {
        number,
        code: code.map(str::to_owned),
        head: head.map(tidy).filter(|head| !head.is_empty()),
        text: tidy(text),
    }
}

fn tidy(text: &str) -> String {
    let text = alone(text.trim());
    text.trim_matches(ENDS).trim().to_owned()
}

/// A number in front and what stands behind it: `3、`, `第3题`, `(3)`, `三、`, `1.2 `.
fn numbered(text: &str) -> Option<(String, &str)> {
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
    (apart && !rest.is_empty() && number.len() <= 6).then_some((number, rest))
}

/// The question and the line of a grid: `question—line`, `question [line]`.
fn line(text: &str) -> (Option<&str>, &str) {
    let dashed = text.rsplit_once(DASH).filter(|(head, line)| {
        let whole =
            |part: &str| !part.is_empty() && !part.starts_with(DASH) && !part.ends_with(DASH);
        whole(head) && whole(line)
    });
    let bracketed = || {
        let (head, line) = in_brackets(text)?;
        let square = text.ends_with([']', '】']);
        (square && !head.trim().is_empty() && !line.trim().is_empty()).then_some((head, line))
    };
    match dashed.or_else(bracketed) {
        Some((head, line)) => (Some(head), line),
        None => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_codes_and_questions_stand_apart() {
        for (heading, number, code, head, text) in [
            ("1、产品质量（必填）", Some("1"), None, None, "产品质量"),
            ("17、请评价—包装", Some("17"), None, Some("请评价"), "包装"),
            ("17、(包装)", Some("17"), None, None, "包装"),
            ("1.2 交货", Some("1.2"), None, None, "交货"),
            ("第3题 价格", Some("3"), None, None, "价格"),
            ("三、价格", Some("3"), None, None, "价格"),
            ("A2. 价格", None, Some("A2"), None, "价格"),
            ("Rate us [Price]", None, None, Some("Rate us"), "Price"),
            ("b2[1]. [Price]", None, Some("b2[1]"), None, "Price"),
            ("3.5寸盘", None, None, None, "3.5寸盘"),
            ("How old are you?", None, None, None, "How old are you"),
        ] {
            let expected = Spoken {
                number: number.map(str::to_owned),
                code: code.map(str::to_owned),
                head: head.map(str::to_owned),
                text: text.to_owned(),
            };
            assert_eq!(spoken(heading), expected, "{heading}");
        }
    }
}
