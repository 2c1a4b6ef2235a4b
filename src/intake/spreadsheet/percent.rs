//! Numbers that a spreadsheet shows with a percent sign: 0.5 shown as 50 % says what the text `50%`
//! says, and is handed on as that text.

use crate::intake::grid::Value;

/// Figures behind the point that are more than noise of the reckoning.
const EXACT: f64 = 1e9;

/// Whether a number format shows a hundred times the number with a percent sign. One in quotes or
/// behind a backslash is only put beside it.
pub(super) fn is_percent(format: &str) -> bool {
    let mut letters = format.chars();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // What is behind them is shown, or as wide, or fills the cell.
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => while letters.next().is_some_and(|it| it != ']') {},
            '%' | '％' => return true,
            _ => {}
        }
    }
    false
}

/// What a number is shown as, with all its figures.
pub(super) fn shown(number: f64) -> String {
    let percent = (number * 100.0 * EXACT).round() / EXACT;
    if !percent.is_finite() {
        return number.to_string();
    }
    let text = percent.to_string();
    match text.split_once('.') {
        // Three figures behind a point could be thousands to some.
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0%"),
        _ => format!("{text}%"),
    }
}

/// The value of a cell that shows percents; only numbers do.
pub(super) fn value<'a>(found: Value<'a>, text: &'a mut String) -> Value<'a> {
    match found {
        Value::Number(number) if number.is_finite() => {
            *text = shown(number);
            Value::Text(text)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_percents_are_told_from_signs_put_beside() {
        for format in [
            "0%",
            "0.00%",
            "0.0%;[Red]-0.0%",
            "#,##0%",
            "[Blue]0%",
            "\"合计 \"0%",
            "0 %",
        ] {
            assert!(is_percent(format), "{format}");
        }
        for format in [
            "General",
            "0",
            "0\"%\"",
            "0\\%",
            "[%]0",
            "0_%",
            "yyyy-mm-dd",
            "",
            "\"%",
        ] {
            assert!(!is_percent(format), "{format}");
        }
    }

    #[test]
    fn what_is_shown_has_no_noise() {
        for (number, text) in [
            (0.5, "50%"),
            (0.07, "7%"),
            (0.29, "29%"),
            (0.505, "50.5%"),
            (1.0, "100%"),
            (-0.033, "-3.3%"),
            (0.0, "0%"),
            (1.0 / 3.0, "33.333333333%"),
            (0.01234, "1.2340%"),
        ] {
            assert_eq!(shown(number), text);
        }
    }
}
