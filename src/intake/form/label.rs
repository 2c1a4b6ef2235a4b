//! Where the words of a form stand, held against where its names point: a program that puts rows
//! between and does not move the names leaves each of them at another item's answer.
//!
//! An item is known by its number and its words beside each other. Where the words of all items
//! are found, the places beside and below them are known whatever the names say; an item whose
//! words are not found has no place anybody can be sure of.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::place::{Place, Places};
use super::printed::{Printed, words};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::model::{FormSpot, Item, ItemKind};

/// So many rows and columns are looked at, and so many bytes of a cell; no form has more.
pub(super) const ROWS: u32 = 4_000;
pub(super) const COLUMNS: u32 = 200;
const LONGEST: usize = 16_000;
/// Notes in brackets behind the words of an item, at most.
const NOTES: usize = 8;
/// Rows above an item in which the titles of its columns are looked for.
const ABOVE: u32 = 300;
/// Rows in which the head stands.
const HEAD: u32 = 80;

/// Where the words of an item stand, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Label {
    row: u32,
    column: u32,
}

/// The words of an item and of its options, as they are compared.
pub(super) struct Words {
    item: String,
    options: Vec<String>,
}

impl Words {
    pub fn of(item: &Item) -> Self {
        let options = item.scale.iter().flat_map(|scale| &scale.options);
        Self {
            item: words(&item.text),
            options: options.map(|option| words(&option.label)).collect(),
        }
    }
}

/// The words of a form and its names together.
pub(super) struct Standing<'a> {
    grid: &'a Grid,
    places: &'a Places,
    /// What the items are called.
    called: &'a [Words],
    /// What each cell says, as words are compared: each is asked for by many options.
    said: Said<'a>,
    labels: Vec<Option<Label>>,
    /// Rows of all words that were found, ascending.
    rows: Vec<u32>,
    /// Names did not follow their rows.
    displaced: bool,
}

impl<'a> Standing<'a> {
    /// `called` are the words of each item; what is printed is looked up, not taken apart.
    pub fn of(
        grid: &'a Grid,
        places: &'a Places,
        (items, called): (&[&Item], &'a [Words]),
        printed: Option<&'a Printed>,
    ) -> Self {
        let said = Said::of(grid, printed);
        let mut labels = labels(&said, called);
        // Names that did not follow their columns point at nothing anybody could be sure of.
        if let Some(customer) = places.of_spot(FormSpot::Customer) {
            for label in &mut labels {
                *label = label.filter(|it| it.column == customer.first);
            }
        }
        let mut rows: Vec<u32> = labels.iter().flatten().map(|it| it.row).collect();
        rows.sort_unstable();
        let beside = |item: &Item| match item.kind {
            ItemKind::Text => None,
            _ => places
                .row(item.lineage)
                .map(|(_, place)| place)
                .or_else(|| places.of_spot(FormSpot::Answer(item.lineage))),
        };
        let mut pairs = items.iter().zip(&labels);
        let displaced = pairs.any(|(item, label)| {
            label.is_some_and(|label| beside(item).is_some_and(|it| it.row != label.row))
        });
        Self {
            grid,
            places,
            called,
            said,
            labels,
            rows,
            displaced,
        }
    }

    /// What an option of an item is called.
    fn named(&self, at: usize, option: u8) -> Option<&'a String> {
        self.called.get(at)?.options.get(usize::from(option))
    }

    fn label(&self, at: usize) -> Option<Label> {
        self.labels.get(at).copied().flatten()
    }

    /// Whether the words of most items stand there.
    pub fn holds_most(&self) -> bool {
        self.labels.iter().flatten().count() * 2 > self.labels.len()
    }

    /// The item whose words stand last up to a row.
    pub fn item_at(&self, row: u32) -> Option<usize> {
        let items = self.labels.iter().enumerate();
        let above = items.filter_map(|(at, label)| Some((label.as_ref()?.row, at)));
        let above = above.filter(|(own, _)| *own <= row);
        above.max_by_key(|(own, _)| *own).map(|(_, at)| at)
    }

    /// The row of the next words below.
    fn next(&self, row: u32) -> u32 {
        let after = self.rows.partition_point(|it| *it <= row);
        let end = row.saturating_add(ABOVE).min(self.grid.rows().max(row + 2));
        self.rows.get(after).copied().unwrap_or(end)
    }

    /// Where an item is answered in one cell: beside its words, or below them.
    pub fn answer(&self, at: usize, item: &Item) -> Option<Place> {
        let place = self.places.of_spot(FormSpot::Answer(item.lineage))?;
        let label = self.label(at)?;
        let lines = item.kind == ItemKind::Text;
        let columns = match lines {
            true => place.first < label.column,
            false => place.first >= label.column,
        };
        let below = label.row < place.row && place.row < self.next(label.row);
        let row = match lines {
            false => label.row,
            true if below && !self.displaced => place.row,
            true => label.row + 1,
        };
        columns.then_some(Place { row, ..place })
    }

    /// What was written further below than there is room for an answer in several lines.
    pub fn strayed(&self, at: usize, place: Place) -> Option<(u32, u32)> {
        let label = self.label(at)?;
        let rows = label.row + 1..self.next(label.row);
        let mut rows = rows.filter(|row| *row != place.row);
        rows.find_map(|row| {
            // A heading or another item begins in front.
            let free = (0..=place.first).all(|column| self.grid.cell(row, column).is_empty());
            let mut columns = place.behind().filter(|_| free);
            let column = columns.find(|column| !self.grid.cell(row, *column).is_empty())?;
            Some((row, column))
        })
    }

    /// Row and column of the box of an option below titles.
    pub fn titled(&self, at: usize, item: &Item, option: u8) -> Option<(u32, u32)> {
        let (grid, _) = self.places.row(item.lineage)?;
        let title = self.places.of_spot(FormSpot::Column { grid, option })?;
        let (label, column) = (self.label(at)?, title.first);
        let wanted = self.named(at, option)?;
        let says = |row: u32| self.said.is(row, column, wanted);
        let mut above = (label.row.saturating_sub(ABOVE)..label.row).rev();
        let known = title.row < label.row && says(title.row) || above.any(says);
        known.then_some((label.row, column))
    }

    /// The line of an option below the words of its item.
    pub fn option(&self, at: usize, item: &Item, option: u8) -> Option<Place> {
        let lineage = item.lineage;
        let place = self.places.of_spot(FormSpot::Tick {
            item: lineage,
            option,
        })?;
        let label = self.label(at)?;
        let wanted = self.named(at, option)?;
        let says = |row: &u32| {
            let mut columns = 0..=place.first.min(COLUMNS);
            columns.any(|column| self.said.is(*row, column, wanted))
        };
        let below = label.row + 1..self.next(label.row);
        if !self.displaced && below.contains(&place.row) && says(&place.row) {
            return Some(place);
        }
        let mut rows = below.filter(says);
        match (rows.next(), rows.next()) {
            (Some(row), None) => Some(Place { row, ..place }),
            _ => None,
        }
    }
}

/// A field of the head, where its name stands as forms of ours call it.
pub(super) fn head(grid: &Grid, places: &Places, spot: FormSpot) -> Option<Place> {
    let place = places.of_spot(spot)?;
    let called = match spot {
        FormSpot::Customer => ["客户名称", "customer"],
        FormSpot::Respondent => ["填写人", "filledinby"],
        FormSpot::Date => ["日期", "date"],
        _ => return Some(place),
    };
    let says = |row: &u32| {
        let mut columns = 0..=place.first.min(COLUMNS);
        columns.any(|column| called.contains(&words(&grid.cell(*row, column).found()).as_str()))
    };
    if says(&place.row) {
        return Some(place);
    }
    let mut rows = (0..grid.rows().min(HEAD)).filter(says);
    match (rows.next(), rows.next()) {
        (Some(row), None) => Some(Place { row, ..place }),
        _ => Some(place),
    }
}

/// What the cells of a form say, as words are compared.
struct Said<'a> {
    grid: &'a Grid,
    /// Of each text that is looked at, row after row.
    texts: Vec<Option<Cow<'a, str>>>,
    columns: u32,
}

impl<'a> Said<'a> {
    fn of(grid: &'a Grid, printed: Option<&'a Printed>) -> Self {
        let compared = |text: &str| match printed {
            Some(printed) => printed.words(text),
            None => words(text).into(),
        };
        let columns = grid.width().min(COLUMNS);
        let rows = 0..grid.rows().min(ROWS);
        let cells = rows.flat_map(|row| (0..columns).map(move |column| grid.cell(row, column)));
        let texts = cells.map(|cell| match cell {
            Cell::Text(text) if text.len() <= LONGEST => Some(compared(text)),
            _ => None,
        });
        Self {
            grid,
            texts: texts.collect(),
            columns,
        }
    }

    /// The words of a cell; `None` where it holds no text, or one nobody looks at.
    fn text(&self, row: u32, column: u32) -> Option<&str> {
        let at = u64::from(row) * u64::from(self.columns) + u64::from(column);
        let known = (column < self.columns).then_some(at)?;
        let text = self.texts.get(usize::try_from(known).ok()?)?;
        text.as_deref()
    }

    /// Whether a cell holds words.
    fn is(&self, row: u32, column: u32, wanted: &str) -> bool {
        if let Some(text) = self.text(row, column) {
            return text == wanted;
        }
        match self.grid.cell(row, column) {
            Cell::Empty => wanted.is_empty(),
            other => words(&other.found()) == wanted,
        }
    }
}

/// The words of each item; none where they are not there, or in several places.
fn labels(said: &Said<'_>, items: &[Words]) -> Vec<Option<Label>> {
    /// Words of one of several items, and the number in front of them.
    struct Hit {
        label: Label,
        number: Option<usize>,
    }
    let mut wanted: FxHashMap<&str, usize> = FxHashMap::default();
    for item in items {
        *wanted.entry(&item.item).or_default() += 1;
    }
    let grid = said.grid;
    let mut hits: FxHashMap<&str, Vec<Hit>> = FxHashMap::default();
    for row in 0..grid.rows().min(ROWS) {
        for column in 0..grid.width().min(COLUMNS) {
            let number = match grid.cell(row, column) {
                Cell::Number(number) => number.to_string(),
                _ => String::new(),
            };
            let text = said.text(row, column).unwrap_or(&number);
            if text.is_empty() {
                continue;
            }
            let notes = text.rmatch_indices('(').take(NOTES);
            let notes = notes.filter_map(|(at, _)| text.get(..at));
            let mut all = std::iter::once(text).chain(notes);
            if let Some((known, _)) = all.find_map(|it| wanted.get_key_value(it)) {
                let number = (0..column).rev().find_map(|column| {
                    let cell = grid.cell(row, column);
                    (!cell.is_empty()).then(|| cell.found())
                });
                hits.entry(known).or_default().push(Hit {
                    label: Label { row, column },
                    number: number.and_then(|it| it.trim().parse().ok()),
                });
            }
        }
    }
    let label = |(at, item): (usize, &Words)| {
        let own = item.item.as_str();
        let all = hits.get(own)?;
        let only = |mut found: std::slice::Iter<'_, Hit>, number: Option<usize>| {
            let wanted = |it: &&Hit| number.is_none() || it.number == number;
            let first = found.find(wanted)?;
            found.find(wanted).is_none().then_some(first.label)
        };
        let alone = wanted.get(own) == Some(&1);
        let numbered = all.iter().any(|it| it.number == Some(at + 1));
        match numbered {
            true => only(all.iter(), Some(at + 1)),
            false if alone => only(all.iter(), None),
            false => None,
        }
    };
    items.iter().enumerate().map(label).collect()
}
