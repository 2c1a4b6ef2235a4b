//! Excel's own formats, as calamine reads them.
//!
//! Whatever reaches it has passed [`super::view`] or [`super::biff`], and it runs guarded, for
//! it trusts what it reads. Of `.xlsx` and `.xlsb` the cells stream by; an `.xls` is laid out
//! whole.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Cell, Data, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use rustc_hash::FxHashSet;

use super::SheetInfo;
use super::again;
use super::archive::Archive;
use super::beside::{self, Block};
use super::dress;
use super::found::{cause, date, iso, shown, value};
use super::guard::guard;
use super::percent;
use super::precheck;
use super::stop::Stop;
use super::view::View;
use super::watch::Watch;
use super::{biff, compound::Compound};
use crate::intake::error::FileFault;
use crate::intake::grid::{Grid, GridBuilder, Merge, Reckoned, Struck, Value};
use crate::intake::header;

/// Rows of a sheet somebody may have merged cells in by hand. Of a longer one only those that
/// name columns matter: reading them takes another walk.
const ROWS_WITH_MERGES: u32 = 10_000;
const MAX_MERGES: usize = 2_000;
/// Cells between two looks at whether the work is still wanted, where a sheet is whole already.
const CELLS_PER_LOOK: usize = 50_000;

/// An open workbook.
pub(super) enum Workbook {
    /// With its parts, should its formulas be asked for.
    Xlsx(Xlsx<View>, Archive),
    Xlsb(Xlsb<View>),
    /// With its bytes, should its controls be asked for.
    Xls(Xls<Cursor<Arc<[u8]>>>, Arc<[u8]>),
}

impl Workbook {
    pub fn open_xlsx(archive: Archive, watch: &Watch) -> Result<Self, Stop> {
        let replaced = precheck::parts(&archive, watch)?;
        let view = View::new(archive.clone(), replaced, watch.clone());
        guard(|| {
            Xlsx::new(view)
                .map(|book| Self::Xlsx(book, archive))
                .map_err(|error| cause(watch, &error))
        })
    }

    pub fn open_xlsb(archive: Archive, watch: &Watch) -> Result<Self, Stop> {
        let replaced = match archive.find("xl/workbook.bin") {
            Some(at) => vec![(at, precheck::without_names(&archive.read(at, watch)?)?)],
            None => Vec::new(),
        };
        let view = View::new(archive, replaced, watch.clone());
        guard(|| {
            Xlsb::new(view)
                .map(Self::Xlsb)
                .map_err(|error| cause(watch, &error))
        })
    }

    pub fn open_xls(bytes: Arc<[u8]>, watch: &Watch) -> Result<Self, Stop> {
        // the reader keeps the file once more, and so is the stream in it
        watch.budget.take(bytes.len() as u64 * 2)?;
        let compound = Compound::open(&bytes)?;
        let stream = match compound.stream("Workbook")? {
            Some(stream) => Some(stream),
            None => compound.stream("Book")?,
        };
        let stream = stream.ok_or(FileFault::NoSheet)?;
        biff::check(&stream, watch)?;
        drop(compound);
        guard(|| {
            Xls::new(Cursor::new(Arc::clone(&bytes)))
                .map(|book| Self::Xls(book, bytes))
                .map_err(|error| cause(watch, &error))
        })
    }

    /// The parts it is made of, where they are texts that say how it looks.
    pub fn parts(&self) -> Option<&Archive> {
        match self {
            Self::Xlsx(_, parts) => Some(parts),
            Self::Xlsb(_) | Self::Xls(..) => None,
        }
    }

    /// The bytes of one in the format of old.
    pub fn old(&self) -> Option<&Arc<[u8]>> {
        match self {
            Self::Xls(_, bytes) => Some(bytes),
            Self::Xlsx(..) | Self::Xlsb(_) => None,
        }
    }

    /// Names of the sheets that hold cells.
    pub fn sheets(&self) -> Vec<SheetInfo> {
        let sheets = match self {
            Self::Xlsx(book, _) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book, _) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| SheetInfo {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect()
    }

    /// Names of cells and what each refers to, those of a form of ours only: nobody asks for
    /// others.
    pub fn names(&self) -> Vec<(String, String)> {
        let all = match self {
            Self::Xlsx(book, _) => book.defined_names(),
            Self::Xls(book, _) => book.defined_names(),
            // What they refer to is left out before it is opened.
            Self::Xlsb(_) => &[],
        };
        let ours = all.iter().filter(|(name, _)| super::parts::is_ours(name));
        ours.cloned().collect()
    }

    /// All cells of a sheet, with the merged ones where somebody may have made some.
    pub fn read(&mut self, name: &str, watch: &Watch) -> Result<Grid, Stop> {
        let mut grid = self.cells(name, watch)?;
        if header::has_gaps(&grid) || (grid.rows() <= ROWS_WITH_MERGES && grid.has_holes()) {
            grid.merges = guard(|| self.merges(name, watch))?;
        }
        Ok(grid)
    }

    /// All cells of a sheet.
    pub fn cells(&mut self, name: &str, watch: &Watch) -> Result<Grid, Stop> {
        guard(|| {
            let mut builder = GridBuilder::new(&watch.budget);
            let mut reckoned = Reckoned::default();
            let mut struck = Struck::default();
            match self {
                Self::Xlsx(book, parts) => {
                    let cells = book.worksheet_cells_reader(name);
                    let mut cells = cells.map_err(|error| cause(watch, &error))?;
                    stream(&mut builder, watch, || cells.next_cell())?;
                    let styles = cells.styles().iter().map(|style| {
                        let format = style.number_format.as_ref();
                        format.is_some_and(|it| percent::is_percent(&it.format_code))
                    });
                    let styles: Vec<bool> = styles.collect();
                    drop(cells);
                    if styles.contains(&true) {
                        again::percents(&mut builder, &styles, (parts.clone(), name), watch)?;
                    }
                    let strikes = dress::struck(parts, watch)?;
                    if !strikes.is_empty() {
                        struck = again::struck(&strikes, (parts.clone(), name), watch)?;
                    }
                    if watch.formulas() {
                        reckoned = again::formulas(&mut builder, parts.clone(), name, watch)?;
                    }
                }
                Self::Xlsb(book) => {
                    let cells = book.worksheet_cells_reader(name);
                    let mut cells = cells.map_err(|error| cause(watch, &error))?;
                    stream(&mut builder, watch, || cells.next_cell())?;
                }
                Self::Xls(book, bytes) => {
                    let shown = biff::shown(bytes, name, watch)?;
                    lay_out(&mut builder, book, (name, &shown.percents), watch)?;
                    struck = shown.struck;
                }
            }
            Ok(Grid {
                reckoned,
                struck,
                ..builder.finish()
            })
        })
    }

    /// Merged cells. Reading them takes another walk over an `.xlsx` sheet.
    fn merges(&mut self, name: &str, watch: &Watch) -> Result<Vec<Merge>, Stop> {
        let found = match self {
            Self::Xlsx(book, _) => book
                .merge_cells_by_sheet_name(name)
                .map_err(|error| cause(watch, &error))?,
            Self::Xls(book, _) => book
                .merge_cells_by_sheet_name(name)
                .map_err(|error| cause(watch, &error))?,
            Self::Xlsb(_) => Vec::new(),
        };
        Ok(found.iter().take(MAX_MERGES).map(merge).collect())
    }
}

fn merge(area: &Dimensions) -> Merge {
    Merge {
        first_row: area.start.0,
        first_column: area.start.1,
        last_row: area.end.0,
        last_column: area.end.1,
    }
}

/// Puts cell after cell. This loop runs millions of times: an error becomes ours only once there
/// is one.
fn stream<'a, E: std::error::Error>(
    builder: &mut GridBuilder,
    watch: &Watch,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, E>,
) -> Result<(), Stop> {
    let mut cells = 0;
    let filled = |block: &mut Block<Cell<DataRef<'a>>>| loop {
        cells += 1;
        watch.delivered(cells);
        match next() {
            Ok(Some(cell)) => match cell.get_value() {
                DataRef::Empty => {}
                value => {
                    let text = owned_text(value);
                    block.push(cell, text);
                    return Ok(true);
                }
            },
            Ok(None) => return Ok(false),
            Err(error) => return Err(cause(watch, &error)),
        }
    };
    let put = |cell: &Cell<DataRef<'a>>| {
        let (row, column) = cell.get_position();
        match value(cell.get_value()) {
            Some(value) => builder.put(row, column, value),
            None => Ok(()),
        }
    };
    beside::put_all(filled, put)?;
    watch.delivered(0);
    Ok(())
}

/// Bytes of text a cell has for itself.
fn owned_text(cell: &DataRef<'_>) -> usize {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.len()
        }
        _ => 0,
    }
}

fn lay_out(
    builder: &mut GridBuilder,
    book: &mut Xls<Cursor<Arc<[u8]>>>,
    (name, percents): (&str, &FxHashSet<(u32, u32)>),
    watch: &Watch,
) -> Result<(), Stop> {
    let mut text = String::new();
    let range = book
        .worksheet_range(name)
        .map_err(|error| cause(watch, &error))?;
    let Some((first_row, first_column)) = range.start() else {
        return Ok(());
    };
    watch.expect(range.height() as u64);
    for (at, (row, column, value)) in range.used_cells().enumerate() {
        if at % CELLS_PER_LOOK == 0 {
            watch.done(row as u64)?;
        }
        let row = first_row.saturating_add(row as u32);
        let column = first_column.saturating_add(column as u32);
        let value = match value {
            Data::Empty => continue,
            Data::String(text) => Value::Text(text),
            Data::Int(number) => Value::Number(*number as f64),
            Data::Float(number) => Value::Number(*number),
            Data::Bool(value) => Value::Bool(*value),
            Data::DateTime(at) => date(at),
            Data::DateTimeIso(text) | Data::DurationIso(text) => iso(text),
            Data::Error(error) => Value::Error(shown(error)),
        };
        let value = match percents.contains(&(row, column)) {
            true => percent::value(value, &mut text),
            false => value,
        };
        builder.put(row, column, value)?;
    }
    Ok(())
}
