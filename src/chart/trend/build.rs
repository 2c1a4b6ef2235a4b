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
            events: Vec::new(),
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
    pub(super) fn line(
        &self,
        line: &TrendLine,
        at: usize,
        shown: Layers,
        language: Language,
    ) -> Line {
        let rate = line.subject == Subject::Satisfied;
        let main = at == 0;
        let percent = |value: f64| if rate { value * 100.0 } else { value };
        let band = |value: Option<f64>| value.filter(|_| main && shown.interval).map(percent);
        let mut dots: Vec<Dot> = Vec::new();
        // A line goes on from one moment to the next; where there was no wave, none that asked
        // it, or nothing of it that may be shown, nobody knows where it went.
        let steps = self.steps();
        let step = |at: f64| steps.iter().position(|it| *it == at);
        let mut before = None;
        for point in &line.points {
            let at = self.at(point);
            let Some(score) = point.score else {
                continue;
            };
            let joined =
                !point.breaks_before && before == step(at).and_then(|it| it.checked_sub(1));
            dots.push(Dot {
                at,
                value: percent(score),
                low: band(point.low),
                high: band(point.high),
                n: point.n,
                label: words::point_marked(point, rate),
                joined: joined && before.is_some(),
            });
            before = step(at);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Multiples;
    use crate::chart::words::tests::{dimension, line};
    use crate::model::Rules;

    fn joined(chart: &Trend) -> Vec<Vec<bool>> {
        let lines = chart.lines.iter();
        lines
            .map(|line| line.dots.iter().map(|dot| dot.joined).collect())
            .collect()
    }

    #[test]
    fn a_wave_left_out_or_not_asked_breaks_a_line() {
        let mut index = line(Subject::Index, None, &[85.0, 84.0, 83.0, 82.0]);
        let mut price = dimension("PR", "价格", &[75.0, 74.0, 73.0, 72.0]);
        let mut late = dimension("HS", "有害物质管理", &[75.0, 74.0, 73.0, 72.0]);
        index.points.remove(1);
        price.points.remove(1);
        price.points.remove(1);
        late.points.remove(1);
        late.points[1].score = None;
        let rules = Rules::default();
        let lines = Lines {
            lines: &[index, price, late],
            survey: "",
            rules: &rules,
        };
        let chart = Trend::build(&lines, Layers::default(), Language::Zh);
        let expected = [vec![false, false, true], vec![false; 2], vec![false; 2]];
        assert_eq!(joined(&chart), expected);
        assert_eq!(chart.times.len(), 4, "what was left out keeps its place");
        assert!(
            chart.notes[0].contains("2024 上半年没有数据"),
            "{:?}",
            chart.notes
        );
    }

    #[test]
    fn small_charts_have_one_scale_and_the_largest_fall_first() {
        let rules = Rules::default();
        let lines = [
            line(Subject::Index, None, &[85.0, 84.0]),
            dimension("UP", "交付", &[70.0, 80.0]),
            dimension("OLD", "旧", &[70.0]),
            dimension("DOWN", "价格", &[75.0, 60.0]),
        ];
        let lines = Lines {
            lines: &lines,
            survey: "",
            rules: &rules,
        };
        let all = Multiples::build(&lines, Layers::default(), Language::Zh);
        let told: Vec<(&str, &str)> = all
            .parts
            .iter()
            .map(|part| (part.name.as_str(), part.change.as_str()))
            .collect();
        let expected = [
            ("满意度指数", "较上期 −1.0"),
            ("价格", "较上期 −15.0"),
            ("交付", "较上期 +10.0"),
            ("旧", ""),
        ];
        assert_eq!(told, expected);
        let axis = &all.parts[0].trend.axis;
        assert!(all.parts.iter().all(|part| part.trend.axis == *axis));
        assert!(axis.low <= 60.0 && axis.high >= 85.0);
        for width in [200.0, 700.0, 1600.0] {
            let places = all.places(width);
            assert!(
                places
                    .iter()
                    .all(|it| it.left >= 0.0 && it.right <= width + 0.5)
            );
            let apart = |at: usize| places[..at].iter().all(|it| it.overlap(&places[at]) == 0.0);
            assert!((0..places.len()).all(apart));
        }
    }
}
