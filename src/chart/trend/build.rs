//! A trend from the lines of the analysis.

use super::breaks::breaks;
use super::moments::Moments;
use super::{Dot, Layers, Line, Lines, TargetLine, Time, Trend};
use crate::analysis::{TrendLine, TrendPoint, TypedPoint};
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
        let axis = window(&drawn, &target);
        let times = moments.times(language);
        Self {
            title: words::trend_title(lines, language),
            subtitle: subtitle(lines.survey, &times, language),
            notes: words::trend_notes(lines, &drawn, (&axis, moments.missed()), language),
            times,
            axis,
            target,
            lines: drawn,
            breaks: if shown.breaks { breaks } else { Vec::new() },
            events: Vec::new(),
            values: shown.values,
        }
    }

    /// Makes room for all that is drawn by now.
    pub(super) fn fit(&mut self) {
        self.axis = window(&self.lines, &self.target);
    }
}

/// What holds all values and the target.
fn window(lines: &[Line], target: &[TargetLine]) -> Axis {
    let dots = lines.iter().flat_map(|line| &line.dots);
    let values = dots.flat_map(|dot| [Some(dot.value), dot.low, dot.high].into_iter().flatten());
    let all = values
        .map(|value| value.clamp(0.0, 100.0))
        .chain(target.iter().map(|piece| piece.value));
    let mut axis = Axis::window(all);
    if !lines.is_empty() && lines.iter().all(|line| line.subject == Subject::Satisfied) {
        axis.in_percent();
    }
    axis
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
        let of_point = |point: &TrendPoint| {
            let dot = Dot {
                at: self.at(point),
                value: percent(point.score?),
                low: band(point.low),
                high: band(point.high),
                n: point.n,
                label: words::point_marked(point, rate),
                joined: !point.breaks_before,
                typed: false,
            };
            Some(dot)
        };
        let of_typed = |point: &TypedPoint| Dot {
            at: self.at_typed(point),
            value: percent(point.value),
            low: None,
            high: None,
            n: point.n.map_or(0, |n| n as usize),
            label: words::typed_value(point, rate),
            joined: true,
            typed: true,
        };
        let known = line.points.iter().filter_map(of_point);
        let mut dots: Vec<Dot> = known.chain(line.typed.iter().map(of_typed)).collect();
        dots.sort_by(|a, b| a.at.total_cmp(&b.at));
        // A line goes on from one moment to the next; where there was no wave, none that asked
        // it, or nothing of it that may be shown, nobody knows where it went.
        let mut next = None;
        for dot in &mut dots {
            let here = self.step(dot.at);
            dot.joined &= next == Some(here);
            next = Some(here + 1);
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
            same: false,
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
    fn what_only_a_report_says_is_drawn_apart_and_closes_no_gap_it_does_not_fill() {
        let mut index = line(Subject::Index, None, &[85.0, 84.0]);
        let typed = |period: &str, value| TypedPoint {
            period: period.parse().unwrap(),
            value,
            n: Some(22),
        };
        index.typed = vec![typed("2022H1", 83.2), typed("2023H1", 84.7)];
        let rules = Rules::default();
        let lines = Lines {
            lines: &[index],
            survey: "",
            rules: &rules,
        };
        let chart = Trend::build(&lines, Layers::default(), Language::Zh);
        let dots = &chart.lines[0].dots;
        let told: Vec<(f64, &str, bool, bool)> = dots
            .iter()
            .map(|dot| (dot.at, dot.label.as_str(), dot.typed, dot.joined))
            .collect();
        let expected = [
            (0.0, "83.2", true, false),
            (2.0, "84.7", true, false),
            (3.0, "85.0", false, true),
            (4.0, "84.0", false, true),
        ];
        assert_eq!(told, expected);
        assert!(
            chart.notes[0].contains("2022 下半年没有数据"),
            "{:?}",
            chart.notes
        );
        assert!(chart.notes[0].contains("空心点"));
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
