//! Items that stand below each other where a table has them side by side: it stands the other way
//! round, or has a row for every answer.

use rustc_hash::{FxHashMap, FxHashSet};

use super::fit::named_by;
use super::{Header, short};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::heading::{Named, named};
use crate::intake::normal::{folded, number};
use crate::intake::options::Options;
use crate::model::Item;

/// Columns from the left in which items may stand below each other, and rows looked at there.
const FIRST_COLUMNS: u32 = 6;
const ROWS_OF_ITEMS: u32 = 500;
/// Columns right of the items in which customers are looked for.
const MOST_CUSTOMERS: u32 = 200;
/// Items below each other, or customers beside each other, from which on they are meant so.
const SEVERAL: usize = 2;
/// How often an item comes again where every answer has a row: more often than satisfaction and
/// importance ask for it on one form.
const AGAIN: usize = 3;

/// The column in which more of `items` stand below each other than any row names, and whether
/// several customers stand beside each other: the table stands the other way round then, and is a
/// form nobody can read otherwise.
pub(in crate::intake) fn turned(
    grid: &Grid,
    header: Option<Header>,
    items: &[Item],
) -> Option<(u32, bool)> {
    let across = header.map_or(0, |header| named_by(grid, header, items));
    if across > 1 {
        return None;
    }
    let mut columns = 0..grid.width().min(FIRST_COLUMNS);
    columns.find_map(|column| {
        let rows = items_below(grid, column, items);
        let found: FxHashSet<usize> = rows.iter().map(|(_, item)| *item).collect();
        let several = found.len() >= SEVERAL && found.len() > across;
        several.then(|| {
            let customers = customers_beside(grid, column, &rows, items);
            (column, customers >= SEVERAL)
        })
    })
}

/// The column that names the same `items` again and again, an answer beside each.
pub(in crate::intake) fn again(grid: &Grid, header: Option<Header>, items: &[Item]) -> Option<u32> {
    let across = header.map_or(0, |header| named_by(grid, header, items));
    if across > 1 || grid.width() < 2 {
        return None;
    }
    let mut columns = 0..grid.width().min(FIRST_COLUMNS);
    columns.find(|column| {
        let rows = items_below(grid, *column, items);
        let mut times: FxHashMap<usize, usize> = FxHashMap::default();
        for (_, item) in &rows {
            *times.entry(*item).or_default() += 1;
        }
        let often = times.values().filter(|times| **times >= AGAIN).count();
        often >= SEVERAL && often * 2 >= times.len() && answers_beside(grid, *column, &rows, items)
    })
}

/// The rows in which a column names an item.
fn items_below(grid: &Grid, column: u32, items: &[Item]) -> Vec<(u32, usize)> {
    let rows = 0..grid.rows().min(ROWS_OF_ITEMS);
    let texts: Vec<String> = rows.map(|row| short(grid.cell(row, column))).collect();
    let mut distinct: Vec<&str> = texts.iter().map(String::as_str).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let headings: Vec<(&str, &str)> = distinct.iter().map(|text| (*text, "")).collect();
    let known: FxHashMap<&str, usize> = distinct
        .iter()
        .zip(named(&headings, items))
        .filter_map(|(text, named)| match named {
            Named::Item(at) => Some((*text, at)),
            Named::Several(_) | Named::Nothing => None,
        })
        .collect();
    let rows = (0..).zip(&texts);
    let found = rows.filter_map(|(row, text)| Some((row, *known.get(text.as_str())?)));
    found.collect()
}

/// Whether a column holds answers in most of the rows of items.
fn holds_answers(
    grid: &Grid,
    column: u32,
    rows: &[(u32, usize)],
    scales: &[Option<Options>],
) -> bool {
    let is_answer = |(row, item): &&(u32, usize)| {
        let scale = scales.get(*item).and_then(Option::as_ref);
        scale.is_some_and(|options| {
            let cell = grid.cell(*row, column);
            let score = number(cell).and_then(|number| options.by_score(number));
            let label = || match cell {
                Cell::Text(text) => options
                    .by_label(text)
                    .or_else(|| options.by_worn_label(text)),
                _ => None,
            };
            score.or_else(label).is_some()
        })
    };
    let scaled = |(_, item): &&(u32, usize)| scales.get(*item).is_some_and(Option::is_some);
    let all = rows.iter().filter(scaled).count();
    all > 0 && rows.iter().filter(is_answer).count() * 2 > all
}

fn scales(items: &[Item]) -> Vec<Option<Options>> {
    let scales = items
        .iter()
        .map(|item| item.scale.as_ref().map(Options::of));
    scales.collect()
}

fn answers_beside(grid: &Grid, column: u32, rows: &[(u32, usize)], items: &[Item]) -> bool {
    let scales = scales(items);
    let mut others = (0..grid.width().min(MOST_CUSTOMERS)).filter(|it| *it != column);
    others.any(|other| holds_answers(grid, other, rows, &scales))
}

/// Columns of answers right of the items, each under a head of its own that is no option: the
/// columns of a form are headed by those.
fn customers_beside(grid: &Grid, column: u32, rows: &[(u32, usize)], items: &[Item]) -> usize {
    let scales = scales(items);
    let Some((first, _)) = rows.first() else {
        return 0;
    };
    let is_option = |text: &str| {
        let mut scales = scales.iter().flatten();
        scales.any(|it| {
            it.by_label(text)
                .or_else(|| it.by_worn_label(text))
                .is_some()
        })
    };
    let head = |other: u32| {
        let mut above = (0..*first).rev().map(|row| grid.cell(row, other));
        let head = above.find(|cell| !cell.is_empty())?.found();
        Some(folded(&head)).filter(|head| !is_option(head))
    };
    let right = column + 1..grid.width().min(column.saturating_add(MOST_CUSTOMERS));
    let answered = right.filter(|other| holds_answers(grid, *other, rows, &scales));
    let heads: FxHashSet<String> = answered.filter_map(head).collect();
    heads.len()
}
