//! Rows at the foot of a table that count the ticks above them: how often an option was chosen, or
//! which share of all that is. What the numbers are is proved by the ticks, not by a word beside
//! them.

use super::normal::measured;
use super::sheet::{Sheet, SheetColumn};
use super::tick::{Mark, mark};

/// Rows at the end of a table among which some may count.
const LAST: u32 = 6;
/// Columns of ticks that must be counted.
const ENOUGH: usize = 2;
/// Shares are shown rounded.
const ROUNDED: f64 = 0.6;

/// Rows, counted from 0 below the header, in which nothing but counts stands in the columns of
/// ticks among these.
pub(super) fn rows(sheet: &Sheet, columns: &[&SheetColumn]) -> Vec<u32> {
    let mut found = Vec::new();
    for row in sheet.rows().saturating_sub(LAST)..sheet.rows() {
        let mut below: Vec<u32> = (row..sheet.rows()).collect();
        below.extend(&found);
        let filled = columns.iter().filter(|it| it.code(row) != 0);
        let counts = filled.filter_map(|column| {
            let ticks = ticks(column, &below).filter(|it| *it > 0.0)?;
            Some((measured(column.value(row)), ticks))
        });
        let counts: Vec<(Option<f64>, f64)> = counts.collect();
        let returns = f64::from(row) - found.len() as f64;
        let all = counts.iter().map(|(_, ticks)| ticks).sum();
        // A one may be a tick.
        let more = counts
            .iter()
            .any(|(value, _)| value.is_some_and(|it| it > 1.0));
        if counts.len() >= ENOUGH && more && are_counts(&counts, [returns, all]) {
            found.push(row);
        }
    }
    found
}

/// Whether values are the ticks they stand below, or the share of them in either whole.
fn are_counts(values: &[(Option<f64>, f64)], wholes: [f64; 2]) -> bool {
    let hold = |is: &dyn Fn(f64, f64) -> bool| {
        let mut values = values.iter();
        values.all(|(value, ticks)| value.is_some_and(|it| is(it, *ticks)))
    };
    let share = |whole: f64| {
        hold(&|value, ticks| whole > 0.0 && (value - 100.0 * ticks / whole).abs() < ROUNDED)
    };
    hold(&|value, ticks| value == ticks) || wholes.into_iter().any(share)
}

/// How often something is ticked in a column, some rows left out; `None` if anything else stands
/// there.
fn ticks(column: &SheetColumn, but: &[u32]) -> Option<f64> {
    let (mut on, mut perhaps) = (0, 0);
    for (cell, count) in column.values_but(but) {
        match mark(cell)? {
            Mark::On => on += count,
            Mark::Cross | Mark::Circle => perhaps += count,
            Mark::Off => {}
        }
    }
    let ticks = if on > 0 { on } else { perhaps };
    Some(f64::from(ticks))
}
