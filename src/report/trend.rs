//! Trends: the index and the lines the title speaks of for the review, every line that was
//! asked for on pages of their own.

use super::series::{Span, series};
use super::{Block, Paragraph, Report, Review};
use crate::analysis::TrendLine;
use crate::chart::words::{told_of, too_few};
use crate::chart::{Layers, Lines, MOST_LINES, Trend};
use crate::i18n::Language;
use crate::model::Rules;
use crate::tr;

/// Lines drawn in the review, the index among them.
const MOST: usize = 3;

/// The newest waves stand in the review; the trend page has them all.
const REVIEW: Span = Span {
    beside: 6,
    all: false,
    main: true,
};

const PAGE: Span = Span {
    beside: 8,
    all: true,
    main: true,
};

/// A trend as a document, a page for every run of lines that colours can tell apart: the
/// charts, and their values wave by wave. `lines` are those of the chart.
pub fn trend_page(chart: &Trend, lines: &[TrendLine], language: Language) -> Report {
    let mut blocks = vec![Block::Title {
        title: chart.title.clone(),
        subtitle: chart.subtitle.clone(),
    }];
    let parts = chart.parts().into_iter().zip(lines.chunks(MOST_LINES));
    for (at, (chart, lines)) in parts.enumerate() {
        let main = at == 0;
        blocks.extend((!main).then_some(Block::NewPage));
        blocks.push(Block::Chart {
            chart: Box::new(chart),
            fills: true,
        });
        let tables = series(lines, Span { main, ..PAGE }, language);
        blocks.extend(tables.into_iter().map(Block::table));
    }
    Report {
        title: chart.title.clone(),
        kind: tr!(language, "paper-kind-trend"),
        numbering: String::new(),
        document: None,
        landscape: true,
        rules: Rules::default(),
        blocks,
    }
}

/// The chart of the review, its title stating the finding.
pub(super) fn review_chart(review: &Review<'_>, language: Language) -> Trend {
    let lines = review.lines;
    let drawn = notable(lines);
    let mut chart = Trend::build(
        &Lines {
            lines: &drawn,
            survey: &review.survey.name,
            rules: &review.evidence.current.revision.questionnaire.rules,
        },
        Layers::default(),
        language,
    );
    if let Some(others) = lines
        .len()
        .checked_sub(1)
        .filter(|_| drawn.len() < lines.len())
    {
        let drawn = drawn.len() - 1;
        chart.notes.push(tr!(
            language,
            "paper-trend-drawn",
            drawn = drawn,
            others = others
        ));
    }
    chart
}

/// The chart with its values, or why there is none.
pub(super) fn review_trend(chart: Trend, lines: &[TrendLine], language: Language) -> Vec<Block> {
    if chart.times.len() < 2 || chart.is_empty() {
        let few = too_few(lines, language).filter(|_| chart.times.len() > 1);
        let none = few.unwrap_or_else(|| tr!(language, "paper-no-trend"));
        return vec![Block::Text(Paragraph::Body, none)];
    }
    let mut blocks = vec![
        Block::Text(Paragraph::Headline, chart.title.clone()),
        Block::Chart {
            chart: Box::new(chart),
            fills: false,
        },
    ];
    let tables = series(lines, REVIEW, language);
    blocks.extend(tables.into_iter().map(Block::table));
    blocks
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
