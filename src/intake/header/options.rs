//! A head of two rows whose lower one names options: each has a column that is ticked.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Header, ROWS_LOOKED_AT, short};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::heading::{Named, named};
use crate::intake::interpret::letter;
use crate::intake::normal::{folded, number_in};
use crate::intake::options::{Options, are_all, are_scores};
use crate::intake::tick::mark;
use crate::model::{Item, Scale};

/// The header with the row below it where all that stands there are options of the items above,
/// each in a column of its own.
pub(super) fn with_options(grid: &Grid, header: Header, items: &[Item]) -> Header {
    let below = header.last + 1;
    if header.first != header.last || below >= grid.rows() {
        return header;
    }
    let titles: Vec<String> = (0..grid.width())
        .map(|column| short(grid.looks(header.last, column)))
        .collect();
    let headings: Vec<(&str, &str)> = titles.iter().map(|it| (it.as_str(), "")).collect();
    let mut found: FxHashMap<usize, Vec<u8>> = FxHashMap::default();
    let mut lettered = FxHashSet::default();
    let mut numbers: FxHashMap<usize, Vec<f64>> = FxHashMap::default();
    let mut above = None;
    // Ticks below all of them, and anything else.
    let mut filled_in = (0_usize, 0_usize);
    for (column, (title, named)) in (0..).zip(titles.iter().zip(named(&headings, items))) {
        if !title.is_empty() {
            above = match named {
                Named::Item(at) => Some(at),
                Named::Several(_) | Named::Nothing => None,
            };
        }
        let label = match grid.cell(below, column) {
            number @ Cell::Number(_) => number.found(),
            other => short(other),
        };
        let (Some(at), false) = (above, label.is_empty()) else {
            continue;
        };
        let scale = items.get(at).and_then(|item| item.scale.as_ref());
        // Below a number nothing but ticks: a row of answers may hold the same numbers.
        if let (Some(number), Some(_)) = (number_in(&label), scale)
            && filled(grid, (below, column), &label).1 == 0
        {
            numbers.entry(at).or_default().push(number);
            continue;
        }
        let named = scale.and_then(|scale| {
            let options = Options::of(scale);
            let named = options
                .by_label(&label)
                .or_else(|| options.by_worn_label(&label));
            named.or_else(|| {
                lettered.insert(at);
                by_letter(scale, &label)
            })
        });
        match named {
            Some(option) => {
                found.entry(at).or_default().push(option);
                let (ticks, others) = filled(grid, (below, column), &label);
                filled_in = (filled_in.0 + ticks, filled_in.1 + others);
            }
            _ => return header,
        }
    }
    let own_columns = |options: &Vec<u8>| {
        let distinct = options.iter().collect::<FxHashSet<_>>().len();
        options.len() > 1 && distinct == options.len()
    };
    // Letters are the places of options, where all of them stand there in their order.
    let all_there = |at: &usize| {
        let options = items.get(*at).and_then(|it| it.scale.as_ref());
        let count = options.map_or(0, |it| it.options.len());
        found
            .get(at)
            .is_some_and(|it| (0_u8..).take(count).eq(it.iter().copied()))
    };
    let told = lettered.iter().all(all_there);
    // Bare numbers are those of all options of the item; which is whose is settled with its columns.
    let whole = |(at, numbers): (&usize, &Vec<f64>)| {
        let scale = items.get(*at).and_then(|it| it.scale.as_ref());
        let places = || (1..=numbers.len()).all(|it| numbers.contains(&(it as f64)));
        scale.is_some_and(|it| are_all(it, numbers.len()) && (are_scores(it, numbers) || places()))
    };
    let told = told && numbers.iter().all(whole);
    let any = !(found.is_empty() && numbers.is_empty());
    let (ticks, others) = filled_in;
    let ticked = below + 1 < grid.rows() && (ticks > others || others == 0);
    match any && told && ticked && found.values().all(own_columns) {
        true => Header {
            last: below,
            ..header
        },
        false => header,
    }
}

/// The option a single letter stands for, where its place is known.
fn by_letter(scale: &Scale, label: &str) -> Option<u8> {
    let place = letter(&Cell::Text(label.into())).filter(|_| !scale.order_assumed)?;
    Options::of(scale).by_number(place)
}

/// How many cells below the name of an option tick it, and how many hold anything else; answers
/// stand below the titles of two columns that are called the same.
fn filled(grid: &Grid, (row, column): (u32, u32), label: &str) -> (usize, usize) {
    let cells = (row + 1..grid.rows().min(row + ROWS_LOOKED_AT)).map(|at| grid.cell(at, column));
    let filled: Vec<&Cell> = cells.filter(|cell| !cell.is_empty()).collect();
    let ticks = |cell: &&&Cell| mark(cell).is_some() || folded(&cell.found()) == folded(label);
    let ticks = filled.iter().filter(ticks).count();
    (ticks, filled.len() - ticks)
}
