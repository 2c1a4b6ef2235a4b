//! Which rows head a table, by which of them name what was asked.
//!
//! Shape alone takes a form's head (部门｜质量部｜编号…), a summary or numbers for what they are not:
//! the row whose titles name most items is the header, and shape decides between equals.

use rustc_hash::FxHashSet;

use super::options::with_options;
use super::{Header, LONGEST, ROWS_LOOKED_AT, Title, count, find, short, titles};
use crate::intake::budget::{Budget, TooLong};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::heading::{Named, named};
use crate::model::Item;

/// Columns of a sheet in which titles are looked for by what they name. A wider one goes by its
/// shape.
pub(super) const WIDEST: u32 = 2_000;

/// Rows below a header that are counted.
const ROWS_OF_ITEMS: u32 = 500;

/// The header that names most of `items`; the one found by [shape](find) where that names as
/// many. `None` where neither finds one.
///
/// # Errors
/// When the time for the file is over.
pub(in crate::intake) fn fitting(
    grid: &Grid,
    items: &[Item],
    budget: &Budget,
) -> Result<Option<Header>, TooLong> {
    let shaped = find(grid);
    if items.is_empty() || grid.width() > WIDEST {
        return Ok(shaped.map(|header| with_above(grid, header)));
    }
    let mut most = shaped.map_or(0, |header| named_by(grid, header, items));
    let mut best = shaped;
    for header in candidates(grid) {
        if most == items.len() {
            break;
        }
        // Below titles that name items stand answers, be they the names of items.
        if most > 0 && best.is_some_and(|best| header.last > best.last) {
            continue;
        }
        budget.look()?;
        let found = named_by(grid, header, items);
        if found > most {
            (most, best) = (found, Some(header));
        }
    }
    let best = best.map(|best| with_most_below(grid, best, most, items));
    Ok(best.map(|best| with_options(grid, best, items)))
}

/// The header with the row above it where its own titles repeat and that says which is which, or
/// where columns have their title only there: the merged cells of a head of two rows were lost
/// before the sheet became text.
fn with_above(grid: &Grid, header: Header) -> Header {
    let Some(above) = header
        .first
        .checked_sub(1)
        .filter(|_| header.first == header.last)
    else {
        return header;
    };
    let texts = |row: u32| -> Vec<String> {
        let all = (0..grid.width()).map(|column| short(grid.cell(row, column)));
        all.filter(|text| !text.is_empty()).collect()
    };
    let (own, upper) = (texts(header.last), texts(above));
    let distinct = |texts: &[String]| texts.iter().collect::<FxHashSet<_>>().len();
    let repeats = distinct(&own) < own.len();
    let several = upper.len() > 1 && distinct(&upper) == upper.len() && upper.len() < own.len();
    // Titles that stand only above, with values below them, belong to the same head.
    let text = |row: u32, column: u32| matches!(grid.cell(row, column), Cell::Text(_));
    let only_above = (0..grid.width()).any(|column| {
        let below = !grid.cell(header.last + 1, column).is_empty();
        text(above, column) && grid.looks(header.last, column).is_empty() && below
    });
    let titles = (0..grid.width()).all(|it| text(above, it) || grid.cell(above, it).is_empty());
    let reaches_down = only_above && titles && upper.len() > 1;
    match (repeats && several) || reaches_down {
        true => Header {
            first: above,
            ..header
        },
        false => header,
    }
}

/// Of several tables below each other that name as many items in different orders, the header of
/// the one with most rows: a summary stands above or below the returns.
fn with_most_below(grid: &Grid, best: Header, most: usize, items: &[Item]) -> Header {
    let rows = grid.rows().min(ROWS_LOOKED_AT);
    let texts = |row: u32| -> Vec<String> {
        (0..grid.width())
            .map(|column| short(grid.cell(row, column)))
            .collect()
    };
    let own = texts(best.last);
    let shared = |row: u32| {
        let texts = texts(row);
        let known = texts
            .iter()
            .filter(|text| !text.is_empty() && own.contains(text));
        known.count() > 1 && texts != own
    };
    let others = (best.last + 1..rows).filter(|row| shared(*row));
    let others = others.map(|row| Header {
        first: row,
        last: row,
    });
    let as_many = others.filter(|header| named_by(grid, *header, items) == most);
    let heads: Vec<Header> = std::iter::once(best).chain(as_many).collect();
    let mut longest = (0, best);
    for (at, head) in heads.iter().enumerate() {
        let end = heads.get(at + 1).map_or(grid.rows(), |next| next.first);
        let filled = |row: &u32| count(grid, |column| !grid.cell(*row, column).is_empty()) > 1;
        let below = (head.last + 1..end).take(ROWS_OF_ITEMS as usize);
        let length = below.filter(filled).count();
        if length > longest.0 {
            longest = (length, *head);
        }
    }
    longest.1
}

/// Single rows first, then two below each other: the upper one may have been merged before the
/// sheet became text.
fn candidates(grid: &Grid) -> impl Iterator<Item = Header> {
    let rows = grid.rows().min(ROWS_LOOKED_AT);
    let single = (0..rows).map(|row| Header {
        first: row,
        last: row,
    });
    let pairs = (1..rows).map(|row| Header {
        first: row - 1,
        last: row,
    });
    single.chain(pairs)
}

/// How many different items the titles name. Numbers name some only where nothing above fills
/// half of the columns: below that they are answers.
pub(super) fn named_by(grid: &Grid, header: Header, items: &[Item]) -> usize {
    let long = |row: u32, column: u32| matches!(grid.looks(row, column), Cell::Text(text) if text.len() > LONGEST);
    let rows = header.first..=header.last;
    if rows
        .into_iter()
        .any(|row| (0..grid.width()).any(|column| long(row, column)))
    {
        return 0;
    }
    let titles: Vec<Title> = titles(grid, header).collect();
    let texts: Vec<(&str, &str)> = titles
        .iter()
        .map(|title| (title.text.as_str(), title.group.as_str()))
        .collect();
    let numbers = first_filled(grid, header.last) && ascending(grid, header.last);
    let is_title =
        |column: u32| numbers || !matches!(grid.cell(header.last, column), Cell::Number(_));
    let named = (0..).zip(named(&texts, items));
    let named = named.filter_map(|(column, named)| match named {
        Named::Item(at) if is_title(column) => Some(at),
        Named::Item(_) | Named::Several(_) | Named::Nothing => None,
    });
    named.collect::<FxHashSet<usize>>().len()
}

/// Whether the numbers of a row grow from left to right, as those of questions do.
fn ascending(grid: &Grid, row: u32) -> bool {
    let numbers = (0..grid.width()).filter_map(|column| match grid.cell(row, column) {
        Cell::Number(number) => Some(*number),
        _ => None,
    });
    let numbers: Vec<f64> = numbers.collect();
    numbers
        .windows(2)
        .all(|pair| matches!(pair, [one, next] if one < next))
}

/// Whether no row above fills half of the columns.
fn first_filled(grid: &Grid, row: u32) -> bool {
    let filled = |row: u32| count(grid, |column| !grid.cell(row, column).is_empty());
    (0..row).all(|above| filled(above) * 2 < grid.width())
}
