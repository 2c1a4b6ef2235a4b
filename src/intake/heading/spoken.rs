//! What a heading says to a person: its text without hints, and what stands around that.

use super::front::{Front, Name, Place, front};
use super::parts::DASH;
use super::worn::{ENDS, alone, in_brackets, without_hints};

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

impl From<Name<'_>> for Spoken {
    fn from(name: Name<'_>) -> Self {
        match name {
            Name::Number(number) => Self {
                number: Some(number),
                ..Self::default()
            },
            Name::Code(code) => Self {
                code: Some(code.to_owned()),
                ..Self::default()
            },
        }
    }
}

/// Of each heading whether the number or code in front follows that of the one before, or is followed
/// by that of the one behind: `A1 text`, `A2 text`, `B1 text`.
pub(in crate::intake) fn in_order<'h>(headings: impl Iterator<Item = &'h str>) -> Vec<bool> {
    let places = headings.map(|it| front(plain(it)).and_then(|it| it.name.place()));
    let places: Vec<Option<Place>> = places.collect();
    let mut distinct: Vec<&Place> = places.iter().flatten().collect();
    distinct.dedup();
    let followed = distinct.windows(2).filter_map(|pair| match pair {
        [one, next] if next.follows(one) => Some([*one, *next]),
        _ => None,
    });
    let followed: Vec<&Place> = followed.flatten().collect();
    let runs = places
        .iter()
        .map(|it| it.as_ref().is_some_and(|it| followed.contains(&it)));
    runs.collect()
}

/// What a heading says. A number or code in front that no mark parts from the text may be a word of
/// it, as in `A4 paper`: it is none unless the heading stands [`in_order`].
pub(in crate::intake) fn said(heading: &str, in_order: bool) -> Spoken {
    let plain = plain(heading);
    let front = front(plain).filter(|it| it.clear || in_order);
    let (mut spoken, rest) = match front {
        Some(Front { name, rest, .. }) => (name.into(), rest),
        None => (Spoken::default(), plain),
    };
    let (head, text) = line(rest);
    spoken.head = head.map(tidy).filter(|head| !head.is_empty());
    spoken.text = tidy(text);
    spoken
}

fn plain(heading: &str) -> &str {
    let plain = without_hints(heading.trim()).trim_end_matches(ENDS);
    plain.trim()
}

fn tidy(text: &str) -> String {
    let text = alone(text.trim());
    text.trim_matches(ENDS).trim().to_owned()
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
            assert_eq!(said(heading, true), expected, "{heading}");
        }
    }

    #[test]
    fn a_word_that_looks_like_a_code_is_one_in_front_of_a_mark_or_in_order() {
        let texts = |headings: &[&str]| -> Vec<String> {
            let runs = in_order(headings.iter().copied());
            let both = headings.iter().zip(runs);
            both.map(|(heading, runs)| said(heading, runs).text)
                .collect()
        };
        for word in [
            "R2 D2 is fast",
            "A4 paper quality",
            "A4-paper quality",
            "5S管理",
            "3D printing",
            "3-axis milling",
            "ISO9001 audit",
            "B2B portal",
            "24小时服务",
            "7 x 24 service",
            "24/7 support",
            "1:1 support",
            "8D报告",
            "2025 delivery",
            "100% on time",
            "第3方物流",
            "（3 Tage）Lieferung",
            "Q235 steel",
            "1.2 mm sheets",
            "B2.5 tubes",
        ] {
            let beside = ["质量", word, "交付", word];
            assert_eq!(texts(&beside), beside, "{word}");
        }
        for (front, next) in [
            ("A1 ", "A2 "),
            ("A9 ", "B1 "),
            ("Q1 ", "Q2 "),
            ("1 ", "2 "),
            ("1.2 ", "1.3 "),
            ("1.2 ", "2.1 "),
            ("1-", "2-"),
            ("A1-", "A2-"),
        ] {
            let beside = [format!("{front}quality"), format!("{next}delivery")];
            let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
            assert_eq!(texts(&beside), ["quality", "delivery"], "{front}");
        }
        for front in [
            "A1. ", "A1: ", "A1、", "A1) ", "A1_", "[A1] ", "A1 - ", "1、", "1. ", "1.", "(1) ",
            "第3题 ", "1: ", "1 - ", "三、", "1.2、", "b2[1] ",
        ] {
            let whole = format!("{front}quality");
            assert_eq!(texts(&[&whole]), ["quality"], "{front}");
        }
    }
}
