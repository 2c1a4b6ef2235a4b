//! What lines did over the waves, as clauses of a title and as sentences.

use crate::analysis::{Story, TrendLine};
use crate::i18n::{Language, number, period};
use crate::model::Subject;
use crate::tr;

/// What a story is about.
pub fn story_subject(story: &Story) -> &Subject {
    match story {
        Story::Falling { subject, .. }
        | Story::Rising { subject, .. }
        | Story::Recovered { subject, .. } => subject,
    }
}

/// In short, for a title: 价格连降 5 期.
pub(super) fn clause(story: &Story, name: &str, language: Language) -> String {
    match story {
        Story::Falling { times, .. } => {
            tr!(language, "story-falling", name = name, times = (*times))
        }
        Story::Rising { times, .. } => {
            tr!(language, "story-rising", name = name, times = (*times))
        }
        Story::Recovered { .. } => tr!(language, "story-recovered", name = name),
    }
}

/// In full: from where to where.
pub fn told(story: &Story, lines: &[TrendLine], language: Language) -> String {
    let of = lines
        .iter()
        .find(|line| line.subject == *story_subject(story));
    let name = of.map_or_else(String::new, |line| super::line_name(line, language));
    let value = |value: f64| match story_subject(story) {
        Subject::Satisfied => number::percent(Some(value)),
        _ => {
            let points = of.into_iter().flat_map(|line| &line.points);
            let point = points.rev().find(|point| point.score == Some(value));
            point.map_or_else(
                || number::score(Some(value)),
                |point| super::point_value(point, false),
            )
        }
    };
    match story {
        Story::Falling {
            times, from, to, ..
        } => tr!(
            language,
            "story-falling-full",
            name = name,
            times = (*times),
            from = value(*from),
            to = value(*to)
        ),
        Story::Rising {
            times, from, to, ..
        } => tr!(
            language,
            "story-rising-full",
            name = name,
            times = (*times),
            from = value(*from),
            to = value(*to)
        ),
        Story::Recovered {
            bottom,
            bottom_at,
            to,
            ..
        } => tr!(
            language,
            "story-recovered-full",
            name = name,
            period = period::name(language, *bottom_at),
            from = value(*bottom),
            to = value(*to)
        ),
    }
}
