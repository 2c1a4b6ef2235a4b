//! What a line did over several waves, told only where a test carries it.
//!
//! A run of falls is no proof by itself: three happen by chance once in 24. It is told where its
//! first and its newest wave differ by the test of a change, corrected by Holm for all lines shown
//! together. A recovery needs a proven dip and a proven return. From six waves on a trend may be
//! told by Mann and Kendall's test; with fewer it never can.

use super::trend::{TrendLine, TrendPoint};
use super::{Change, LEVEL, TREND_FROM, holm, mann_kendall, run_to_newest};
use crate::model::{Period, Subject, WaveId};

/// One told.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    pub subject: Subject,
    pub kind: StoryKind,
    /// Where it began, and the newest score.
    pub since: Period,
    pub from: f64,
    pub to: f64,
}

/// What it did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StoryKind {
    /// It went one way so many waves running: down or up.
    Run { steps: usize, down: bool },
    /// It went down to this score and came back.
    Recovered { dip: f64 },
    /// It goes one way over so many waves, with steps back between.
    Trend { waves: usize, down: bool },
}

/// Those that may be told of lines shown together, in their order; at most one a line.
pub fn stories(lines: &[TrendLine]) -> Vec<Story> {
    let candidates: Vec<Option<(Story, f64)>> = lines.iter().map(candidate).collect();
    let ps = candidates
        .iter()
        .map(|it| it.as_ref().map_or(1.0, |it| it.1));
    let corrected = holm(&ps.collect::<Vec<f64>>());
    let told = candidates.into_iter().zip(corrected);
    told.filter(|(_, p)| *p < LEVEL)
        .filter_map(|(candidate, _)| candidate.map(|it| it.0))
        .collect()
}

/// The pairs of waves whose difference decides what may be told of the lines, older first, as far
/// as the points do not know them yet.
pub fn undecided(lines: &[TrendLine]) -> Vec<(&Subject, WaveId, WaveId)> {
    let mut pairs = Vec::new();
    for line in lines.iter().filter(|it| it.subject != Subject::Satisfied) {
        let points = unbroken(line);
        for (earlier, later, _) in tales(&points).into_iter().flat_map(|it| it.proofs) {
            let (wave, newer) = (points[earlier].wave, points[later]);
            if newer.since.iter().all(|it| it.0 != wave) {
                pairs.push((&line.subject, wave, newer.wave));
            }
        }
    }
    pairs
}

/// The likeliest story of a line, with how likely chance alone tells it.
fn candidate(line: &TrendLine) -> Option<(Story, f64)> {
    if line.subject == Subject::Satisfied {
        return None;
    }
    let points = unbroken(line);
    let mut likely: Vec<(Tale, f64)> = Vec::new();
    for tale in tales(&points) {
        likely.extend(tale.p(&points).map(|p| (tale, p)));
    }
    // Of several ways to tell it one is picked, and that is paid for.
    let ways = likely.len();
    let best = likely.into_iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let (Tale { kind, first, .. }, p) = best;
    let (from, to) = (points[first].score?, points.last()?.score?);
    let story = Story {
        subject: line.subject.clone(),
        kind,
        since: points[first].period,
        from,
        to,
    };
    Some((story, p * ways as f64))
}

/// The newest points that can be compared with each other, each with a score that may be shown.
fn unbroken(line: &TrendLine) -> Vec<&TrendPoint> {
    let mut points: Vec<&TrendPoint> = Vec::new();
    for point in line.points.iter().rev() {
        if point.score.is_none() || point.few() {
            break;
        }
        points.push(point);
        if point.breaks_before {
            break;
        }
    }
    points.reverse();
    points
}

/// A way to tell what points did.
struct Tale {
    kind: StoryKind,
    /// The place it begins at.
    first: usize,
    /// Places that must differ beyond chance: an earlier one, a later one, and whether that lies
    /// lower.
    proofs: Vec<(usize, usize, bool)>,
    /// How likely chance alone makes their order.
    order: f64,
}

impl Tale {
    /// How likely chance alone tells it; `None` where it cannot be tested.
    fn p(&self, points: &[&TrendPoint]) -> Option<f64> {
        let mut proofs = self.proofs.iter();
        proofs.try_fold(self.order, |p, (earlier, later, down)| {
            Some(p.max(p_of(points, *earlier, *later, *down)?))
        })
    }
}

fn tales(points: &[&TrendPoint]) -> Vec<Tale> {
    let tales = [run(points), recovery(points), trend(points)];
    tales.into_iter().flatten().collect()
}

fn run(points: &[&TrendPoint]) -> Option<Tale> {
    let values: Vec<f64> = points.iter().filter_map(|it| it.score).collect();
    let run = run_to_newest(&values);
    let steps = run.unsigned_abs() as usize;
    let (last, down) = (points.len().checked_sub(1)?, run < 0);
    let first = last.checked_sub(steps).filter(|_| steps >= 2)?;
    Some(Tale {
        kind: StoryKind::Run { steps, down },
        first,
        proofs: vec![(first, last, down)],
        order: 0.0,
    })
}

fn recovery(points: &[&TrendPoint]) -> Option<Tale> {
    let last = points.len().checked_sub(1)?;
    let score = |at: usize| points[at].score.unwrap_or_default();
    let dip = (1..last).min_by(|a, b| score(*a).total_cmp(&score(*b)))?;
    let top = (0..dip).max_by(|a, b| score(*a).total_cmp(&score(*b)))?;
    Some(Tale {
        kind: StoryKind::Recovered { dip: score(dip) },
        first: top,
        proofs: vec![(top, dip, true), (dip, last, false)],
        order: 0.0,
    })
}

fn trend(points: &[&TrendPoint]) -> Option<Tale> {
    if points.len() < TREND_FROM {
        return None;
    }
    let values: Vec<f64> = points.iter().filter_map(|it| it.score).collect();
    let test = mann_kendall(&values)?;
    let (waves, down) = (values.len(), test.s < 0);
    Some(Tale {
        kind: StoryKind::Trend { waves, down },
        first: 0,
        // The order alone is no size: its ends must differ beyond chance too.
        proofs: vec![(0, points.len() - 1, down)],
        order: test.p,
    })
}

/// How likely chance alone makes the later point differ from the earlier one, which way it did.
fn p_of(points: &[&TrendPoint], earlier: usize, later: usize, down: bool) -> Option<f64> {
    let wave = points[earlier].wave;
    let mut since = points[later].since.iter();
    let change: &Change = since.find(|it| it.0 == wave).map(|it| &it.1)?;
    let test = change
        .test
        .filter(|it| (it.difference < 0.0) == down && !change.hidden)?;
    test.p()
}
