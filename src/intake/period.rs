//! The period the name of a file speaks of, and the days its returns are of.

use std::ops::Range;

use jiff::civil::Date;

use crate::model::{Period, PeriodKind};

/// Months before and behind a period, at least, from which on a day is no day of its returns.
const AROUND: i32 = 6;

/// The days that returns of a period can be of: they often come in once it is over, but not so
/// late that the year of one could be mistyped unseen.
pub fn days_around(period: Period) -> Range<Date> {
    let first = |month: i32, otherwise| {
        let year = i16::try_from(month.div_euclid(12));
        let part = i8::try_from(month.rem_euclid(12) + 1);
        let day = year.ok().zip(part.ok());
        day.and_then(|(year, month)| Date::new(year, month, 1).ok())
            .unwrap_or(otherwise)
    };
    let (start, months) = (period.start_month(), i32::from(period.kind().months()));
    let around = (12 - months).max(AROUND);
    first(start - around, Date::MIN)..first(start + months + around, Date::MAX)
}

/// The period of that length a name speaks of.
pub fn period_named(name: &str, kind: PeriodKind) -> Option<Period> {
    let name = name.to_lowercase();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    years(stem).find_map(|(year, rest)| {
        let part = part(rest.trim_start_matches(['年', '-', '_', ' ', '.']), kind)?;
        Period::new(kind, year, part)
    })
}

/// Each year in a text with what stands behind it.
fn years(text: &str) -> impl Iterator<Item = (i16, &str)> {
    let digit = |c: char| c.is_ascii_digit();
    text.char_indices().filter_map(move |(at, _)| {
        let before = text.get(..at)?;
        let year = text.get(at..at + 4).filter(|it| it.chars().all(digit))?;
        let year: i16 = year.parse().ok().filter(|it| (1990..2200).contains(it))?;
        (!before.ends_with(digit)).then_some((year, text.get(at + 4..)?))
    })
}

/// The part of a year that stands first in a text.
fn part(text: &str, kind: PeriodKind) -> Option<u8> {
    const HALVES: [(&str, u8); 6] = [
        ("h1", 1),
        ("h2", 2),
        ("上半年", 1),
        ("下半年", 2),
        ("s1", 1),
        ("s2", 2),
    ];
    const QUARTERS: [(&str, u8); 12] = [
        ("q1", 1),
        ("q2", 2),
        ("q3", 3),
        ("q4", 4),
        ("第一季度", 1),
        ("第二季度", 2),
        ("第三季度", 3),
        ("第四季度", 4),
        ("一季度", 1),
        ("二季度", 2),
        ("三季度", 3),
        ("四季度", 4),
    ];
    let of = |words: &[(&str, u8)]| {
        let mut words = words.iter();
        words
            .find(|(word, _)| text.starts_with(word))
            .map(|(_, part)| *part)
    };
    match kind {
        PeriodKind::Half => of(&HALVES),
        PeriodKind::Quarter => of(&QUARTERS),
        PeriodKind::Month => {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            let month = text.get(..digits).filter(|it| it.len() <= 2)?;
            month.parse().ok().filter(|it| (1..=12).contains(it))
        }
        PeriodKind::Year => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_year_is_never_near_unless_the_period_is_one() {
        for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half] {
            for part in 1..=12 / kind.months() {
                let period = Period::new(kind, 2026, part).unwrap();
                let near = days_around(period);
                let first = i8::try_from(period.start_month().rem_euclid(12) + 1).unwrap();
                for month in first..first + i8::try_from(kind.months()).unwrap() {
                    let of = |year| Date::new(year, month, 15).unwrap();
                    assert!(near.contains(&of(2026)), "{period} {month}");
                    assert!(!near.contains(&of(2025)), "{period} {month}");
                    assert!(!near.contains(&of(2027)), "{period} {month}");
                }
            }
        }
        let year = days_around(Period::new(PeriodKind::Year, 2026, 1).unwrap());
        assert!(year.contains(&Date::new(2027, 2, 1).unwrap()));
    }

    #[test]
    fn names_speak_of_a_period() {
        let half = |name: &str| period_named(name, PeriodKind::Half).map(|it| it.to_string());
        for (name, period) in [
            ("2026上半年.xlsx", Some("2026H1")),
            ("客户满意度2026年下半年汇总.xls", Some("2026H2")),
            ("survey_2025H2_final.csv", Some("2025H2")),
            ("2026.xlsx", None),
            ("答卷20260315.csv", None),
            ("export.csv", None),
        ] {
            assert_eq!(half(name).as_deref(), period, "{name}");
        }
        let month = period_named("2026-03 returns.csv", PeriodKind::Month);
        assert_eq!(month.map(|it| it.to_string()).as_deref(), Some("2026-03"));
        let quarter = period_named("2026年三季度.csv", PeriodKind::Quarter);
        assert_eq!(quarter.map(|it| it.to_string()).as_deref(), Some("2026Q3"));
    }
}
