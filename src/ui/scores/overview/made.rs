//! What the page is made of, kept until the figures or the language change.

use super::facts::{self, Fact};
use super::filter;
use super::findings::{self, Found};
use crate::analysis::change;
use crate::chart::{Axis, Compared, Dots, Gauge, Row, Scores};
use crate::i18n::{Language, number};
use crate::model::Subject;
use crate::tr;
use crate::ui::Cx;

/// The page's contents in words and marks.
#[derive(Debug)]
pub(super) struct Made {
    of: (u64, Language),
    pub table: Scores,
    /// For each row of the table, whether its wording forbids comparing it.
    pub reworded: Vec<bool>,
    /// What a reader of its marks must know.
    pub legend: String,
    pub gauge: Gauge,
    pub facts: Vec<Fact>,
    pub findings: Vec<Found>,
    /// The figure as written, and its interval.
    pub index: (String, String),
}

impl Made {
    /// From what the window shows; `None` while something is missing.
    pub fn of(cx: &Cx<'_>) -> Option<Self> {
        let compared = Compared {
            current: cx.surveyed()?,
            previous: cx.surveyed_before(),
            revisions: &cx.data.revisions,
        };
        let mut table = Scores::build(&compared, cx.language);
        let legend = table.notes.join(&tr!(cx.language, "sentence-space"));
        let filter = filter::in_words(cx);
        if !filter.is_empty() {
            table
                .notes
                .push(tr!(cx.language, "sentence", text = filter));
        }
        let reworded = table.rows.iter().map(|row| breaks(&compared, &row.subject));
        Some(Self {
            of: (cx.version, cx.language),
            reworded: reworded.collect(),
            legend,
            gauge: gauge(&compared, cx.language),
            facts: facts::of(cx, &compared),
            findings: findings::of(cx, &compared),
            index: index(&compared, cx.language),
            table,
        })
    }

    /// Still what the window shows.
    pub fn fits(&self, cx: &Cx<'_>) -> bool {
        self.of == (cx.version, cx.language)
    }

    /// The dimension to look at first: the one furthest below its target, else the first.
    pub fn worst(&self) -> Option<Subject> {
        let dimension = |row: &&Row| matches!(row.subject, Subject::Dimension(_));
        let below = self
            .table
            .rows
            .iter()
            .filter(dimension)
            .filter(|row| row.below);
        let score = |row: &Row| row.dots.score.unwrap_or(f64::MAX);
        let worst = below.min_by(|a, b| score(a).total_cmp(&score(b)));
        let worst = worst.or_else(|| self.table.rows.first());
        worst.map(|row| row.subject.clone())
    }
}

fn breaks(compared: &Compared<'_>, subject: &Subject) -> bool {
    let moved = compared
        .previous
        .and_then(|previous| change(&previous, &compared.current, compared.revisions, subject));
    moved.is_some_and(|moved| moved.wording.breaks())
}

fn index(compared: &Compared<'_>, language: Language) -> (String, String) {
    let figure = &compared.current.figures.index;
    let rules = &compared.current.revision.questionnaire.rules;
    let Some(score) = figure.score else {
        let words = tr!(language, "scores-few", n = figure.n);
        return (number::MISSING.to_owned(), words);
    };
    let written = number::score_under(score, rules);
    let interval = figure.low.map(|_| {
        let range = number::range_beside(&written, figure.low, figure.high);
        tr!(language, "scores-interval", range = range)
    });
    (written, interval.unwrap_or_default())
}

fn gauge(compared: &Compared<'_>, language: Language) -> Gauge {
    let figures = compared.current.figures;
    let figure = &figures.index;
    let few = figure.few();
    let each = figures.by_return.index.iter().flatten().copied();
    let dots = Dots {
        score: figure.score,
        low: figure.low,
        high: figure.high,
        previous: compared.before(&Subject::Index).0,
        each: if few { each.collect() } else { Vec::new() },
    };
    let target = compared.current.revision.questionnaire.rules.target;
    let inside = |value: f64| value.clamp(0.0, 100.0);
    let single = [dots.score, dots.low, dots.high, dots.previous, Some(target)];
    let all = single.into_iter().flatten().chain(dots.each.clone());
    Gauge {
        axis: Axis::of_dots(all.map(inside)),
        target: Some((
            target,
            tr!(language, "chart-target", target = number::plain(target)),
        )),
        reference: None,
        dots,
    }
}
