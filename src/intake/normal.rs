//! What people write in many ways, in one: text to compare, numbers and flags.

use unicode_normalization::UnicodeNormalization;

use super::cell::Cell;

/// Text as it is compared: compatibility forms folded (full-width, circled …), without white
/// space and invisible characters, in lower case.
pub(super) fn folded(text: &str) -> String {
    let mut folded = narrowed(text);
    folded.retain(|c| !c.is_whitespace() && !invisible(c));
    folded
}

/// The same with everything that is not seen.
pub(super) fn narrowed(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    match text.chars().all(settled) {
        true => text.chars().map(narrow).collect(),
        false => text.nfkc().flat_map(char::to_lowercase).collect(),
    }
}

/// Characters whose folded form is known whatever stands beside them: most of what is ever
/// folded, at a tenth of the time.
fn settled(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{3001}'..='\u{301B}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// One of them in ASCII where it is its wide form, in lower case.
fn narrow(c: char) -> char {
    let narrow = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    narrow.to_ascii_lowercase()
}

/// A text that may be a number, as [`folded`], without the spaces between its thousands. `None` where
/// a space stands elsewhere among its digits: `1 2` is no twelve.
pub(super) fn numeral(text: &str) -> Option<String> {
    let mut text = narrowed(text);
    text.retain(|c| c.is_whitespace() || !invisible(c));
    let within = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’');
    let digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let mut whole = String::with_capacity(text.len());
    // Digits of the groups so far, where nothing but groups of them stands there.
    let mut groups = None;
    for piece in text.split_whitespace() {
        let (led, bare) = (digits(piece), piece.trim_start_matches(['-', '+']));
        if whole.ends_with(within) && piece.starts_with(within) {
            let before = groups.take();
            before.filter(|_| led == 3)?;
            groups = (led == piece.len()).then_some(3);
        } else {
            let first = digits(bare);
            let leads = (1..=3).contains(&first) && first == bare.len() && !bare.starts_with('0');
            groups = leads.then_some(first);
        }
        whole.push_str(piece);
    }
    Some(whole)
}

fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'
        )
}

/// The number a cell holds, as a number or as text in any width. Words that happen to parse
/// as numbers (`inf`, `1e5`) are none.
pub(super) fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => number_in(text),
        Cell::Empty | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => None,
    }
}

/// The number a cell holds where nothing but a number is asked for: with a percent sign or a
/// unit, or with a comma before its decimals.
pub(super) fn measured(cell: &Cell) -> Option<f64> {
    let plain = number(cell);
    let Cell::Text(text) = cell else { return plain };
    let text = numeral(text)?;
    let bare = text.trim_end_matches(['%', '分']);
    plain.or_else(|| pointed(bare)).or_else(|| number_in(bare))
}

/// The number in a text with a comma before one or two decimals.
pub(super) fn with_comma(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Text(text) => pointed(&numeral(text)?),
        _ => None,
    }
}

fn pointed(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once(',')?;
    let decimals = Some(decimals).filter(|it| matches!(it.len(), 1 | 2))?;
    number_in(&format!("{whole}.{decimals}"))
}

pub(super) fn number_in(text: &str) -> Option<f64> {
    let text = numeral(text)?;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    if text.is_empty() || !text.chars().all(plain) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Yes or no in the ways a spreadsheet says it.
pub(super) fn flag(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(value) => Some(*value),
        Cell::Number(number) if *number == 1.0 => Some(true),
        Cell::Number(number) if *number == 0.0 => Some(false),
        Cell::Text(text) => match folded(text).as_str() {
            "yes" | "y" | "true" | "是" | "1" | "√" | "✓" | "✔" | "☑" | "✅" | "■" | "●" => {
                Some(true)
            }
            "no" | "n" | "false" | "否" | "0" | "□" => Some(false),
            _ => None,
        },
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn width_space_and_case_do_not_matter() {
        assert_eq!(folded(" Ｑ３．　质量 \u{200B}稳定：\n"), "q3.质量稳定:");
    }

    /// Beside each other too: nothing that is settled takes up what stands next to it.
    #[test]
    fn what_is_known_by_itself_is_what_the_whole_text_folds_to() {
        let slowly = |text: &str| -> String {
            let seen = text.nfkc().filter(|c| !c.is_whitespace() && !invisible(*c));
            seen.flat_map(char::to_lowercase).collect()
        };
        let all: Vec<char> = ('\0'..='\u{FFFF}').filter(|c| settled(*c)).collect();
        assert!(all.len() > 21_000);
        for c in &all {
            for text in [format!("{c}"), format!("a{c}"), format!("{c}中{c}")] {
                assert_eq!(folded(&text), slowly(&text), "{c:?}");
            }
        }
        let whole: String = all.iter().collect();
        assert_eq!(folded(&whole), slowly(&whole));
    }

    #[test]
    fn numbers_come_as_text_too() {
        for (written, read) in [
            ("5", 5.0),
            (" ５ ", 5.0),
            ("４．５", 4.5),
            ("-3", -3.0),
            ("5.0", 5.0),
        ] {
            assert_eq!(number(&text(written)), Some(read), "{written}");
        }
        for wrong in ["", "五", "5分", "inf", "NaN", "1e5", "1,5", "--", "4-5"] {
            assert_eq!(number(&text(wrong)), None, "{wrong}");
        }
    }

    /// Whatever space it is, and whatever stands before and behind.
    #[test]
    fn a_space_parts_thousands_only_in_threes() {
        for space in [
            " ", "\u{a0}", "\u{2009}", "\u{202f}", "\u{3000}", "\t", "\n",
        ] {
            for (written, read) in [
                ("1 234", Some(1234.0)),
                ("12 345 678", Some(12_345_678.0)),
                ("- 1 234.5", Some(-1234.5)),
                ("-1 234", Some(-1234.0)),
                (" 5 ", Some(5.0)),
                ("- 5", Some(-5.0)),
                ("1 2", None),
                ("12 34", None),
                ("1 2345", None),
                ("1234 567", None),
                ("0 123", None),
                ("1 234 5", None),
                ("1 234 56", None),
                ("1.5 200", None),
                ("1. 5", None),
                ("1 .5", None),
                ("4 4 4", None),
                ("5 100 %", None),
            ] {
                let written = written.replace(' ', space);
                assert_eq!(number(&text(&written)), read, "{written:?}");
            }
            let percent = format!("1{space}0 %");
            assert_eq!(measured(&text(&percent)), None, "{percent:?}");
        }
    }

    #[test]
    fn a_measure_may_have_its_unit_and_a_decimal_comma() {
        for (written, read) in [("90 %", 90.0), ("９０％", 90.0), ("4,5", 4.5), ("8分", 8.0)] {
            assert_eq!(measured(&text(written)), Some(read), "{written}");
        }
        for wrong in ["1,500", "%", "九十", "4,5,6"] {
            assert_eq!(measured(&text(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn flags_are_yes_or_no() {
        assert_eq!(flag(&text(" Yes ")), Some(true));
        assert_eq!(flag(&text("否")), Some(false));
        assert_eq!(flag(&Cell::Number(1.0)), Some(true));
        assert_eq!(flag(&text("maybe")), None);
    }
}
