//! Periods: the half-year a wave belongs to, or a month, quarter or year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How long one period of a survey is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum PeriodKind {
    Month,
    Quarter,
    #[default]
    Half,
    Year,
}

impl PeriodKind {
    /// Months in one period: 1, 3, 6 or 12.
    pub fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }
}

/// One stretch of the calendar. Ordered by where it begins, a longer one before a shorter one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Period {
    kind: PeriodKind,
    year: i16,
    part: u8,
}

/// The text is no period such as `2026H1`, `2026 上半年`, `2026Q3`, `2026-03` or `2026`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no period such as 2026H1, 2026Q3, 2026-03 or 2026")]
pub struct NotAPeriod(pub String);

/// More missing periods than these in a row are no gap: there are two series.
pub const MOST_MISSED: usize = 24;

impl Period {
    /// The `part`-th (from 1) period of `kind` in `year`; `None` outside the year or 1900–2199.
    pub fn new(kind: PeriodKind, year: i16, part: u8) -> Option<Self> {
        let valid = (1900..2200).contains(&year) && part >= 1 && part <= 12 / kind.months();
        valid.then_some(Self { kind, year, part })
    }

    /// The period of `kind` that holds a day of the given month (1–12).
    pub fn holding(kind: PeriodKind, year: i16, month: u8) -> Option<Self> {
        Self::new(kind, year, month.checked_sub(1)? / kind.months() + 1)
    }

    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// Which period of its year this is, from 1.
    pub fn part(self) -> u8 {
        self.part
    }

    /// The period right after this one.
    pub fn next(self) -> Self {
        if self.part == 12 / self.kind.months() {
            Self {
                year: self.year + 1,
                part: 1,
                ..self
            }
        } else {
            Self {
                part: self.part + 1,
                ..self
            }
        }
    }

    /// Periods between this one and a later one of its kind, in which something was left out;
    /// none where there are more than 24.
    pub fn missed_until(self, later: Self) -> Vec<Self> {
        let next = std::iter::successors(Some(self.next()), |it| Some(it.next()));
        let between = next.take_while(|it| it.kind == later.kind && *it < later);
        let between: Vec<Self> = between.take(MOST_MISSED + 1).collect();
        match between.len() <= MOST_MISSED {
            true => between,
            false => Vec::new(),
        }
    }

    /// The period right before this one.
    pub fn previous(self) -> Self {
        if self.part == 1 {
            Self {
                year: self.year - 1,
                part: 12 / self.kind.months(),
                ..self
            }
        } else {
            Self {
                part: self.part - 1,
                ..self
            }
        }
    }

    /// Months from January of year 0 to the first day: places periods on one time axis.
    pub fn start_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from((self.part - 1) * self.kind.months())
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start_month(), other.kind.months()).cmp(&(other.start_month(), self.kind.months()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            PeriodKind::Half => write!(f, "{}H{}", self.year, self.part),
            PeriodKind::Quarter => write!(f, "{}Q{}", self.year, self.part),
            PeriodKind::Month => write!(f, "{}-{:02}", self.year, self.part),
            PeriodKind::Year => write!(f, "{}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        parse(text).ok_or_else(|| NotAPeriod(text.to_owned()))
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

fn parse(text: &str) -> Option<Period> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '年')
        .collect();
    let text = text.to_uppercase();
    let year_end = text.char_indices().nth(4).map_or(text.len(), |(at, _)| at);
    let year = text[..year_end]
        .parse::<i16>()
        .ok()
        .filter(|_| year_end == 4)?;
    let rest = &text[year_end..];
    let (kind, part) = match rest {
        "" => (PeriodKind::Year, 1),
        "上" | "上半" => (PeriodKind::Half, 1),
        "下" | "下半" => (PeriodKind::Half, 2),
        _ => numbered(rest)?,
    };
    Period::new(kind, year, part)
}

fn numbered(rest: &str) -> Option<(PeriodKind, u8)> {
    let rest = rest.trim_start_matches(['-', '/', '第']);
    if let Some(part) = rest.strip_prefix('H') {
        return Some((PeriodKind::Half, part.parse().ok()?));
    }
    if let Some(part) = rest.strip_prefix('Q') {
        return Some((PeriodKind::Quarter, part.parse().ok()?));
    }
    if let Some(part) = rest.strip_suffix("季度") {
        let part = "一二三四"
            .chars()
            .position(|c| part == c.to_string())
            .map(|at| at + 1);
        return Some((PeriodKind::Quarter, u8::try_from(part?).ok()?));
    }
    Some((PeriodKind::Month, rest.trim_end_matches('月').parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn reads_what_people_write() {
        for (written, code) in [
            ("2026H1", "2026H1"),
            ("2026h2", "2026H2"),
            ("2026 上半年", "2026H1"),
            ("2026年下半年", "2026H2"),
            ("2026 下", "2026H2"),
            ("2026-Q3", "2026Q3"),
            ("2026年第三季度", "2026Q3"),
            ("2026-03", "2026-03"),
            ("2026年3月", "2026-03"),
            ("2026", "2026"),
        ] {
            assert_eq!(period(written).to_string(), code, "{written}");
        }
        for wrong in [
            "",
            "26H1",
            "2026H3",
            "2026-13",
            "上半年",
            "2026H",
            "二〇二六",
            "2026Q0",
        ] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn steps_over_the_year() {
        assert_eq!(period("2025H2").next(), period("2026H1"));
        assert_eq!(period("2026H1").previous(), period("2025H2"));
        assert_eq!(period("2026-12").next(), period("2027-01"));
        assert_eq!(
            Period::holding(PeriodKind::Half, 2026, 7),
            Some(period("2026H2"))
        );
        assert_eq!(Period::holding(PeriodKind::Half, 2026, 0), None);
    }

    #[test]
    fn orders_by_the_calendar() {
        let mut mixed = ["2026H2", "2026-03", "2025H2", "2026", "2026H1"].map(period);
        mixed.sort();
        assert_eq!(
            mixed.map(|p| p.to_string()),
            ["2025H2", "2026", "2026H1", "2026-03", "2026H2"]
        );
    }
}
