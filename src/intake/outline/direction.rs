//! Which end of a scale of numbers is the best, as far as the sheet says it.

use super::answers::Steps;
use super::degree::says;
use super::stated::anchors;
use crate::intake::normal::folded;
use crate::model::BestEnd;

/// What titles of points hold; more of them are better.
const POINTS: [&str; 5] = ["分", "score", "points", "stars", "星"];

/// The best end, if title or values say it.
pub(super) fn told(title: &str, steps: &Steps) -> Option<BestEnd> {
    let numbered = steps.labels.iter();
    let numbered = numbered.filter_map(|(at, label)| {
        let said = anchors(label).into_iter().next();
        let degree = said.and_then(|it| it.degree);
        Some((*at, degree.or_else(|| says(label)?.degree())?))
    });
    let title_says = anchors(title).into_iter();
    let title_says = title_says.filter_map(|it| Some((it.number, it.degree?)));
    let points = || {
        let title = folded(title);
        steps.points || POINTS.iter().any(|word| title.contains(word))
    };
    let words = best(title_says.collect(), steps).or_else(|| best(numbered.collect(), steps));
    words.or_else(|| points().then_some(BestEnd::Last))
}

/// The best end by how good numbers are said to be.
fn best(mut said: Vec<(u8, f64)>, steps: &Steps) -> Option<BestEnd> {
    said.sort_by_key(|(number, _)| *number);
    let ends = said.first().copied().zip(said.last().copied());
    let (low, high) = ends?;
    if low.0 < high.0 && low.1 != high.1 {
        return Some(match low.1 < high.1 {
            true => BestEnd::Last,
            false => BestEnd::First,
        });
    }
    let middle = f64::from(steps.low.min(1) + steps.high.max(5)) / 2.0;
    let (number, degree) = said.into_iter().find(|(_, degree)| *degree != 0.0)?;
    Some(match (degree > 0.0) == (f64::from(number) > middle) {
        true => BestEnd::Last,
        false => BestEnd::First,
    })
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
            ("质量（1＝非常不满意，5＝非常满意）", Some(BestEnd::Last)),
            (
                "Qualität (1 = sehr gut, 6 = ungenügend)",
                Some(BestEnd::First),
            ),
            ("Note (1 sehr gut bis 6 ungenügend)", Some(BestEnd::First)),
            (
                "Preis (1: stimme voll zu; 5: stimme nicht zu)",
                Some(BestEnd::First),
            ),
            ("Service (1=best, 5=worst)", Some(BestEnd::First)),
            ("质量（5最好，1最差）", Some(BestEnd::Last)),
            ("从1到5，5为最高：质量", Some(BestEnd::Last)),
            ("Quality 1=poor 5=excellent", Some(BestEnd::Last)),
            (
                "Delivery (0 = very bad ... 10 = very good)",
                Some(BestEnd::Last),
            ),
            (
                "1 very satisfied - 7 very dissatisfied",
                Some(BestEnd::First),
            ),
            // What is the better one is not said.
            ("Shift (1=day, 2=night)", None),
            ("24小时好", None),
            ("2025年 好评", None),
        ] {
            assert_eq!(told(title, &steps), best, "{title}");
        }
    }
}
