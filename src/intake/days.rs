//! The days of a column. Where a platform writes months before days they are read so if every
//! one of the column can be: one that cannot shows that whoever exported writes days first.

use jiff::civil::Date;

use super::cell::Cell;
use super::day::{day, day_after_month};
use super::platform::Platform;
use super::sheet::SheetColumn;

/// How the days of a column are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    month_first: bool,
}

impl Days {
    pub fn of(column: &SheetColumn, platform: &Platform) -> Self {
        let mut values = column.values().map(|(cell, _)| cell);
        Self {
            month_first: platform.month_first && values.all(|it| day_after_month(it).is_some()),
        }
    }

    /// The day a cell names.
    pub fn read(self, cell: &Cell) -> Option<Date> {
        match self.month_first {
            true => day_after_month(cell),
            false => day(cell),
        }
    }
}
