//! The days returns are of. One that lies far from the time of the survey, while most do not, is a
//! slip of whoever wrote it: it is asked about, not believed. Where most do, the sheet is of
//! another time, which is asked about once.

use std::ops::Range;

use jiff::civil::Date;

use super::Account;
use crate::intake::day::day_within;
use crate::intake::days::Days;
use crate::intake::error::IntakeError;
use crate::intake::period::days_around;
use crate::intake::sheet::SheetColumn;
use crate::model::{Expected, Period};

/// Rows or values between two looks at the clock.
pub(super) const ROWS_PER_LOOK: usize = 10_000;

/// The days of the column that says when a return is of.
pub(super) struct Dated<'a> {
    column: &'a SheetColumn,
    /// One a value of its dictionary.
    days: Vec<Option<Date>>,
    /// How they are read.
    read: Days,
    /// Where they have to lie; `None`: anywhere.
    near: Option<Range<Date>>,
}

impl<'a> Dated<'a> {
    /// # Errors
    /// When the room or the time for the file is over.
    pub fn of(
        account: &Account<'_>,
        column: &'a SheetColumn,
        period: Option<Period>,
        rows: &[u32],
    ) -> Result<Self, IntakeError> {
        let near = period.map(days_around);
        let read = Days::of(column, account.sheet.platform);
        let values = column.dictionary();
        account.take(
            (values.len() * size_of::<Option<Date>>()) as u64,
            &column.cell,
        )?;
        let mut days = Vec::with_capacity(values.len());
        for (at, cell) in values.iter().enumerate() {
            if at.is_multiple_of(ROWS_PER_LOOK) {
                account.look(account.sheet.columns.len() as u64)?;
            }
            let within = || day_within(cell, near.as_ref()?);
            days.push(read.read(cell).or_else(within));
        }
        let mut dated = Self {
            column,
            days,
            read,
            near: None,
        };
        dated.near = near.filter(|near| dated.mostly_within(near, rows));
        Ok(dated)
    }

    /// The day of a row, if it says one.
    ///
    /// # Errors
    /// What would have been right, where what stands there is no day or none of the survey's time.
    pub fn on(&self, row: u32) -> Result<Option<Date>, Expected> {
        let other = self.read.other(self.column.value(row));
        let possible = |it: &Date| self.near.as_ref().is_none_or(|near| near.contains(it));
        match (self.day(row), &self.near) {
            (Some(day), _) if possible(&day) && other.is_some_and(|it| possible(&it)) => {
                Err(Expected::DateEither(day, other.unwrap_or(day)))
            }
            (Some(day), Some(near)) if !near.contains(&day) => {
                Err(Expected::DateWithin(near.start, near.end))
            }
            (None, _) if !self.column.value(row).is_empty() => Err(Expected::Date),
            (day, _) => Ok(day),
        }
    }

    fn day(&self, row: u32) -> Option<Date> {
        let day = self.days.get(self.column.code(row) as usize);
        day.copied().flatten()
    }

    fn mostly_within(&self, near: &Range<Date>, rows: &[u32]) -> bool {
        let days = rows.iter().filter_map(|row| self.day(*row));
        let (mut within, mut all) = (0_usize, 0_usize);
        for day in days {
            all += 1;
            within += usize::from(near.contains(&day));
        }
        within > 0 && within * 2 >= all
    }
}
