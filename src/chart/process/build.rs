//! From the values to the chart.

use super::{ProcessChart, ProcessDot, ProcessStage};
use crate::analysis::xmr;
use crate::chart::words::{process_in_words, process_value};
use crate::i18n::{Language, period};
use crate::model::Kpi;

/// Kept free above and below, as a share of what is shown.
const ROOM: f64 = 0.08;

impl ProcessChart {
    /// Of a series; `None` without a value.
    pub fn build(kpi: &Kpi, language: Language) -> Option<Self> {
        let (first, last) = (kpi.points.first()?, kpi.points.last()?);
        let begin = first.period.start_month();
        let baseline = kpi.baseline.map(|it| it as usize);
        let values = kpi.values();
        let found = xmr(&values, &kpi.starts(), baseline, kpi.possible());
        let dots: Vec<ProcessDot> = kpi
            .points
            .iter()
            .enumerate()
            .map(|(at, point)| ProcessDot {
                at: f64::from(point.period.start_month() - begin),
                value: point.value,
                signal: found.signals.iter().any(|signal| signal.at == at),
                label: process_value(kpi, point.value),
            })
            .collect();
        let stages: Vec<ProcessStage> = found
            .stages
            .iter()
            .filter_map(|stage| {
                let limits = stage.limits?;
                Some(ProcessStage {
                    from: dots[stage.from].at,
                    to: dots[stage.to - 1].at,
                    mean: limits.mean,
                    low: limits.low,
                    high: limits.high,
                })
            })
            .collect();
        let ends = stages.iter().flat_map(|stage| [stage.low, stage.high]);
        let (least, most) = values
            .iter()
            .copied()
            .chain(ends)
            .fold((f64::MAX, f64::MIN), |(least, most), value| {
                (least.min(value), most.max(value))
            });
        let spread = if most > least { most - least } else { 1.0 };
        let (low, high) = (least - ROOM * spread, most + ROOM * spread);
        Some(Self {
            name: kpi.name.clone(),
            said: process_in_words(kpi, language),
            stages,
            dots,
            low,
            high,
            ends: [process_value(kpi, least), process_value(kpi, most)],
            times: [first, last].map(|it| period::short(language, it.period)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Ink, Mark, Measure, Size};

    fn kpi(values: &[f64]) -> Kpi {
        Kpi {
            least: Some(0.0),
            most: Some(100.0),
            baseline: Some(8),
            ..Kpi::monthly(values)
        }
    }

    #[test]
    fn a_point_outside_is_marked_and_nothing_leaves_the_picture() {
        let values = [90.0, 91.0, 90.5, 91.5, 90.2, 91.1, 90.8, 91.2, 60.0];
        let chart = ProcessChart::build(&kpi(&values), Language::Zh).unwrap();
        let signals: Vec<bool> = chart.dots.iter().map(|dot| dot.signal).collect();
        assert_eq!(signals.iter().filter(|it| **it).count(), 1);
        assert!(signals[8] && chart.said.contains("60%"), "{}", chart.said);
        let scene = chart.layout(Size::new(400.0, 90.0), Measure::shared());
        let mut red = 0;
        for mark in &scene.marks {
            if let Mark::Circle { center, fill, .. } = mark {
                assert!((0.0..=400.0).contains(&center.x) && (0.0..=90.0).contains(&center.y));
                red += usize::from(*fill == Ink::Negative);
            }
        }
        assert_eq!(red, 1);
    }

    #[test]
    fn one_value_and_none() {
        assert_eq!(ProcessChart::build(&kpi(&[]), Language::En), None);
        let one = ProcessChart::build(&kpi(&[3.0]), Language::En).unwrap();
        assert!(one.stages.is_empty() && one.low < 3.0 && one.high > 3.0);
        let scene = one.layout(Size::new(300.0, 90.0), Measure::shared());
        assert!(!scene.marks.is_empty());
    }
}
