//! From importances and figures to the chart.

use super::{Matrix, MatrixAxis, MatrixPoint, Quarter};
use crate::analysis::{Figure, Importance, Importances, WaveFigures};
use crate::chart::{Axis, Tick};
use crate::i18n::{Language, number};
use crate::model::Rules;
use crate::tr;

/// Least stretch of correlations the axis shows.
const LEAST: f64 = 0.4;

/// Codes a title names.
const NAMED: usize = 3;

/// Where the importances come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Stated,
    Derived,
}

impl Matrix {
    /// By the importance that was asked for, else by how answers go together. `figures` are
    /// those that may be shown.
    ///
    /// # Errors
    /// Why there is none, in words; empty where there is nothing to say of it.
    pub fn build(
        importances: &Importances,
        figures: &WaveFigures,
        rules: &Rules,
        language: Language,
    ) -> Result<Self, String> {
        let asked = importances.items.iter().filter(|it| it.stated.is_some());
        let source = match asked.count() {
            0 | 1 => Source::Derived,
            _ => Source::Stated,
        };
        let count = importances.items.len();
        if count < 2 || figures.few() {
            return Err(String::new());
        }
        if source == Source::Derived && !importances.ordered() {
            let n = importances.n;
            return Err(tr!(language, "matrix-too-few", n = n));
        }
        let places = importances.items.iter();
        let places: Vec<(&Importance, f64, &Figure)> = places
            .filter_map(|it| {
                let figure = &figures.item(it.lineage)?.figure;
                Some((it, source.of(it)?, figure))
            })
            .filter(|(_, _, figure)| figure.score.is_some())
            .collect();
        if places.len() < 2 {
            return Err(String::new());
        }
        let sum: f64 = places.iter().map(|(_, importance, _)| importance).sum();
        let mean = sum / places.len() as f64;
        let mut points: Vec<MatrixPoint> = places
            .iter()
            .filter_map(|place| point(*place, mean, (source, figures, rules)))
            .collect();
        points.sort_by(|a, b| b.importance.total_cmp(&a.importance));
        let left_out = count - points.len();
        Ok(Self {
            title: title(&points, language),
            note: note(source, importances, figures, left_out, language),
            scores: MatrixAxis {
                name: tr!(language, "matrix-score"),
                axis: Axis::of_dots(points.iter().map(|it| it.score).chain([rules.target])),
                line: rules.target,
                label: tr!(
                    language,
                    "matrix-target",
                    target = number::plain(rules.target)
                ),
            },
            importances: MatrixAxis {
                name: source.name(language),
                axis: source.axis(&points),
                line: mean,
                label: tr!(language, "matrix-mean", mean = source.text(mean)),
            },
            points,
            quarters: [
                (Quarter::First, tr!(language, "matrix-first")),
                (Quarter::Keep, tr!(language, "matrix-keep")),
                (Quarter::Later, tr!(language, "matrix-later")),
                (Quarter::Enough, tr!(language, "matrix-enough")),
            ],
            heads: [
                tr!(language, "matrix-item"),
                source.name(language),
                tr!(language, "matrix-score"),
                tr!(language, "matrix-quarter"),
            ],
        })
    }
}

impl Source {
    fn of(self, importance: &Importance) -> Option<f64> {
        match self {
            Self::Stated => importance.stated,
            Self::Derived => importance.derived,
        }
    }

    fn name(self, language: Language) -> String {
        match self {
            Self::Stated => tr!(language, "matrix-stated"),
            Self::Derived => tr!(language, "matrix-derived"),
        }
    }

    fn text(self, importance: f64) -> String {
        match self {
            Self::Stated => number::score(Some(importance)),
            Self::Derived => number::decimals(importance, 2),
        }
    }

    fn axis(self, points: &[MatrixPoint]) -> Axis {
        let values = points.iter().map(|it| it.importance);
        match self {
            Self::Stated => Axis::of_dots(values),
            Self::Derived => correlations(values),
        }
    }
}

/// An axis of correlations, from tenth to tenth.
fn correlations(values: impl Iterator<Item = f64>) -> Axis {
    let (least, most) = values.fold((f64::MAX, f64::MIN), |(least, most), value| {
        (least.min(value), most.max(value))
    });
    let mut low = (least * 10.0).floor() / 10.0;
    let mut high = (most * 10.0).ceil() / 10.0;
    while high - low < LEAST - 1e-9 {
        if high < 1.0 - 1e-9 {
            high += 0.1;
        } else {
            low -= 0.1;
        }
    }
    let step = if high - low > 1.0 { 0.5 } else { 0.2 };
    let first = (low / step - 1e-9).ceil();
    let marks = (0..64).map(|at| (first + f64::from(at)) * step);
    let ticks = marks.take_while(|at| *at <= high + 1e-9).map(|at| Tick {
        at,
        label: number::decimals(at, 1),
    });
    Axis {
        low,
        high,
        ticks: ticks.collect(),
        broken: false,
    }
}

fn point(
    (it, importance, figure): (&Importance, f64, &Figure),
    mean: f64,
    (source, figures, rules): (Source, &WaveFigures, &Rules),
) -> Option<MatrixPoint> {
    let score = figure.score?;
    let important = ((importance - mean) * 1e9).round() >= 0.0;
    let quarter = Quarter::of(important, rules.target_met(score));
    let below = figure.high.is_some_and(|high| !rules.target_met(high));
    Some(MatrixPoint {
        lineage: it.lineage,
        code: it.code.clone(),
        text: figures.item(it.lineage)?.text.clone(),
        score,
        importance,
        score_text: number::score_under(score, rules),
        importance_text: source.text(importance),
        quarter,
        proven: quarter == Quarter::First && below,
    })
}

/// What stands in the first quarter, and whether that is more than chance.
fn title(points: &[MatrixPoint], language: Language) -> String {
    let names = |proven: bool| {
        let inside = points.iter().filter(|it| it.quarter == Quarter::First);
        let inside: Vec<&str> = inside
            .filter(|it| it.proven || !proven)
            .map(|it| it.code.as_str())
            .collect();
        let comma = tr!(language, "matrix-comma");
        let named = inside[..inside.len().min(NAMED)].join(&comma);
        let more = inside.len().saturating_sub(NAMED);
        match more {
            0 => named,
            more => tr!(language, "matrix-and-more", codes = named, count = more),
        }
    };
    match (names(true), names(false)) {
        (_, all) if all.is_empty() => tr!(language, "matrix-title-none"),
        (proven, all) if proven.is_empty() => tr!(language, "matrix-title-perhaps", codes = all),
        (proven, _) => tr!(language, "matrix-title-first", codes = proven),
    }
}

fn note(
    source: Source,
    importances: &Importances,
    figures: &WaveFigures,
    left_out: usize,
    language: Language,
) -> String {
    let overall = importances.overall.and_then(|item| figures.item(item));
    let mut note = match (source, overall) {
        (Source::Stated, _) => tr!(language, "matrix-note-stated"),
        (Source::Derived, Some(overall)) => {
            let code = overall.code.as_str();
            tr!(language, "matrix-note-overall", code = code)
        }
        (Source::Derived, None) => tr!(language, "matrix-note-index"),
    };
    if left_out > 0 {
        note += &tr!(language, "sentence-space");
        note += &tr!(language, "matrix-left-out", count = left_out);
    }
    note
}

#[cfg(test)]
mod tests;
