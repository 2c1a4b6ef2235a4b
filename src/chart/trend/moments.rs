//! Where waves stand on the time axis.

use std::collections::BTreeMap;

use super::{Lines, Time};
use crate::analysis::{TrendLine, TrendPoint};
use crate::i18n::{Language, period};
use crate::model::{Past, Period};

/// When a wave was: its period, and its label among those of one period.
type Moment = (Period, String);

/// Every wave's place on the time axis.
pub(super) struct Moments {
    places: BTreeMap<Moment, f64>,
    newest: Option<Moment>,
    /// Periods of which a report alone is left.
    lost: Vec<Period>,
}

impl Moments {
    pub fn of(lines: &Lines) -> Self {
        let points = lines.lines.iter().flat_map(|line| &line.points);
        let mut waves: Vec<Moment> = points.map(moment).collect();
        let newest = waves.iter().max().cloned();
        // A period with a wave needs nothing typed in.
        let known = |past: &&&Past| {
            let of = |line: &TrendLine| past.figure(&line.subject).is_some();
            let mut waves = waves.iter();
            lines.lines.iter().any(of) && waves.all(|(period, _)| *period != past.period)
        };
        let lost = lines.past.iter().filter(known);
        let lost: Vec<Period> = lost.map(|past| past.period).collect();
        waves.extend(lost.iter().map(|period| (*period, String::new())));
        waves.sort();
        waves.dedup();
        let mut places = BTreeMap::new();
        let Some((first, _)) = waves.first().cloned() else {
            return Self {
                places,
                newest,
                lost,
            };
        };
        for same in waves.chunk_by(|a, b| a.0 == b.0) {
            // A second wave of a period stands between it and the next.
            let step = 1.0 / same.len() as f64;
            for (at, moment) in same.iter().enumerate() {
                let months = f64::from(moment.0.start_month() - first.start_month());
                let period = months / f64::from(first.kind().months());
                places.insert(moment.clone(), period + at as f64 * step);
            }
        }
        Self {
            places,
            newest,
            lost,
        }
    }

    /// Of a wave of which a report alone is left.
    pub fn of_lost(&self, period: Period) -> Option<f64> {
        let lost = self.lost.contains(&period);
        let place = self.places.get(&(period, String::new()));
        place.copied().filter(|_| lost)
    }

    pub fn at(&self, point: &TrendPoint) -> f64 {
        self.places.get(&moment(point)).copied().unwrap_or_default()
    }

    /// Where waves stand and the periods between them in which there was none, ascending.
    pub fn steps(&self) -> Vec<f64> {
        let gaps = self.gaps().map(|(at, _)| at);
        let mut steps: Vec<f64> = self.places.values().copied().chain(gaps).collect();
        steps.sort_by(f64::total_cmp);
        steps
    }

    /// Periods between waves in which there was none, and where they stand.
    fn gaps(&self) -> impl Iterator<Item = (f64, Period)> {
        let pairs = self.places.iter().zip(self.places.iter().skip(1));
        pairs.flat_map(|(((of, _), at), ((next, _), _))| {
            let missed = (1_u16..).zip(of.missed_until(*next));
            missed.map(move |(step, missed)| (at.floor() + f64::from(step), missed))
        })
    }

    /// All waves, and the periods between them in which there was none.
    pub fn times(&self, language: Language) -> Vec<Time> {
        let mut times: Vec<Time> = self
            .places
            .iter()
            .map(|((of, label), at)| {
                let named = |name: String| {
                    if label.is_empty() {
                        name
                    } else {
                        label.clone()
                    }
                };
                Time {
                    at: *at,
                    period: *of,
                    name: named(period::name(language, *of)),
                    short: named(period::short(language, *of)),
                    now: self.newest.as_ref() == Some(&(*of, label.clone())),
                }
            })
            .collect();
        let gaps = self.gaps().map(|(at, of)| Time {
            at,
            period: of,
            name: period::name(language, of),
            short: period::short(language, of),
            now: false,
        });
        let gaps: Vec<Time> = gaps.collect();
        times.extend(gaps);
        times.sort_by(|a, b| a.at.total_cmp(&b.at));
        times
    }
}

fn moment(point: &TrendPoint) -> Moment {
    (point.period, point.label.clone())
}
