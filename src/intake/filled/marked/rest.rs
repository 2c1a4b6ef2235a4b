//! What somebody wrote where nothing is marked: said, so that none of it is dropped in silence.

use rustc_hash::FxHashSet;

use super::text::{fits, plain, printed};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::filled::Entry;
use crate::intake::grid::Grid;
use crate::intake::look::At;
use crate::intake::normal::folded;
use crate::model::{Marking, Target};

/// Cells told of one form at most: more are a table of their own.
const MOST: usize = 24;

/// An entry that goes nowhere for each filled cell that is neither marked nor part of the blank.
pub(super) fn rest(marking: &Marking, places: &[At], grid: &Grid) -> Vec<Entry> {
    let blank = || marking.sheet.printed.iter().map(|it| it.text.as_str());
    let whole: FxHashSet<String> = blank().map(folded).collect();
    let words: Vec<String> = blank().map(plain).filter(|it| !it.is_empty()).collect();
    let of_blank = |text: &str| {
        let said = plain(text);
        whole.contains(&folded(text)) || !said.is_empty() && words.iter().any(|it| fits(it, &said))
    };
    let cells = (0..grid.rows()).flat_map(|row| (0..grid.width()).map(move |column| (row, column)));
    let written = cells.filter_map(|at| {
        let cell = grid.cell(at.0, at.1);
        let own = !places.contains(&at) && !printed(cell).is_none_or(|text| of_blank(&text));
        own.then(|| entry(grid, at, cell, of_blank))
    });
    written.take(MOST).collect()
}

/// Called by its place and what the blank has in front of it, or else above.
fn entry(grid: &Grid, at: At, cell: &Cell, of_blank: impl Fn(&str) -> bool) -> Entry {
    let name = cell_name(at.0, at.1);
    let before = (0..at.1).rev().map(|column| (at.0, column));
    let above = (0..at.0).rev().map(|row| (row, at.1));
    let words = |at: &At| {
        let text = printed(grid.cell(at.0, at.1));
        text.filter(|it| it.chars().any(char::is_alphabetic) && of_blank(it))
    };
    let beside = before.chain(above).find_map(|at| words(&at));
    let title = beside.map_or_else(|| name.clone(), |words| format!("{name} {words}"));
    Entry {
        title,
        title_cell: name.clone(),
        value: cell.clone(),
        cell: name,
        further: Vec::new(),
        target: Some(Target::Ignore),
        reading: None,
    }
}
