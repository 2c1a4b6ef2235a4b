//! Where waves stand on the time axis.

use super::Time;
use crate::analysis::{Known, Occasion, TrendLine, TrendPoint, TypedPoint, occasions};
use crate::i18n::{Language, period};
use crate::model::Period;

/// Every wave's place on the time axis, and those of the periods between them without one.
pub(super) struct Moments(Vec<(f64, Occasion)>);

impl Moments {
    pub fn of(lines: &[TrendLine]) -> Self {
        let all = occasions(lines);
        let Some(first) = all.first().map(|occasion| occasion.period) else {
            return Self(Vec::new());
        };
        let mut places = Vec::new();
        for same in all.chunk_by(|a, b| a.period == b.period) {
            // A second wave of a period stands between it and the next.
            let step = 1.0 / same.len() as f64;
            for (at, occasion) in same.iter().enumerate() {
                let months = f64::from(occasion.period.start_month() - first.start_month());
                let period = months / f64::from(first.kind().months());
                places.push((period + at as f64 * step, occasion.clone()));
            }
        }
        Self(places)
    }

    pub fn at(&self, point: &TrendPoint) -> f64 {
        self.place(point.period, &point.label)
    }

    pub fn at_typed(&self, point: &TypedPoint) -> f64 {
        self.place(point.period, "")
    }

    fn place(&self, period: Period, label: &str) -> f64 {
        let mut places = self.0.iter();
        let found = places.find(|(_, it)| it.period == period && it.label == label);
        found.map_or(0.0, |(at, _)| *at)
    }

    /// How many places stand before one.
    pub fn step(&self, at: f64) -> usize {
        self.0.partition_point(|(place, _)| *place < at)
    }

    /// Periods between waves in which there was none.
    pub fn missed(&self) -> impl Iterator<Item = Period> {
        let missed = self.0.iter().filter(|(_, it)| it.known == Known::Nothing);
        missed.map(|(_, it)| it.period)
    }

    /// All of them as they are called.
    pub fn times(&self, language: Language) -> Vec<Time> {
        let mut answered = self.0.iter().rev();
        let newest = answered.find(|(_, it)| it.known == Known::Answers);
        let newest = newest.map(|(at, _)| *at);
        let time = |(at, of): &(f64, Occasion)| {
            let named = |name: String| match of.label.as_str() {
                "" => name,
                label => label.to_owned(),
            };
            Time {
                at: *at,
                period: of.period,
                name: named(period::name(language, of.period)),
                short: named(period::short(language, of.period)),
                now: newest == Some(*at),
                typed: of.known == Known::Report,
            }
        };
        self.0.iter().map(time).collect()
    }
}
