//! Another table above the one that is read: a summary of the same questions.

use rustc_hash::FxHashSet;

use super::fit::WIDEST;
use super::{Header, ROWS_LOOKED_AT, count, short};
use crate::intake::grid::Grid;
use crate::model::{NoReturn, SetAside};

/// Rows above a header that belong to another table: one headed by some of the same titles, with
/// rows of its own below them. None of them can be read under the titles of the header.
pub(in crate::intake) fn above(grid: &Grid, header: Header) -> Vec<SetAside> {
    if grid.width() > WIDEST || header.first > ROWS_LOOKED_AT {
        return Vec::new();
    }
    let texts = |row: u32| {
        let all = (0..grid.width()).map(move |column| short(grid.cell(row, column)));
        all.filter(|text| !text.is_empty())
    };
    let own: FxHashSet<String> = (header.first..=header.last).flat_map(texts).collect();
    let heads = |row: u32| {
        let known: FxHashSet<String> = texts(row).filter(|text| own.contains(text)).collect();
        known.len() > 1
    };
    let filled = |row: u32| count(grid, |column| !grid.cell(row, column).is_empty()) > 1;
    let Some(first) = (0..header.first).find(|row| heads(*row)) else {
        return Vec::new();
    };
    let rows = (first..header.first).filter(|row| filled(*row));
    let rows: Vec<SetAside> = rows
        .map(|row| SetAside {
            row: row + 1,
            why: match heads(row) {
                true => NoReturn::Titles,
                false => NoReturn::OtherTitles,
            },
        })
        .collect();
    // Titles alone are no table.
    match rows.iter().any(|it| it.why == NoReturn::OtherTitles) {
        true => rows,
        false => Vec::new(),
    }
}
