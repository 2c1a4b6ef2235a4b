//! The row under the titles that says how many marks there are to get.

use super::super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::decoration::score_alone;
use crate::intake::normal::{folded, measured};
use crate::intake::sheet::Sheet;

/// Items below which such a row is not told from an answer.
const SEVERAL: usize = 2;

/// Whether a row holds nothing but marks, one under each item that is chosen from a scale, and no
/// other row writes its answers so.
pub(super) fn are_full(row: u32, columns: &[ItemColumn<'_>], sheet: &Sheet) -> bool {
    let scored = || {
        columns
            .iter()
            .filter(|it| it.item.kind.has_scale() && it.has_one_column())
    };
    let is_scored = |index: u32| scored().any(|it| it.column.index == index);
    let mut others = sheet.columns.iter().filter(|it| !is_scored(it.index));
    let mut marks = scored().map(|it| {
        let cell = it.column.value(row);
        is_mark(cell) && it.column.count(it.column.code(row) as usize) == 1
    });
    scored().count() >= SEVERAL && marks.all(|it| it) && others.all(|it| it.code(row) == 0)
}

fn is_mark(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => score_alone(&folded(text)).is_some() || measured(cell).is_some(),
        cell => measured(cell).is_some(),
    }
}
