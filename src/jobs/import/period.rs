//! Which period a file speaks of, by its name or by the days of its returns.
//!
//! Returns often come in once their period is over: only days before it, or well behind it, speak
//! of another one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Candidate;
use crate::intake::{Days, period_named};
use crate::model::{Period, Target};

/// Months behind a period in which its returns still come in.
const STILL: i32 = 4;
/// Share of the days that must speak of other periods; the one most of them lie in is named.
const MOSTLY: f64 = 0.8;

/// What says that a file belongs to another wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidBy {
    Name,
    Dates,
}

/// The period a file speaks of where that is not `proposed`, and what says so.
pub fn other(candidate: &Candidate, proposed: Period) -> Option<(Period, SaidBy)> {
    let kind = proposed.kind();
    match period_named(&candidate.source.name, kind) {
        Some(named) => (named != proposed).then_some((named, SaidBy::Name)),
        None => dated(candidate, proposed).map(|dated| (dated, SaidBy::Dates)),
    }
}

/// The period most days lie in, where nearly all lie in others than their returns come in for.
fn dated(candidate: &Candidate, proposed: Period) -> Option<Period> {
    let at = candidate.mapping.columns_of(Target::Date).next()?;
    let column = candidate.sheet.columns.get(at)?;
    let days = Days::of(column, candidate.sheet.platform);
    let (mut all, mut outside) = (0_u32, 0_u32);
    let mut held: BTreeMap<Period, u32> = BTreeMap::new();
    for (cell, count) in column.values() {
        let Some(date) = days.read(cell) else {
            continue;
        };
        all += count;
        let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        if taken_in(proposed).contains(&month) {
            continue;
        }
        outside += count;
        let holding = Period::holding(proposed.kind(), date.year(), date.month().unsigned_abs());
        if let Some(holding) = holding {
            *held.entry(holding).or_default() += count;
        }
    }
    let mostly = all > 0 && f64::from(outside) >= MOSTLY * f64::from(all);
    let most = held.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|_| mostly).map(|(period, _)| period)
}

/// The months in which returns of a period come in, counted from year 0.
fn taken_in(period: Period) -> Range<i32> {
    let start = period.start_month();
    start..start + i32::from(period.kind().months()) + STILL
}
