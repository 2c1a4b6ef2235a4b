//! Sheets whose columns are other ones than those that were said.

use super::column::ItemColumn;
use super::{MAX_UNREADABLE, fault};
use crate::intake::day::days;
use crate::intake::error::{IntakeError, MappingFault};
use crate::intake::sheet::Sheet;
use crate::model::{ColumnMapping, ItemKind};

/// Refuses a sheet with more unreadable cells than anybody would settle; the column with the
/// most of them is named.
pub(super) fn refuse(
    sheet: &Sheet,
    columns: &[(&ColumnMapping, ItemColumn<'_>)],
) -> Result<(), IntakeError> {
    // Days nobody can read in one way only are asked about, however many.
    let are_days = |column: &ItemColumn<'_>| {
        let mut values = column.column.values();
        column.item.kind == ItemKind::Date && values.all(|(cell, _)| !days(cell).is_empty())
    };
    let counted = columns.iter().filter(|(_, column)| !are_days(column));
    let total: u64 = counted.clone().map(|(_, column)| column.unreadable()).sum();
    if total <= MAX_UNREADABLE {
        return Ok(());
    }
    let worst = counted.max_by_key(|(_, column)| column.unreadable());
    match worst {
        Some((mapped, column)) => Err(fault(
            sheet,
            MappingFault::WrongColumn {
                cell: mapped.cell.clone(),
                title: mapped.title.clone(),
                unreadable: column.unreadable(),
                cells: column
                    .column
                    .values()
                    .map(|(_, count)| u64::from(count))
                    .sum(),
            },
        )),
        None => Ok(()),
    }
}
