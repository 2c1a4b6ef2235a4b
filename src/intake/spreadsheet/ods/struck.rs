//! Cells that are struck through: styles of the document that do that, and who has one: the cell, or
//! its row or column where the cell has none.

use quick_xml::events::BytesStart;
use rustc_hash::FxHashSet;

use super::cell::{OwnCell, attribute, count};
use crate::intake::grid::Struck;

/// Bytes a cell takes in a set, which grows by doubling.
pub(super) const CELL: u64 = 24;
/// Runs of columns of one style.
const MOST: usize = 20_000;

/// Styles that strike through.
#[derive(Default)]
pub(super) struct Styles(FxHashSet<String>);

impl Styles {
    /// The properties of the texts of a style; whether they strike through.
    pub fn strike(start: &BytesStart<'_>) -> bool {
        let kinds = [
            "style:text-line-through-style",
            "style:text-line-through-type",
        ];
        let mut kinds = kinds
            .iter()
            .filter_map(|kind| attribute(start, kind))
            .peekable();
        kinds.peek().is_some() && kinds.all(|it| it != "none")
    }

    pub fn insert(&mut self, style: String) {
        self.0.insert(style);
    }

    fn hold(&self, style: Option<&String>) -> bool {
        style.is_some_and(|it| self.0.contains(it))
    }

    /// What a cell, row or column is struck by, where it has a style; nothing is looked up where no
    /// style strikes through.
    pub fn of(&self, start: &BytesStart<'_>, key: &str) -> Option<bool> {
        if self.0.is_empty() {
            return None;
        }
        let style = attribute(start, key);
        style.as_ref().map(|_| self.hold(style.as_ref()))
    }
}

/// The columns of a sheet whose cells are struck through unless they say otherwise.
#[derive(Default)]
pub(super) struct Columns {
    /// Where each run of columns ends, and whether its cells are.
    runs: Vec<(u32, bool)>,
}

impl Columns {
    /// One more run of columns.
    pub fn add(&mut self, start: &BytesStart<'_>, styles: &Styles) {
        if styles.0.is_empty() || self.runs.len() >= MOST {
            return;
        }
        let from = self.runs.last().map_or(0, |(end, _)| *end);
        let end = from.saturating_add(count(start, "table:number-columns-repeated"));
        let struck = styles.of(start, "table:default-cell-style-name");
        self.runs.push((end, struck.unwrap_or(false)));
    }

    fn strike(&self, column: u32) -> bool {
        let at = self.runs.partition_point(|(end, _)| *end <= column);
        self.runs.get(at).is_some_and(|(_, struck)| *struck)
    }

    /// Cells of a row that are struck through, with what is said of the whole row.
    pub fn struck(&self, row: Option<bool>, cells: &[OwnCell]) -> Vec<u32> {
        let (mut found, mut column) = (Vec::new(), 0_u32);
        for cell in cells {
            let end = column.saturating_add(cell.columns_repeated);
            if cell.value.is_some() {
                let own = cell.struck.or(row);
                found.extend((column..end).filter(|at| own.unwrap_or_else(|| self.strike(*at))));
            }
            column = end;
        }
        found
    }
}

/// Notes what is struck through in rows that are alike.
pub(super) fn note(struck: &mut Struck, (row, repeated): (u32, u32), columns: &[u32]) {
    for row in row..row.saturating_add(repeated) {
        struck.extend(columns.iter().map(|column| (row, *column)));
    }
}
