//! Numbers as they are shown: one decimal, a true minus, an en dash in ranges, and a dash
//! where there is no value. The same in every language.

use crate::edit;
use crate::model::{Bound, Rules};

/// What stands where a value is missing. Never 0.
pub const MISSING: &str = "–";

/// A score of 0–100 with one decimal.
pub fn score(value: Option<f64>) -> String {
    value.map_or_else(missing, |value| decimals(value, 1))
}

/// A p value with three decimals, and as many more as it takes to stay on its side of what is called
/// proven: `p = 0.031`, `p < 0.001`.
pub fn chance(p: f64, level: f64) -> String {
    if p < 0.001 {
        return "p < 0.001".to_owned();
    }
    let same = |places: &usize| {
        let scale = 10_f64.powi(i32::try_from(*places).unwrap_or(9));
        ((p * scale).round() / scale < level) == (p < level)
    };
    let places = (3..9).find(same).unwrap_or(9);
    format!("p = {}", decimals(p, places))
}

/// A score beside the bound it was compared with: as many decimals as it takes to show on
/// which side it lies, so that 84.96 below 85 is not printed as 85.0.
pub fn score_against(value: f64, bound: f64, rule: Bound) -> String {
    beside(value, &[(bound, rule)])
}

/// A score somebody typed, with its decimals, one at least and three at most.
pub fn typed(value: f64) -> String {
    let holds = |places: &u8| {
        let scale = 10_f64.powi(i32::from(*places));
        ((value * scale).round() / scale - value).abs() < 1e-9
    };
    decimals(value, (1..3).find(holds).map_or(3, usize::from))
}

/// A score beside its verdicts: target and band. 89.96 in the band below 90 is not printed as
/// 90.0.
pub fn score_under(value: f64, rules: &Rules) -> String {
    let bands = rules.bands.iter().map(|band| (band.from, rules.bands_rule));
    let bounds: Vec<_> = bands.chain([(rules.target, rules.target_rule)]).collect();
    beside(value, &bounds)
}

fn beside(value: f64, bounds: &[(f64, Bound)]) -> String {
    decimals(value, places_beside(value, bounds))
}

/// The decimals it takes to show on which side of the bounds a value lies, one at least.
fn places_beside(value: f64, bounds: &[(f64, Bound)]) -> usize {
    let says_the_same = |places: &i32| {
        let scale = 10_f64.powi(*places);
        let written = (value * scale).round() / scale;
        let same = |(bound, rule): &(f64, Bound)| {
            rule.reached(value, *bound) == rule.reached(written, *bound)
        };
        bounds.iter().all(same)
    };
    let places = (1..9).find(says_the_same).unwrap_or(9);
    places.unsigned_abs() as usize
}

/// A rate of 0–1 as percent with one decimal.
pub fn percent(rate: Option<f64>) -> String {
    rate.map_or_else(missing, |rate| format!("{}%", decimals(rate * 100.0, 1)))
}

/// A share without decimals, for weights: `40%`.
pub fn whole_percent(rate: f64) -> String {
    format!("{}%", decimals(rate * 100.0, 0))
}

/// What one customer moves a score by: one decimal, below one point the first two figures
/// that are not 0. Of 5,000 customers each is worth 0.02 points, not 0.0.
pub fn worth(points: f64) -> String {
    if !points.is_finite() || points <= 0.0 || points >= 1.0 {
        return decimals(points, 1);
    }
    let places = (1..9).find(|places| points * 10_f64.powi(*places) >= 10.0);
    let text = decimals(points, places.unwrap_or(9).unsigned_abs() as usize);
    match text.trim_end_matches('0') {
        "0." => decimals(points, 1),
        short => short.to_owned(),
    }
}

/// A difference with its sign: `+2.3`, `−1.5`, `0.0`.
pub fn signed(value: Option<f64>) -> String {
    value.map_or_else(missing, |value| {
        let text = decimals(value, 1);
        if value > 0.0 && text != "0.0" {
            format!("+{text}")
        } else {
            text
        }
    })
}

/// `81.9–87.3`; a dash when either end is missing.
pub fn range(low: Option<f64>, high: Option<f64>) -> String {
    range_to(low, high, 1)
}

/// The interval of a score, with as many decimals as the score was written with, so that 84.96
/// does not lie in 85.0–85.0, and as many as it takes that neither end changes sides of the
/// target.
pub fn range_beside(score: &str, low: Option<f64>, high: Option<f64>, rules: &Rules) -> String {
    let least = score.split_once('.').map_or(1, |(_, places)| places.len());
    let target = &[(rules.target, rules.target_rule)];
    let places = [low, high].into_iter().flatten();
    let places = places.map(|end| places_beside(end, target));
    range_to(low, high, places.fold(least, usize::max))
}

fn range_to(low: Option<f64>, high: Option<f64>, places: usize) -> String {
    match (low, high) {
        (Some(low), Some(high)) => {
            format!("{}–{}", decimals(low, places), decimals(high, places))
        }
        _ => missing(),
    }
}

/// Rates of 0–1: `37.0–54.9%`.
pub fn percent_range(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{}%", range(Some(low * 100.0), Some(high * 100.0))),
        _ => missing(),
    }
}

/// A number as short as it can be without loss: `85`, `4.5`.
pub fn plain(value: f64) -> String {
    minus(format!("{value}"))
}

/// How many there are, thousands apart: `1,044`.
pub fn count(count: usize) -> String {
    edit::amount(count as f64)
}

/// An amount of money or the like, its thousands apart: `1,120`.
pub fn amount(value: Option<f64>) -> String {
    let value = value.filter(|value| value.is_finite());
    value.map_or_else(missing, |value| minus(edit::amount(value)))
}

/// Rounded to `places`, half away from zero as people round, with a true minus and without a
/// negative zero.
pub fn decimals(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return missing();
    }
    // The small nudge lets 66.65, stored as 66.6499…, round as it does by hand.
    let text = format!("{:.places$}", value + value.signum() * 1e-9);
    let zero = text
        .trim_start_matches('-')
        .chars()
        .all(|c| c == '0' || c == '.');
    if zero {
        text.trim_start_matches('-').to_owned()
    } else {
        minus(text)
    }
}

fn minus(text: String) -> String {
    match text.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None => text,
    }
}

fn missing() -> String {
    MISSING.to_owned()
}

/// The number of a heading, counted from 1, as a pattern writes the first: `A.`, `一、` or `1.`,
/// with what stands between it and the words; empty where the pattern is.
pub fn heading(pattern: &str, number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|it| (1..=26).contains(it));
    match (pattern.chars().next(), letter) {
        (None, _) => String::new(),
        (Some('A'), Some(letter)) => format!("{}. ", char::from(b'A' + letter - 1)),
        (Some('一'), _) if number < 100 => format!("{}、", chinese(number)),
        _ => format!("{number}. "),
    }
}

/// A number below 100 in Chinese.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: usize| DIGITS.get(at).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_p_value_stays_on_its_side() {
        for (p, written) in [
            (0.0312, "p = 0.031"),
            (0.04997, "p = 0.04997"),
            (0.05, "p = 0.050"),
            (0.0501, "p = 0.050"),
            (0.0002, "p < 0.001"),
            (1.0, "p = 1.000"),
        ] {
            assert_eq!(chance(p, 0.05), written);
        }
    }

    #[test]
    fn writes_numbers_as_the_house_does() {
        assert_eq!(score(Some(84.55)), "84.6");
        assert_eq!(score(None), "–");
        assert_eq!(score(Some(f64::NAN)), "–");
        assert_eq!(amount(Some(1120.0)), "1,120");
        assert_eq!(amount(Some(-1_234_567.25)), "−1,234,567.25");
        assert_eq!(amount(Some(980.0)), "980");
        assert_eq!(amount(None), "–");
        assert_eq!(percent(Some(0.955)), "95.5%");
        assert_eq!(signed(Some(-1.54)), "−1.5");
        assert_eq!(signed(Some(2.26)), "+2.3");
        assert_eq!(signed(Some(-0.01)), "0.0");
        assert_eq!(range(Some(81.94), Some(87.26)), "81.9–87.3");
        let beside = |score: &str, low: f64, high: f64| {
            range_beside(score, Some(low), Some(high), &Rules::default())
        };
        assert_eq!(
            range_beside("84.96", Some(84.955), None, &Rules::default()),
            "–"
        );
        assert_eq!(beside("84.96", 84.951, 84.97), "84.95–84.97");
        assert_eq!(beside("92.0", 84.995_156, 99.0), "84.995–99.000");
        assert_eq!(beside("92.0", 85.010_15, 99.0), "85.0–99.0");
        assert_eq!(percent_range(Some(0.37), Some(0.549)), "37.0–54.9%");
        assert_eq!(whole_percent(0.4), "40%");
        assert_eq!(plain(85.0), "85");
    }

    #[test]
    fn what_one_customer_is_worth_is_never_nothing() {
        let of = |customers: u32| worth(100.0 / f64::from(customers));
        let told = [5, 24, 100, 150, 300, 5_000, 60_000].map(of);
        assert_eq!(
            told,
            ["20.0", "4.2", "1.0", "0.67", "0.33", "0.02", "0.0017"]
        );
    }

    #[test]
    fn a_score_never_contradicts_its_verdict() {
        assert_eq!(score_against(84.96, 85.0, Bound::AtLeast), "84.96");
        assert_eq!(score_against(84.5, 85.0, Bound::AtLeast), "84.5");
        assert_eq!(score_against(85.0, 85.0, Bound::AtLeast), "85.0");
        assert_eq!(score_against(85.04, 85.0, Bound::AtLeast), "85.0");
        assert_eq!(score_against(85.04, 85.0, Bound::Above), "85.04");
        assert_eq!(score_against(84.999_6, 85.0, Bound::AtLeast), "84.9996");
        let rules = Rules::default();
        assert_eq!(score_under(89.96, &rules), "89.96", "not yet 很满意");
        assert_eq!(score_under(84.96, &rules), "84.96", "below target");
        assert_eq!(score_under(90.04, &rules), "90.0");
    }

    #[test]
    fn headings_are_numbered_as_their_pattern_begins() {
        let chinese: Vec<String> = [1, 10, 12, 20, 35].map(|it| heading("一、", it)).into();
        assert_eq!(chinese, ["一、", "十、", "十二、", "二十、", "三十五、"]);
        assert_eq!(heading("A.", 3), "C. ");
        assert_eq!(heading("A.", 27), "27. ");
        assert_eq!(heading("", 3), "");
    }
}
