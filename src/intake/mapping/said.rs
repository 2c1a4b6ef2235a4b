//! How numbers are read because somebody said so, where their cells do not say otherwise.

use super::MappingFault;
use super::fault::OtherDecimals;
use crate::intake::cell::Cell;
use crate::intake::decimals::{Mark, shown};
use crate::intake::error::IntakeError;
use crate::intake::interpret::may_answer;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{ItemKind, Mapping, Questionnaire, Reading};

/// Reads the columns of plain numbers that wait for it with a point or a comma before decimals.
///
/// # Errors
/// [`MappingFault::OtherDecimals`] with the first column whose cells certainly show the other mark:
/// what was said of it is wrong, or they are.
pub fn say_decimals(
    sheet: &Sheet,
    mapping: &mut Mapping,
    asked: &Questionnaire,
    said: Reading,
) -> Result<(), IntakeError> {
    for (mapped, column) in mapping.columns.iter_mut().zip(&sheet.columns) {
        let item = mapped.target.item().and_then(|it| asked.item_of(it));
        let Some(item) = item.filter(|it| matches!(it.kind, ItemKind::Number | ItemKind::Nps))
        else {
            continue;
        };
        let cells = column.values().map(|(cell, _)| cell);
        let other = shown(cells, |number| may_answer(item, number))
            .filter(|(mark, _)| (*mark == Mark::Comma) != (said == Reading::CommaDecimals));
        if let Some((mark, cell)) = other {
            return Err(IntakeError::Mapping {
                file: sheet.file.clone(),
                sheet: sheet.name.clone(),
                fault: MappingFault::OtherDecimals(Box::new(OtherDecimals {
                    cell: mapped.cell.clone(),
                    title: mapped.title.clone(),
                    found: cell.found(),
                    place: place(sheet, column, cell),
                    comma: mark == Mark::Comma,
                })),
            });
        }
        if mapped.reading == Reading::Undecided {
            mapped.reading = said;
        }
    }
    Ok(())
}

/// Where a value stands first in its column.
fn place(sheet: &Sheet, column: &SheetColumn, cell: &Cell) -> String {
    let row = (0..sheet.rows()).find(|row| column.value(*row) == cell);
    row.map(|row| sheet.cell_name(column, row))
        .unwrap_or_default()
}
