//! Which end of a scale of numbers is the best, as far as the sheet says it.

use super::answers::Steps;
use super::degree::says;
use crate::intake::normal::folded;
use crate::model::BestEnd;

/// What titles of points hold; more of them are better.
const POINTS: [&str; 5] = ["分", "score", "points", "stars", "星"];
/// Between a number and what it stands for.
const STANDS_FOR: [&str; 8] = ["=", ":", "-", "代表", "表示", "为", "是", "分"];

/// The best end, if title or values say it.
pub(super) fn told(title: &str, steps: &Steps) -> Option<BestEnd> {
    let numbered = steps.labels.values().map(String::as_str);
    let pieces = title.split([',', '，', ';', '；', '、', '(', ')', '（', '）', '[', ']']);
    let middle = f64::from(steps.low.min(1) + steps.high.max(5)) / 2.0;
    let mut told = pieces.chain(numbered).filter_map(|piece| {
        let (number, degree) = stands_for(piece)?;
        Some(match (degree > 0.0) == (number > middle) {
            true => BestEnd::Last,
            false => BestEnd::First,
        })
    });
    let title = folded(title);
    let points = steps.points || POINTS.iter().any(|word| title.contains(word));
    told.next().or(points.then_some(BestEnd::Last))
}

/// `5=非常满意`: the number, and how good that is.
fn stands_for(piece: &str) -> Option<(f64, f64)> {
    let piece = folded(piece);
    let length = piece.find(|c: char| !c.is_ascii_digit())?;
    let (number, mut rest) = piece.split_at_checked(length)?;
    while let Some(shorter) = STANDS_FOR.iter().find_map(|it| rest.strip_prefix(it)) {
        rest = shorter;
    }
    let rest = rest.trim_matches(['(', ')']);
    let degree = says(rest)?.degree().filter(|it| *it != 0.0)?;
    Some((number.parse().ok()?, degree))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_what_numbers_stand_for() {
        let steps = Steps {
            low: 1,
            high: 5,
            ..Steps::default()
        };
        for (title, best) in [
            ("质量（5=非常满意，1=非常不满意）", Some(BestEnd::Last)),
            ("质量（1=非常满意，5=非常不满意）", Some(BestEnd::First)),
            ("Quality (1=very satisfied)", Some(BestEnd::First)),
            ("质量（1-5分）", Some(BestEnd::Last)),
            ("质量", None),
        ] {
            assert_eq!(told(title, &steps), best, "{title}");
        }
    }
}
