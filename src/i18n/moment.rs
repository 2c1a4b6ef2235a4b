//! Points in time as people say them: today with the hour, this year without the year.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::i18n::Language;
use crate::tr;

/// 今天 14:32, 7 月 2 日, 2025 年 12 月 30 日, in the machine's time zone.
pub fn day(language: Language, at: Timestamp, today: Date) -> String {
    let local = local(at);
    let (date, time) = (local.date(), clock(at));
    if date == today {
        return tr!(language, "moment-today", time = time);
    }
    let (year, month, day) = (
        date.year().to_string(),
        date.month().to_string(),
        date.day().to_string(),
    );
    if date.year() == today.year() {
        tr!(language, "moment-day", month = month, day = day)
    } else {
        tr!(
            language,
            "moment-date",
            year = year,
            month = month,
            day = day
        )
    }
}

/// 14:32 today, else as [`day`].
pub fn short(language: Language, at: Timestamp, today: Date) -> String {
    if local(at).date() == today {
        clock(at)
    } else {
        day(language, at, today)
    }
}

/// `14:32`, in the machine's time zone.
pub fn clock(at: Timestamp) -> String {
    let local = local(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

fn local(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::system())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn far_days_carry_their_year() {
        let at = |day: Date| {
            day.at(12, 5, 0, 0)
                .to_zoned(TimeZone::system())
                .unwrap()
                .timestamp()
        };
        let today = date(2026, 7, 6);
        let say = |then| [Language::Zh, Language::En].map(|l| day(l, at(then), today));
        assert_eq!(say(today), ["今天 12:05", "today 12:05"]);
        assert_eq!(say(date(2026, 7, 2)), ["7 月 2 日", "7-2"]);
        assert_eq!(
            say(date(2025, 12, 30)),
            ["2025 年 12 月 30 日", "2025-12-30"]
        );
    }
}
