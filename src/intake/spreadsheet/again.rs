//! The cells of an `.xlsx` sheet gone over once more, for what few workbooks have: formulas that
//! have no value, numbers that are shown with a percent sign, and cells that are struck through.

use std::io::{self, Read, Seek, SeekFrom};

use calamine::{Cell, DataRef, Reader, Xlsx, XlsxFormulaMetadata as Formula};

use super::archive::Archive;
use super::formulas::LookingUp;
use super::found::{cause, value};
use super::percent;
use super::precheck;
use super::stop::Stop;
use super::view::View;
use super::watch::Watch;
use crate::intake::grid::{GridBuilder, Reckoned, Struck, Value};

/// Bytes a cell takes in a set, which grows by doubling.
const STRUCK: u64 = 24;

/// A view under another name. The library's reading of one value is compiled for each kind of
/// file, and as part of the loop over the cells only while that loop is its one caller: with
/// formulas asked for by the same type, a long sheet took 5 to 7 % longer.
struct Apart(View);

impl Read for Apart {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }
}

impl Seek for Apart {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

/// Puts the formulas that have no value. Programs that write workbooks leave the calculating
/// to Excel. Which cells are reckoned from those above them is told as well. Of a formula shared with another cell only that it is one is known: spelling them
/// out would let a damaged file, which may number them without end, ask for any memory.
pub(super) fn formulas(
    builder: &mut GridBuilder,
    parts: Archive,
    name: &str,
    watch: &Watch,
) -> Result<Reckoned, Stop> {
    let replaced = precheck::parts(&parts, watch)?;
    let view = Apart(View::new(parts, replaced, watch.clone()));
    let mut book: Xlsx<_> = Xlsx::new(view).map_err(|error| cause(watch, &error))?;
    let cells = book.worksheet_cells_reader(name);
    let mut cells = cells.map_err(|error| cause(watch, &error))?;
    let mut delivered = 0;
    let mut above = LookingUp::default();
    loop {
        delivered += 1;
        watch.delivered(delivered);
        let cell = match cells.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => cell,
            Ok(None) => {
                watch.delivered(0);
                return Ok(above.reckoned);
            }
            Err(error) => return Err(cause(watch, &error)),
        };
        let Some(formula) = &cell.formula else {
            continue;
        };
        let (row, column) = cell.pos;
        above.note(cell.pos, formula.shared_index(), written(formula));
        if cell.value != DataRef::Empty {
            continue;
        }
        let formula = written(formula);
        builder.put(row, column, Value::Formula(formula))?;
    }
}

fn written(formula: &Formula) -> &str {
    match formula {
        Formula::Normal { formula } | Formula::Shared { formula, .. } => formula,
        _ => "…",
    }
}

/// The cells that are struck through; `struck` tells for each style of the workbook whether it
/// does that.
pub(super) fn struck(
    struck: &[bool],
    sheet: (Archive, &str),
    watch: &Watch,
) -> Result<Struck, Stop> {
    let mut found = Struck::default();
    styled(struck, sheet, watch, |cell| {
        if value(cell.get_value()).is_some() {
            watch.budget.take(STRUCK)?;
            found.insert(cell.get_position());
        }
        Ok(())
    })?;
    Ok(found)
}

/// Puts what numbers are shown as that are shown with a percent sign; `percents` tells for each
/// style of the workbook whether it does.
pub(super) fn percents(
    builder: &mut GridBuilder,
    percents: &[bool],
    sheet: (Archive, &str),
    watch: &Watch,
) -> Result<(), Stop> {
    let mut text = String::new();
    styled(percents, sheet, watch, |cell| {
        let (row, column) = cell.get_position();
        if let Some(number @ Value::Number(_)) = value(cell.get_value()) {
            builder.put(row, column, percent::value(number, &mut text))?;
        }
        Ok(())
    })
}

/// Hands over each cell of a sheet whose style is one of those wanted.
fn styled(
    wanted: &[bool],
    (parts, name): (Archive, &str),
    watch: &Watch,
    mut take: impl FnMut(&Cell<DataRef<'_>>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let replaced = precheck::parts(&parts, watch)?;
    let view = Apart(View::new(parts, replaced, watch.clone()));
    let mut book: Xlsx<_> = Xlsx::new(view).map_err(|error| cause(watch, &error))?;
    let cells = book.worksheet_cells_reader(name);
    let mut cells = cells.map_err(|error| cause(watch, &error))?;
    let mut delivered = 0;
    loop {
        delivered += 1;
        watch.delivered(delivered);
        match cells.next_cell_with_style_id() {
            Ok(Some((cell, style))) if wanted.get(style).copied().unwrap_or(false) => {
                take(&cell)?;
            }
            Ok(Some(_)) => {}
            Ok(None) => {
                watch.delivered(0);
                return Ok(());
            }
            Err(error) => return Err(cause(watch, &error)),
        }
    }
}
