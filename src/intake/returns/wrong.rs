//! Sheets whose columns are other ones than those that were said.

use super::{MAX_UNREADABLE, fault};
use crate::intake::day::days;
use crate::intake::error::{IntakeError, MappingFault};
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{ColumnMapping, Item, ItemKind};

/// A column of an item, with how many of its cells cannot be read.
pub(super) struct Counted<'a> {
    pub mapped: &'a ColumnMapping,
    pub item: &'a Item,
    pub column: &'a SheetColumn,
    pub unreadable: u64,
}

impl Counted<'_> {
    /// Days nobody can read in one way only are asked about, however many.
    fn are_days(&self) -> bool {
        let mut values = self.column.values();
        self.item.kind == ItemKind::Date && values.all(|(cell, _)| !days(cell).is_empty())
    }
}

/// Refuses a sheet with more unreadable cells than anybody would settle; the column with the
/// most of them is named.
pub(super) fn refuse(sheet: &Sheet, columns: &[Counted<'_>]) -> Result<(), IntakeError> {
    let counted = || columns.iter().filter(|it| !it.are_days());
    let total: u64 = counted().map(|it| it.unreadable).sum();
    if total <= MAX_UNREADABLE {
        return Ok(());
    }
    match counted().max_by_key(|it| it.unreadable) {
        Some(worst) => Err(fault(
            sheet,
            MappingFault::WrongColumn {
                cell: worst.mapped.cell.clone(),
                title: worst.mapped.title.clone(),
                unreadable: worst.unreadable,
                cells: worst
                    .column
                    .values()
                    .map(|(_, count)| u64::from(count))
                    .sum(),
            },
        )),
        None => Ok(()),
    }
}
