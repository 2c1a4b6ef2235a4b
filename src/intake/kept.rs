//! What is kept of a file that also tells who sat where: its sheet without those columns.
//!
//! Rows and columns stay in their places, so that a cell named by an issue is found in it.

use super::mapping::{Mapping, Target};
use super::{Sheet, SheetColumn};

/// The sheet as csv (UTF-8 with its mark) without its private columns; `None` when it has none
/// and the file itself can be kept.
pub fn without_private(sheet: &Sheet, mapping: &Mapping) -> Option<Vec<u8>> {
    let columns = sheet.columns.iter().zip(&mapping.columns);
    let (private, open): (Vec<_>, Vec<_>) =
        columns.partition(|(_, mapped)| mapped.target == Target::Private);
    if private.is_empty() {
        return None;
    }
    let open: Vec<&SheetColumn> = open.into_iter().map(|(column, _)| column).collect();
    let width = open.iter().map(|column| column.index + 1).max()?;
    let mut csv = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    let line = |value: &dyn Fn(&SheetColumn) -> String| {
        let mut line = vec![String::new(); width as usize];
        for column in &open {
            if let Some(cell) = line.get_mut(column.index as usize) {
                *cell = value(column);
            }
        }
        line
    };
    let above = sheet.row_number(0).saturating_sub(2);
    for _ in 0..above {
        csv.write_record(line(&|_| String::new())).ok()?;
    }
    csv.write_record(line(&|column| column.title.clone()))
        .ok()?;
    for row in 0..sheet.rows() {
        csv.write_record(line(&|column| column.value(row).found()))
            .ok()?;
    }
    csv.into_inner().ok()
}
