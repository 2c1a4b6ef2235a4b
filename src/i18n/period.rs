//! Periods in words.

use crate::i18n::Language;
use crate::model::{Period, PeriodKind, Wave};
use crate::tr;

/// In full: 2026 上半年, 2026 H1.
pub fn name(language: Language, period: Period) -> String {
    let year = period.year().to_string();
    let part = period.part().to_string();
    match (period.kind(), period.part()) {
        (PeriodKind::Half, 1) => tr!(language, "period-half-1", year = year),
        (PeriodKind::Half, _) => tr!(language, "period-half-2", year = year),
        (PeriodKind::Quarter, _) => tr!(language, "period-quarter", year = year, part = part),
        (PeriodKind::Month, month) => {
            let month = match language {
                Language::Zh => part,
                // 2025-03, as in narrow places.
                Language::En => format!("{month:02}"),
            };
            tr!(language, "period-month", year = year, part = month)
        }
        (PeriodKind::Year, _) => tr!(language, "period-year", year = year),
    }
}

/// A wave as it is called: its period, and its label if it is not the regular one.
pub fn of_wave(language: Language, wave: &Wave) -> String {
    let period = name(language, wave.period);
    if wave.label.is_empty() {
        period
    } else {
        format!("{period} {}", wave.label)
    }
}

/// For the narrowest places: 26上.
pub fn narrow(language: Language, period: Period) -> String {
    let year = format!("{:02}", period.year().rem_euclid(100));
    match (period.kind(), period.part()) {
        (PeriodKind::Half, 1) => tr!(language, "period-half-1-narrow", year = year),
        (PeriodKind::Half, _) => tr!(language, "period-half-2-narrow", year = year),
        _ => period.to_string().split_off(2),
    }
}

/// For narrow places: 2026 上.
pub fn short(language: Language, period: Period) -> String {
    let year = period.year().to_string();
    match (period.kind(), period.part()) {
        (PeriodKind::Half, 1) => tr!(language, "period-half-1-short", year = year),
        (PeriodKind::Half, _) => tr!(language, "period-half-2-short", year = year),
        (PeriodKind::Quarter, part) => {
            tr!(language, "period-quarter-short", year = year, part = part)
        }
        _ => period.to_string(),
    }
}

/// How a period of a kind is written where one is typed.
pub fn example(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Month => "2026-03",
        PeriodKind::Quarter => "2026Q1",
        PeriodKind::Half => "2026H1",
        PeriodKind::Year => "2026",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_both_languages() {
        let say = |text: &str| {
            let period = text.parse().unwrap();
            [Language::Zh, Language::En].map(|language| name(language, period))
        };
        assert_eq!(say("2025H2"), ["2025 下半年", "2025 H2"]);
        assert_eq!(say("2025Q3"), ["2025 年第 3 季度", "2025 Q3"]);
        assert_eq!(say("2025-03"), ["2025 年 3 月", "2025-03"]);
        assert_eq!(say("2025"), ["2025 年", "2025"]);
        assert_eq!(short(Language::Zh, "2026H1".parse().unwrap()), "2026 上");
        let brief = |text: &str| short(Language::En, text.parse().unwrap());
        let same = ["2025H2", "2025Q3", "2025-03", "2025"];
        assert_eq!(same.map(brief), same.map(|text| say(text)[1].clone()));
        let least = |text: &str| narrow(Language::Zh, text.parse().unwrap());
        assert_eq!(
            ["2026H1", "2026Q3", "2026"].map(least),
            ["26上", "26Q3", "26"]
        );
    }
}
