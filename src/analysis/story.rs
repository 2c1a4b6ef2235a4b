//! What a trend line tells: a run of falls, a run of rises, a recovery.

use super::small::small;
use super::trend::{TrendLine, TrendPoint};
use crate::model::{Period, Subject};

/// What happened to a line up to its last point.
#[derive(Clone, Debug, PartialEq)]
pub enum Story {
    /// It fell `times` waves in a row and lies below where the run began by more than chance
    /// explains there.
    Falling {
        subject: Subject,
        times: usize,
        from: f64,
        to: f64,
    },
    /// It rose `times` waves in a row, likewise.
    Rising {
        subject: Subject,
        times: usize,
        from: f64,
        to: f64,
    },
    /// It dipped below the interval of the wave before and has come back.
    Recovered {
        subject: Subject,
        bottom: f64,
        bottom_at: Period,
        to: f64,
    },
}

/// The stories of some lines, in their order. A line tells at most one: what it did since its
/// last break, of points that have a score. Without intervals (the satisfaction rate, past
/// waves typed in) any move counts.
pub fn stories(lines: &[TrendLine]) -> Vec<Story> {
    lines.iter().filter_map(story).collect()
}

fn story(line: &TrendLine) -> Option<Story> {
    let since = line.points.iter().rposition(|point| point.breaks_before);
    let points: Vec<Known> = line.points[since.unwrap_or(0)..]
        .iter()
        .filter_map(Known::of)
        .collect();
    let last = points.last()?;
    let fell = run(&points, |before, after| after < before);
    let rose = run(&points, |before, after| after > before);
    if fell > 1 {
        let first = &points[points.len() - 1 - fell];
        return (last.score < first.low).then(|| Story::Falling {
            subject: line.subject.clone(),
            times: fell,
            from: first.score,
            to: last.score,
        });
    }
    let bottom = points.len() - 1 - rose;
    if rose > 0 && bottom > 0 {
        let (before, low) = (&points[bottom - 1], &points[bottom]);
        let back = last.score >= before.score || last.on_target && before.on_target;
        if low.score < before.low && back {
            return Some(Story::Recovered {
                subject: line.subject.clone(),
                bottom: low.score,
                bottom_at: low.period,
                to: last.score,
            });
        }
    }
    let first = &points[bottom];
    (rose > 1 && last.score > first.high).then(|| Story::Rising {
        subject: line.subject.clone(),
        times: rose,
        from: first.score,
        to: last.score,
    })
}

/// How many steps at the end all go one way.
fn run(points: &[Known], goes: impl Fn(f64, f64) -> bool) -> usize {
    let steps = points.windows(2).rev();
    steps
        .take_while(|pair| goes(pair[0].score, pair[1].score))
        .count()
}

/// A point that has a score of enough returns to be shown.
struct Known {
    period: Period,
    score: f64,
    low: f64,
    high: f64,
    on_target: bool,
}

impl Known {
    fn of(point: &TrendPoint) -> Option<Self> {
        let score = point.score.filter(|_| !small(point.n))?;
        Some(Self {
            period: point.period,
            score,
            low: point.low.unwrap_or(score),
            high: point.high.unwrap_or(score),
            on_target: point.target_met == Some(true),
        })
    }
}
