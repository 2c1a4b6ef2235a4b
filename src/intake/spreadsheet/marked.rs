//! Sheets of forms that were marked by hand: read by their marks, and laid out to be marked.

use super::Spreadsheet;
use super::biff::Lying;
use super::dress::{self, Dress};
use super::opened::Content;
use super::stop::Stop;
use crate::intake::cell::column_letters;
use crate::intake::error::{IntakeError, SheetFault};
use crate::intake::filled::Filled;
use crate::intake::filled::marked::{self, Seen, printed};
use crate::intake::grid::Grid;
use crate::intake::look::{Dressed, Looks};
use crate::model::{BlankSheet, Item, Marking, PlainLook, Printed, Progress};

impl Spreadsheet {
    /// Something told from how a sheet looks.
    pub(super) fn dressed<T>(
        &self,
        name: &str,
        tell: impl FnOnce(&dyn Looks) -> T,
    ) -> Result<T, IntakeError> {
        let plain = Dressed::default();
        let (parts, looks) = match &self.content {
            Content::Excel(workbook) => (workbook.parts(), &plain),
            Content::Read(_) => (None, &plain),
            Content::Document(_, looks) => (None, looks),
        };
        if let Some(lying) = self.lying(name) {
            return Ok(tell(&lying));
        }
        let Some(parts) = parts else {
            return Ok(tell(looks));
        };
        let dress = Dress::new(parts, name, &self.watch);
        let told = tell(&dress);
        let stopped = dress.stopped();
        stopped.map_err(|stop| stop.named(&self.file, name))?;
        Ok(told)
    }

    /// The controls that lie on a sheet in the format of old.
    fn lying<'a>(&'a self, name: &'a str) -> Option<Lying<'a>> {
        let Content::Excel(workbook) = &self.content else {
            return None;
        };
        let bytes = workbook.old()?;
        Some(Lying::on(bytes, name, &self.watch))
    }

    /// A form that was filled in, unless it says nothing because its controls are not read.
    pub(super) fn answered(
        &self,
        name: &str,
        filled: Option<Filled>,
    ) -> Result<Option<Filled>, IntakeError> {
        let parts = match &self.content {
            Content::Excel(workbook) => workbook.parts(),
            Content::Read(_) | Content::Document(..) => None,
        };
        let unread = || {
            let lists = self.lying(name).is_some_and(|lying| lying.unread());
            lists || parts.is_some_and(|it| dress::has_unread_controls(it, &self.watch))
        };
        let again = filled.as_ref().and_then(|it| it.again);
        if let Some(row) = again {
            let cell = format!("A{}", row + 1);
            return Err(Stop::Sheet(SheetFault::SecondForm { cell }).named(&self.file, name));
        }
        match &filled {
            Some(it) if !it.answered && unread() => {
                Err(Stop::Sheet(SheetFault::Controls).named(&self.file, name))
            }
            Some(_) | None => Ok(filled),
        }
    }

    /// What a sheet says if it is one of the forms that were marked.
    pub(super) fn marked(
        &self,
        grid: &Grid,
        name: &str,
        (items, markings): (&[Item], &[Marking]),
    ) -> Result<Option<Filled>, IntakeError> {
        if markings.is_empty() {
            return Ok(None);
        }
        let seen = self.dressed(name, |looks| marked::read(grid, markings, items, looks))?;
        let fault = match seen {
            None => return Ok(None),
            Some(Seen::Filled(filled)) => return self.answered(name, Some(filled)),
            Some(Seen::Lost(form, lost, doubled)) => SheetFault::Unanchored {
                form,
                lost,
                doubled,
            },
            Some(Seen::Stale(form, item, option)) => {
                SheetFault::StaleMarking { form, item, option }
            }
        };
        Err(Stop::Sheet(fault).named(&self.file, name))
    }

    /// A sheet as a form is marked on. It can be read once.
    ///
    /// # Errors
    /// Those of [`Spreadsheet::read`]; [`SheetFault::TooManyColumns`] and
    /// [`SheetFault::TooManyCells`] where it is no form by its size.
    pub fn blank(&mut self, sheet: usize, progress: &Progress) -> Result<BlankSheet, IntakeError> {
        let grid = self.grid(sheet, progress)?;
        let name = self.name(sheet);
        let fault = |fault: SheetFault| Stop::Sheet(fault).named(&self.file, &name);
        let (rows, columns) = BlankSheet::MOST;
        if grid.rows() == 0 {
            return Err(fault(SheetFault::Empty));
        }
        if grid.width() > columns {
            let cell = format!("{}1", column_letters(columns));
            let limit = columns;
            return Err(fault(SheetFault::TooManyColumns { cell, limit }));
        }
        if grid.rows() > rows {
            let (cell, limit) = (
                format!("A{}", rows + 1),
                u64::from(rows) * u64::from(columns),
            );
            return Err(fault(SheetFault::TooManyCells { cell, limit }));
        }
        let looks = self.dressed(&name, |looks| looks.cells())?;
        let mut looks: Vec<PlainLook> = looks
            .into_iter()
            .filter(|(at, look)| {
                at.0 < rows && at.1 < columns && (look.bold || look.fill.is_some())
            })
            .map(|(at, look)| PlainLook {
                at,
                bold: look.bold,
                fill: look.fill,
            })
            .collect();
        looks.sort_unstable_by_key(|it| it.at);
        Ok(laid_out(&grid, name, looks))
    }
}

/// The cells of a small sheet with what they say.
fn laid_out(grid: &Grid, name: String, looks: Vec<PlainLook>) -> BlankSheet {
    let (rows, columns) = (grid.rows(), grid.width());
    let last = |at: (u32, u32)| {
        let merge = grid.merges.iter().find(|it| it.covers(at.0, at.1));
        merge.map_or(at, |it| {
            let (row, column) = BlankSheet::MOST;
            (it.last_row.min(row - 1), it.last_column.min(column - 1))
        })
    };
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let printed: Vec<Printed> = cells
        .filter_map(|at| {
            let text = printed(grid.cell(at.0, at.1))?;
            Some(Printed {
                at,
                to: last(at),
                text,
            })
        })
        .collect();
    let said = |at: (u32, u32)| printed.iter().any(|it| it.at == at);
    let merged = grid.merges.iter().filter_map(|it| {
        let at = (it.first_row, it.first_column);
        let small = at.0 < BlankSheet::MOST.0 && at.1 < BlankSheet::MOST.1;
        (small && !said(at)).then(|| (at, last(at)))
    });
    let merged = merged.collect();
    BlankSheet {
        name,
        size: (rows, columns),
        printed,
        merged,
        looks,
    }
}
