//! Headings that say the same in two languages: `产品质量 Product quality`, `产品质量/Product quality`,
//! or below each other.
//!
//! One such heading may be a word with another before it (`Email 服务`); where most headings of a
//! sheet with Chinese in them are made so, they are halves.

/// Letters of the Latin half for each character of the other, at least: `ERP 系统` is one text.
const LETTERS: f64 = 2.0;
/// Headings that make a sheet one of two languages, at least.
const LEAST: usize = 2;

/// The halves of each heading of a sheet of two languages; nothing for others.
pub(super) fn halves<'t>(headings: &[(&'t str, &str)]) -> Vec<Option<[&'t str; 2]>> {
    let all = headings.iter().map(|(title, _)| of(title));
    let all: Vec<Option<[&str; 2]>> = all.collect();
    let chinese = headings.iter().filter(|(title, _)| title.contains(is_wide));
    let found = all.iter().flatten().count();
    match found >= LEAST && found * 2 >= chinese.count() {
        true => all,
        false => vec![None; headings.len()],
    }
}

/// The two halves of a text, the first as it stands in front.
fn of(text: &str) -> Option<[&str; 2]> {
    let first = |is: fn(char) -> bool| text.find(is);
    let last = |is: fn(char) -> bool| {
        let mut all = text.char_indices().rev();
        all.find(|(_, c)| is(*c)).map(|(at, c)| at + c.len_utf8())
    };
    let (wide, latin) = (
        (first(is_wide)?, last(is_wide)?),
        (first(is_latin)?, last(is_latin)?),
    );
    // The letter of a code in front is part of the half behind it.
    let (end, begin) = match () {
        () if wide.1 <= latin.0 => (wide.1, latin.0),
        () if latin.1 <= wide.0 => (latin.1, wide.0),
        () => return None,
    };
    let between = text.get(end..begin)?;
    let mark = |c: char| c.is_whitespace() || matches!(c, '/' | '／' | '|' | '｜');
    if between.is_empty() || !between.chars().all(mark) {
        return None;
    }
    let halves = [text.get(..end)?.trim(), text.get(begin..)?.trim()];
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count() as f64;
    let whole = count(is_latin) >= LETTERS * count(is_wide);
    let [front, behind] = halves;
    (whole && front != behind).then_some(halves)
}

/// A character of Chinese, Japanese or Korean.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && !is_wide(c) && c < '\u{0250}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_two_languages_has_two_halves() {
        for (text, expected) in [
            (
                "产品质量 Product quality",
                Some(["产品质量", "Product quality"]),
            ),
            (
                "产品质量/Product quality",
                Some(["产品质量", "Product quality"]),
            ),
            (
                "产品质量\nProduct quality",
                Some(["产品质量", "Product quality"]),
            ),
            (
                "Product quality | 产品质量",
                Some(["Product quality", "产品质量"]),
            ),
            (
                "3、产品质量 Product quality",
                Some(["3、产品质量", "Product quality"]),
            ),
            ("产品质量 Qualität", Some(["产品质量", "Qualität"])),
            // One text of both.
            ("ERP 系统", None),
            ("5S管理", None),
            ("A4 纸张质量", None),
            ("产品质量（quality）", None),
            ("使用 Excel 导出", None),
            ("产品质量", None),
            ("Product quality", None),
            ("", None),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
        let alone = [("Email 服务", ""), ("交付", ""), ("价格", "")];
        assert_eq!(halves(&alone), [None; 3]);
        let both = [("质量 Quality", ""), ("交付 Delivery", ""), ("价格", "")];
        assert_eq!(halves(&both).iter().flatten().count(), 2);
    }
}
