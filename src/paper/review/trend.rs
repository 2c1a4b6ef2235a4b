//! The trend of the review: the index and the lines the title speaks of.

use serde::Serialize;

use super::Review;
use crate::analysis::TrendLine;
use crate::chart::words::{told_of, too_few};
use crate::chart::{Lines, Measure, Shown, Size, Trend};
use crate::i18n::Language;
use crate::paper::part::{Picture, Series, Span, picture, px, series};
use crate::paper::scores::WIDTH;
use crate::tr;

/// Lines drawn, the index among them.
const MOST: usize = 3;

/// The newest waves stand in the table; the trend page has them all.
const SPAN: Span = Span {
    width: WIDTH,
    beside: 6,
    all: false,
    main: true,
};

/// Height of the chart, in points.
const HEIGHT: f32 = 225.0;

/// What the note on lines left out takes of it.
const NOTE: f32 = 11.0;

#[derive(Serialize)]
pub(super) struct TrendPart {
    /// States the finding.
    pub caption: String,
    /// Why there is no chart; empty when there is one.
    none: String,
    /// Absent when no two waves have a value to show.
    chart: Option<Picture>,
    table: Option<Series>,
}

pub(super) fn trend_part(review: &Review, language: Language) -> TrendPart {
    let lines = review.lines;
    let drawn = notable(lines);
    let rules = &review.evidence.current.revision.questionnaire.rules;
    let mut height = HEIGHT;
    let mut chart = Trend::build(
        &Lines {
            lines: &drawn,
            survey: &review.survey.name,
            rules,
        },
        Shown::default(),
        language,
    );
    if let Some(others) = lines
        .len()
        .checked_sub(1)
        .filter(|_| drawn.len() < lines.len())
    {
        let drawn = drawn.len() - 1;
        height += NOTE;
        chart.notes.push(tr!(
            language,
            "paper-trend-drawn",
            drawn = drawn,
            others = others
        ));
    }
    let scene = chart.layout(Size::new(px(WIDTH), px(height)), Measure::shared());
    let single = chart.times.len() < 2 || chart.is_empty();
    let few = too_few(lines, language).filter(|_| chart.times.len() > 1);
    let none = few.unwrap_or_else(|| tr!(language, "paper-no-trend"));
    TrendPart {
        none: if single { none } else { String::new() },
        chart: (!single).then(|| picture(&scene, &chart.title)),
        table: (!single).then(|| series(lines, SPAN, language)),
        caption: chart.title,
    }
}

/// The main line, those that differ most from the wave before, and the lowest ones while there
/// is room.
fn notable(lines: &[TrendLine]) -> Vec<TrendLine> {
    let Some((main, others)) = lines.split_first() else {
        return Vec::new();
    };
    let mut chosen: Vec<&TrendLine> = told_of(lines)
        .iter()
        .filter_map(|subject| others.iter().find(|line| line.subject == *subject))
        .collect();
    let mut rest: Vec<&TrendLine> = others
        .iter()
        .filter(|line| !chosen.iter().any(|other| other.subject == line.subject))
        .collect();
    let last = |line: &TrendLine| line.points.last().and_then(|point| point.score);
    rest.retain(|line| last(line).is_some());
    rest.sort_by(|a, b| f64::total_cmp(&last(a).unwrap_or(0.0), &last(b).unwrap_or(0.0)));
    chosen.extend(rest);
    std::iter::once(main)
        .chain(chosen)
        .take(MOST)
        .cloned()
        .collect()
}
