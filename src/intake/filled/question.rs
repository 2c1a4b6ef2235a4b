//! Where the questions stand on a form.

use std::collections::BTreeMap;

use super::inline::marks_begin;
use super::letters::drawn;
use super::text;
use crate::intake::grid::Grid;
use crate::intake::heading::{Named, named};
use crate::model::Item;

/// An item with the cell that asks for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    /// Position of the item.
    pub item: usize,
    /// Row and column, counted from 0.
    pub at: (u32, u32),
    /// What asks for it.
    pub label: String,
    /// What stands behind it in the same cell.
    pub rest: String,
}

/// A way to take a cell for a question: the whole of it, or what stands before its answer.
struct Way<'a> {
    at: (u32, u32),
    label: &'a str,
    rest: &'a str,
}

/// The questions of a form from top to bottom, each item once.
pub(super) fn questions(grid: &Grid, items: &[Item]) -> Vec<Question> {
    let ways: Vec<Way<'_>> = cells(grid).flat_map(|(at, text)| ways(at, text)).collect();
    let labels: Vec<(&str, &str)> = ways.iter().map(|way| (way.label, "")).collect();
    let mut found: Vec<Question> = Vec::new();
    for (way, named) in ways.iter().zip(named(&labels, items)) {
        let Named::Item(item) = named else { continue };
        match found.iter_mut().find(|it| it.item == item) {
            // A number in front is not where the question ends.
            Some(before) if before.at.0 == way.at.0 && before.rest.is_empty() => {
                if before.at != way.at {
                    *before = question(item, way);
                }
            }
            Some(_) => {}
            None => found.push(question(item, way)),
        }
    }
    found.sort_by_key(|it| it.at);
    found
}

/// The row in which the questions of a form begin once more, below all of them; several customers
/// may have been copied into one sheet.
pub(super) fn again(grid: &Grid, items: &[Item], first: &[Question]) -> Option<u32> {
    let last = first.iter().map(|it| it.at.0).max()?;
    let below = cells(grid).filter(|((row, _), _)| *row > last);
    let ways: Vec<Way<'_>> = below.flat_map(|(at, text)| ways(at, text)).collect();
    let labels: Vec<(&str, &str)> = ways.iter().map(|way| (way.label, "")).collect();
    let named = ways.iter().zip(named(&labels, items));
    let mut rows: BTreeMap<usize, u32> = BTreeMap::new();
    for (way, named) in named {
        if let Named::Item(item) = named
            && first.iter().any(|it| it.item == item)
        {
            rows.entry(item).or_insert(way.at.0);
        }
    }
    let most = rows.len() > 1 && rows.len() * 2 > first.len();
    rows.into_values().min().filter(|_| most)
}

fn question(item: usize, way: &Way<'_>) -> Question {
    Question {
        item,
        at: way.at,
        label: way.label.to_owned(),
        rest: way.rest.to_owned(),
    }
}

/// Cells with a text, row by row.
pub(super) fn cells(grid: &Grid) -> impl Iterator<Item = ((u32, u32), &str)> {
    let places = (0..grid.rows()).flat_map(|row| (0..grid.width()).map(move |at| (row, at)));
    places.filter_map(|at| Some((at, text(grid.cell(at.0, at.1))?)))
}

/// The whole text first, then what stands before a colon, then what stands before the first box,
/// be it one of those that are typed.
fn ways(at: (u32, u32), text: &str) -> impl Iterator<Item = Way<'_>> {
    let whole = Some((text, ""));
    let colon = before_colon(text);
    let boxed = marks_begin(text).and_then(|mark| text.split_at_checked(mark));
    let typed = marks_begin(&drawn(text)).and_then(|mark| text.split_at_checked(mark));
    [whole, colon, boxed, typed]
        .into_iter()
        .flatten()
        .map(move |(label, rest)| Way {
            at,
            label: label.trim(),
            rest: rest.trim(),
        })
        .filter(|way| !way.label.is_empty())
}

/// What stands before the first colon of a text and behind it.
pub(super) fn before_colon(text: &str) -> Option<(&str, &str)> {
    text.split_once([':', '：'])
}
