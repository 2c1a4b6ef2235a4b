//! What people write in many ways, in one: text to compare, numbers and dates.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::cell::Cell;

/// Text as it is compared: compatibility forms folded (full-width, circled …), without white
/// space and invisible characters, in lower case.
pub(super) fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !invisible(*c))
        .flat_map(char::to_lowercase)
        .collect()
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

pub(super) fn number_in(text: &str) -> Option<f64> {
    let text = folded(text);
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    if text.is_empty() || !text.chars().all(plain) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The day a cell names: a date, or text with year, month and day in this order, with
/// whatever time behind it. With dots between them the day may come first, as it does
/// wherever dots are used; with other signs the order differs from country to country and is
/// not guessed, and neither is what a bare number counts from.
pub(super) fn date(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Date(at) => Some(at.date()),
        Cell::Text(text) => date_in(text),
        Cell::Number(number) if number.fract() == 0.0 => date_in(&number.to_string()),
        Cell::Empty | Cell::Number(_) | Cell::Bool(_) | Cell::Error(_) | Cell::Formula(_) => None,
    }
    .filter(|date| (1900..2200).contains(&date.year()))
}

fn date_in(text: &str) -> Option<Date> {
    let text: String = text.nfkc().collect();
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 && text.len() == 8 {
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
        return day(part(0, 4)?, part(4, 6)?, part(6, 8)?);
    }
    let mut parts = text.splitn(3, ['-', '/', '.', '年', '月']);
    let first = parts.next()?.trim();
    let month = parts.next()?.trim();
    let rest = parts.next()?.trim();
    let day_first = first.len() <= 2 && text.matches('.').count() == 2;
    if first.len() != 4 && !day_first {
        return None;
    }
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (last, after) = rest.split_at(end);
    let time = after.trim_start_matches('日').trim_start();
    let separated = after.is_empty() || after.starts_with(['日', ' ', 'T', 't']);
    let time_like =
        time.is_empty() || time.starts_with(|c: char| c.is_ascii_digit() || c == 'T' || c == 't');
    if !separated || !time_like {
        return None;
    }
    let (year, last) = match day_first {
        true if last.len() == 4 => (last, first),
        true => return None,
        false => (first, last),
    };
    day(year.parse().ok()?, month.parse().ok()?, last.parse().ok()?)
}

/// The day a text names where months stand before days, as in `06/30/2026 08:59:01 AM`.
pub(super) fn month_first(cell: &Cell) -> Option<Date> {
    let Cell::Text(text) = cell else {
        return None;
    };
    let mut parts = text.split([' ', '/']);
    let [month, on, year] = [parts.next()?, parts.next()?, parts.next()?];
    let year = year.parse().ok().filter(|year| (1900..2200).contains(year));
    day(year?, month.parse().ok()?, on.parse().ok()?)
}

fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Yes or no in the ways a spreadsheet says it.
pub(super) fn flag(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(value) => Some(*value),
        Cell::Number(number) if *number == 1.0 => Some(true),
        Cell::Number(number) if *number == 0.0 => Some(false),
        Cell::Text(text) => match folded(text).as_str() {
            "yes" | "y" | "true" | "是" | "1" | "√" | "✓" | "✔" => Some(true),
            "no" | "n" | "false" | "否" | "0" => Some(false),
            _ => None,
        },
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn width_space_and_case_do_not_matter() {
        assert_eq!(folded(" Ｑ３．　质量 \u{200B}稳定：\n"), "q3.质量稳定:");
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

    #[test]
    fn dates_are_read_when_year_month_and_day_are_in_order() {
        for written in [
            "2026-06-30",
            "2026/6/30 08:59:01",
            "2026.6.30",
            "2026年6月30日",
            "２０２６年６月３０日 上午".trim_end_matches(" 上午"),
            "20260630",
            "2026-06-30T08:00:00",
            "30.06.2026",
            "30.6.2026 08:59",
        ] {
            assert_eq!(date(&text(written)), Some(on(2026, 6, 30)), "{written}");
        }
        assert_eq!(date(&Cell::Number(20_260_630.0)), Some(on(2026, 6, 30)));
        for wrong in [
            "30.6.26",
            "6.30.2026",
            "30/6/2026",
            "30-6.2026",
            "6/30/2026",
            "2026-13-01",
            "2026-06",
            "26-06-30",
            "45000",
            "abc",
        ] {
            assert_eq!(date(&text(wrong)), None, "{wrong}");
        }
        assert_eq!(date(&Cell::Number(45_000.0)), None);
        assert_eq!(date(&Cell::Date(on(1899, 12, 31).at(8, 0, 0, 0))), None);
    }

    #[test]
    fn flags_are_yes_or_no() {
        assert_eq!(flag(&text(" Yes ")), Some(true));
        assert_eq!(flag(&text("否")), Some(false));
        assert_eq!(flag(&Cell::Number(1.0)), Some(true));
        assert_eq!(flag(&text("maybe")), None);
    }
}
