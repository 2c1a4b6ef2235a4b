//! Dates as people type them.

use jiff::civil::Date;

/// Reads `2026-07-06`, also with slashes, dots or 年月日 as people write them; empty is none.
pub fn parse(text: &str) -> Result<Option<Date>, NotADate> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let mut parts = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let read = (|| {
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Date::new(year, month, day).ok()
    })();
    match (read, parts.next()) {
        (Some(date), None) if (1900..2200).contains(&date.year()) => Ok(Some(date)),
        _ => Err(NotADate),
    }
}

/// The text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

/// As it is shown and typed: `2026-07-06`, empty for none.
pub fn show(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn reads_dates_as_people_type_them() {
        let day = Ok(Some(date(2026, 7, 6)));
        for text in ["2026-07-06", " 2026/7/6 ", "2026.7.6", "2026年7月6日"] {
            assert_eq!(parse(text), day, "{text}");
        }
        assert_eq!(parse(""), Ok(None));
        for text in ["6", "2026-13-01", "2026-07-06-1", "26-7-6", "today"] {
            assert_eq!(parse(text), Err(NotADate), "{text}");
        }
        assert_eq!(parse(&show(Some(date(2026, 7, 6)))), day);
    }
}
