//! How lines differ from the wave before, as clauses of a title and as sentences: never more
//! than the test says.

use super::changed;
use crate::analysis::{Difference, TrendLine};
use crate::i18n::{Language, number, period};
use crate::model::Subject;
use crate::tr;

/// Beside a value: 比上期低 4.2 分.
pub fn moved(difference: &Difference, language: Language) -> String {
    if let Some(change) = &difference.change {
        return changed(change, language);
    }
    let points = number::decimals(difference.points().abs(), 1);
    let up = difference.points() > 0.0;
    match (&difference.subject, up) {
        (Subject::Satisfied, true) => tr!(language, "change-rate-up", points = points),
        (Subject::Satisfied, false) => tr!(language, "change-rate-down", points = points),
        (_, true) => tr!(language, "change-up", points = points),
        (_, false) => tr!(language, "change-down", points = points),
    }
}

/// In short, for a title: 价格比上期低 4.2 分.
pub(super) fn clause(difference: &Difference, name: &str, language: Language) -> String {
    let moved = moved(difference, language);
    tr!(language, "difference", name = name, moved = moved)
}

/// In full: from where to where.
pub fn told(difference: &Difference, lines: &[TrendLine], language: Language) -> String {
    let mut known = lines.iter();
    let of = known.find(|line| line.subject == difference.subject);
    let name = of.map_or_else(String::new, |line| super::line_name(line, language));
    let value = |value: f64| match difference.subject {
        Subject::Satisfied => number::percent(Some(value)),
        Subject::Index | Subject::Dimension(_) | Subject::Item(_) => {
            let mut points = of.into_iter().flat_map(|line| line.points.iter().rev());
            let point = points.find(|point| point.score == Some(value));
            point.map_or_else(
                || number::score(Some(value)),
                |point| super::point_value(point, false),
            )
        }
    };
    tr!(
        language,
        "difference-full",
        name = name,
        to = value(difference.to),
        moved = moved(difference, language),
        period = period::name(language, difference.since),
        from = value(difference.from)
    )
}
