//! Rows somebody filled in to try the survey out, where the platform says so.

use crate::intake::heading::plain;
use crate::intake::normal::folded;
use crate::intake::sheet::{Sheet, SheetColumn};

/// The column that says so, and which of its values do.
pub(super) struct Trials<'a>(Option<(&'a SheetColumn, Vec<bool>)>);

impl<'a> Trials<'a> {
    pub fn of(sheet: &'a Sheet) -> Self {
        Self(sheet.platform.trials.and_then(|(title, words)| {
            let mut columns = sheet.columns.iter();
            let column = columns.find(|it| plain(&it.title) == title)?;
            let values = column.dictionary().iter();
            let says = values.map(|it| words.contains(&folded(&it.found()).as_str()));
            Some((column, says.collect()))
        }))
    }

    /// Whether the row is one.
    pub fn is_one(&self, row: u32) -> bool {
        self.0.as_ref().is_some_and(|(column, says)| {
            let says = says.get(column.code(row) as usize);
            says.copied().unwrap_or(false)
        })
    }
}
