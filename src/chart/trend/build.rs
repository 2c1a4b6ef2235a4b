//! A trend from the lines of the analysis.

use super::breaks::breaks;
use super::moments::Moments;
use super::{Dot, Layers, Line, Lines, TargetLine, Time, Trend};
use crate::analysis::TrendLine;
use crate::chart::words::{self, target_value};
use crate::chart::{Axis, Ink};
use crate::i18n::{Language, number};
use crate::model::Subject;
use crate::tr;

impl Trend {
    /// The chart of the lines.
    pub fn build(lines: &Lines, shown: Layers, language: Language) -> Self {
        let moments = Moments::of(lines.lines);
        let breaks = breaks(&moments, lines.lines, language);
        let drawn: Vec<Line> = (0..)
            .zip(lines.lines)
            .map(|(at, line)| moments.line(line, at, shown, language))
            .collect();
        let target = moments.target(lines, language);
        let target = if shown.target { target } else { Vec::new() };
        let values = drawn
            .iter()
            .flat_map(|line| &line.dots)
            .flat_map(|dot| [Some(dot.value), dot.low, dot.high].into_iter().flatten());
        let all = values
            .map(|value| value.clamp(0.0, 100.0))
            .chain(target.iter().map(|piece| piece.value));
        let mut axis = Axis::window(all);
        let rate = |line: &TrendLine| line.subject == Subject::Satisfied;
        if !lines.lines.is_empty() && lines.lines.iter().all(rate) {
            axis.in_percent();
        }
        let times = moments.times(language);
        Self {
            title: words::trend_title(lines, language),
            subtitle: subtitle(lines.survey, &times, language),
            notes: words::trend_notes(lines, &drawn, &axis, language),
            times,
            axis,
            target,
            lines: drawn,
            breaks: if shown.breaks { breaks } else { Vec::new() },
            values: shown.values,
        }
    }
}

fn subtitle(survey: &str, times: &[Time], language: Language) -> String {
    match (times.first(), times.last()) {
        (Some(first), Some(last)) if first.at < last.at => tr!(
            language,
            "chart-from-to",
            survey = survey,
            from = first.name.as_str(),
            to = last.name.as_str()
        ),
        (Some(only), _) => tr!(
            language,
            "chart-one-time",
            survey = survey,
            time = only.name.as_str()
        ),
        _ => survey.to_owned(),
    }
}

impl Moments {
    fn line(&self, line: &TrendLine, at: usize, shown: Layers, language: Language) -> Line {
        let rate = line.subject == Subject::Satisfied;
        let main = at == 0;
        let percent = |value: f64| if rate { value * 100.0 } else { value };
        let band = |value: Option<f64>| value.filter(|_| main && shown.interval).map(percent);
        let mut joined = false;
        let mut dots: Vec<Dot> = Vec::new();
        for point in &line.points {
            joined &= !point.breaks_before;
            let Some(score) = point.score else {
                continue;
            };
            dots.push(Dot {
                at: self.at(point),
                value: percent(score),
                low: band(point.low),
                high: band(point.high),
                n: point.n,
                label: words::point_value(point, rate),
                joined,
            });
            joined = true;
        }
        let last = line.points.iter().rev().find(|point| !point.few());
        let remark = match last.filter(|_| main && shown.interval) {
            Some(point) if point.low.is_some() => words::point_range(point, rate),
            _ => String::new(),
        };
        Line {
            subject: line.subject.clone(),
            name: words::line_name(line, language),
            ink: Ink::Series(at),
            main,
            dots,
            remark,
        }
    }

    /// The target as the waves had it; its pieces meet midway between two waves.
    fn target(&self, lines: &Lines, language: Language) -> Vec<TargetLine> {
        let points = lines.lines.iter().flat_map(|line| &line.points);
        let mut by_time: Vec<(f64, f64)> = points
            .filter_map(|point| Some((self.at(point), point.target?)))
            .collect();
        by_time.sort_by(|a, b| a.0.total_cmp(&b.0));
        by_time.dedup_by(|a, b| a.0 == b.0);
        let mut pieces: Vec<TargetLine> = Vec::new();
        for (at, value) in by_time {
            match pieces.last_mut() {
                Some(piece) if (piece.value - value).abs() < 1e-9 => piece.to = at,
                Some(piece) => {
                    let between = (piece.to + at) / 2.0;
                    piece.to = between;
                    pieces.push(target(between, at, value, number::plain(value), language));
                }
                None => pieces.push(target(at, at, value, number::plain(value), language)),
            }
        }
        if let Some(newest) = pieces.last_mut() {
            newest.label = tr!(language, "chart-target", target = target_value(lines.rules));
        }
        pieces
    }
}

fn target(from: f64, to: f64, value: f64, words: String, language: Language) -> TargetLine {
    TargetLine {
        from,
        to,
        value,
        label: tr!(language, "chart-target", target = words),
    }
}
