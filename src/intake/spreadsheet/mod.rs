//! Any spreadsheet file: what it really is, its sheets, and one of them read.
//!
//! Files come from anywhere, so each format is read within limits of its own: archives by
//! `archive` and `view`, compound files by `compound` and `biff`, and a panic in a
//! reader of another crate is caught by `guard`. Nothing here knows what a sheet is about.

mod again;
mod archive;
mod beside;
mod biff;
mod compound;
mod dress;
mod encoding;
mod excel;
mod formulas;
mod found;
pub(super) mod guard;
mod kind;
mod marked;
mod ods;
mod opened;
mod parts;
mod percent;
mod pinned;
mod precheck;
mod stop;
mod styles;
mod text;
mod view;
mod watch;
mod word;

use std::sync::Arc;

use self::excel::Workbook;
use self::opened::{Content, Opened, Source, open};
use self::stop::Stop;
use self::watch::Watch;
use super::budget::{Budget, Limits, Spent};
use super::cell::column_letters;
use super::error::{FileFault, ForeignKind, IntakeError, SheetFault};
use super::filled::Filled;
use super::grid::Grid;
use super::platform::wenjuanwang;
use super::sheet::Sheet;
use super::{filled, header};
use crate::model::{Item, Marking, Progress, TextEncoding};

pub use self::archive::MAX_UNPACKED;
pub use self::encoding::{Decoding, named as encoding_named};
pub(super) use self::parts::Parts;

/// Name and state of one sheet of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    pub name: String,
    pub hidden: bool,
}

/// An open file. It holds what the format keeps in memory (shared texts …): drop it once its
/// sheets are read.
pub struct Spreadsheet {
    file: String,
    sheets: Vec<SheetInfo>,
    /// What it was decoded as, if it is a text.
    encoding: Option<TextEncoding>,
    /// Names of cells and what each refers to.
    names: Vec<(String, String)>,
    notes: Vec<ods::Notes>,
    content: Content,
    watch: Watch,
    /// Bytes of the file itself.
    bytes: u64,
    /// Bytes the open file takes, that included, and the largest sheet read so far, which may still be held.
    held: u64,
    largest: u64,
}

impl Spreadsheet {
    /// Opens the file by what it holds, whatever its name says.
    ///
    /// # Errors
    /// [`IntakeError::File`] when it is no spreadsheet, encrypted, damaged, or takes more memory
    /// or time than [`Limits`]; [`IntakeError::Cancelled`].
    pub fn open(name: &str, bytes: &Arc<[u8]>, progress: &Progress) -> Result<Self, IntakeError> {
        Self::open_within(name, bytes, progress, Limits::default())
    }

    /// The same with what is known of its encoding, should it be a text.
    ///
    /// # Errors
    /// Those of [`Spreadsheet::open`].
    pub fn open_decoded(
        name: &str,
        bytes: &Arc<[u8]>,
        known: Decoding,
        progress: &Progress,
    ) -> Result<Self, IntakeError> {
        let budget = Budget::new(Limits::default());
        Self::open_in(budget, name, Source::new(bytes, known), progress)
    }

    /// The same while a sheet of that file is still held: both have to fit.
    ///
    /// # Errors
    /// Those of [`Spreadsheet::open`].
    pub fn open_beside(
        held: &Sheet,
        name: &str,
        bytes: &Arc<[u8]>,
        known: Decoding,
        progress: &Progress,
    ) -> Result<Self, IntakeError> {
        let held = Spent {
            bytes: held.spent().bytes.saturating_sub(bytes.len() as u64),
            ..Spent::default()
        };
        let budget = Budget::after(held, Limits::default());
        Self::open_in(budget, name, Source::new(bytes, known), progress)
    }

    /// The same at other costs.
    pub(super) fn open_within(
        name: &str,
        bytes: &Arc<[u8]>,
        progress: &Progress,
        limits: Limits,
    ) -> Result<Self, IntakeError> {
        let source = Source::new(bytes, Decoding::Recognised);
        Self::open_in(Budget::new(limits), name, source, progress)
    }

    /// The same of an archive that was looked into.
    pub(super) fn open_parts(
        name: &str,
        bytes: &Arc<[u8]>,
        parts: Parts,
        progress: &Progress,
        limits: Limits,
    ) -> Result<Self, IntakeError> {
        let source = Source {
            parts: Some(parts),
            ..Source::new(bytes, Decoding::Recognised)
        };
        Self::open_in(Budget::new(limits), name, source, progress)
    }

    fn open_in(
        budget: Budget,
        name: &str,
        source: Source<'_>,
        progress: &Progress,
    ) -> Result<Self, IntakeError> {
        let watch = Watch::new(progress, budget);
        let bytes = source.bytes.len() as u64;
        let taken = watch.budget.take(bytes);
        taken.map_err(|spent| Stop::from(spent).named(name, ""))?;
        let opened = open(name, source, &watch).map_err(|stop| stop.named(name, ""))?;
        let Opened {
            content,
            sheets,
            encoding,
            names,
            notes,
        } = opened;
        if sheets.is_empty() {
            return Err(Stop::File(FileFault::NoSheet).named(name, ""));
        }
        Ok(Self {
            file: name.to_owned(),
            sheets,
            encoding,
            names,
            notes,
            content,
            bytes,
            held: watch.budget.taken(),
            largest: 0,
            watch,
        })
    }

    /// Name of the file, without its folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What it was decoded as; `None` where it is no text.
    pub fn encoding(&self) -> Option<TextEncoding> {
        self.encoding
    }

    /// Its sheets in the order of the file.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// Reads the sheet at a position of [`Spreadsheet::sheets`] and finds its header. A sheet
    /// can be read once.
    ///
    /// # Errors
    /// [`IntakeError::Sheet`] when it is empty, has no header or is too large;
    /// [`IntakeError::File`] when the file turns out damaged; [`IntakeError::Cancelled`].
    pub fn read(&mut self, sheet: usize, progress: &Progress) -> Result<Sheet, IntakeError> {
        self.read_for(sheet, &[], progress)
    }

    /// The same under the header that names most of `items`.
    ///
    /// # Errors
    /// Those of [`Spreadsheet::read`].
    pub fn read_for(
        &mut self,
        sheet: usize,
        items: &[Item],
        progress: &Progress,
    ) -> Result<Sheet, IntakeError> {
        self.read_marked(sheet, items, &[], progress)
    }

    /// The same, or as one of the forms that were marked.
    ///
    /// # Errors
    /// Those of [`Spreadsheet::read`], and [`SheetFault::Unanchored`].
    pub fn read_marked(
        &mut self,
        sheet: usize,
        items: &[Item],
        markings: &[Marking],
        progress: &Progress,
    ) -> Result<Sheet, IntakeError> {
        let grid = self.grid(sheet, progress)?;
        let name = self.name(sheet);
        let fault = |fault: SheetFault| Stop::Sheet(fault).named(&self.file, &name);
        let document = matches!(self.content, Content::Document(..));
        if grid.rows() == 0 && !document {
            return Err(fault(SheetFault::Empty));
        }
        // the file and the sheet outlive what it was read with
        let held = self.bytes + grid.weight();
        let budget = &self.watch.budget;
        if let Some(filled) = self.marked(&grid, &name, (items, markings))? {
            return Ok(Sheet::of_form(
                self.file.clone(),
                name,
                filled,
                budget,
                held,
            ));
        }
        let header = header::fitting(&grid, items, budget);
        let header = header.map_err(|spent| Stop::from(spent).named(&self.file, &name))?;
        if wenjuanwang::is_numbered(&grid) {
            let readable = wenjuanwang::READABLE;
            return Err(fault(SheetFault::Numbered { readable }));
        }
        if let Some(column) = header::again(&grid, header, items) {
            let column = column_letters(column);
            return Err(fault(SheetFault::RowPerAnswer { column }));
        }
        if let Some(filled) = self.filled(&grid, &name, items)? {
            let (file, name) = (self.file.clone(), name.clone());
            return Ok(Sheet::of_form(file, name, filled, budget, held));
        }
        if document {
            let fault = FileFault::NotASpreadsheet(ForeignKind::Word);
            return Err(Stop::File(fault).named(&self.file, &name));
        }
        if let Some((column, customers)) = header::turned(&grid, header, items) {
            let column = column_letters(column);
            return Err(fault(match customers {
                true => SheetFault::Turned { column },
                false => SheetFault::NoReturns,
            }));
        }
        let sheet = Sheet::new(self.file.clone(), name.clone(), grid, header, budget, held);
        let mut sheet = sheet.map_err(fault)?;
        sheet.separated = self.encoding.is_some();
        Ok(sheet)
    }

    /// What a sheet says if it is a form that was filled in.
    fn filled(
        &self,
        grid: &Grid,
        name: &str,
        items: &[Item],
    ) -> Result<Option<Filled>, IntakeError> {
        let filled = self.dressed(name, |looks| filled::read(grid, items, looks))?;
        self.answered(name, filled)
    }

    /// Names of cells, as the file writes them, with what each refers to.
    pub(super) fn names(&self) -> &[(String, String)] {
        &self.names
    }

    /// The cells of a sheet, header or not.
    pub(super) fn grid(&mut self, sheet: usize, progress: &Progress) -> Result<Grid, IntakeError> {
        self.laid_out(sheet, progress, Workbook::read)
    }

    /// The same without a word on which of them are merged, which takes another walk.
    pub(super) fn cells(&mut self, sheet: usize, progress: &Progress) -> Result<Grid, IntakeError> {
        self.laid_out(sheet, progress, Workbook::cells)
    }

    fn laid_out(
        &mut self,
        sheet: usize,
        progress: &Progress,
        read: fn(&mut Workbook, &str, &Watch) -> Result<Grid, Stop>,
    ) -> Result<Grid, IntakeError> {
        self.watch.report_to(progress);
        let name = self.name(sheet);
        let before = self.held + self.largest;
        self.watch.budget.settle(before);
        let read = match &mut self.content {
            Content::Excel(workbook) => read(workbook, &name, &self.watch),
            Content::Read(grids) => {
                let grid = grids.get_mut(sheet).and_then(Option::take);
                grid.unwrap_or(Err(SheetFault::Empty)).map_err(Stop::Sheet)
            }
            Content::Document(grid, _) => {
                let grid = grid.take();
                grid.unwrap_or(Err(SheetFault::Empty)).map_err(Stop::Sheet)
            }
        };
        let grid = read.map_err(|stop| stop.named(&self.file, &name))?;
        let taken = self.watch.budget.taken().saturating_sub(before);
        self.largest = self.largest.max(taken);
        Ok(grid)
    }

    /// What reading it may still cost.
    pub(super) fn budget(&self) -> &Budget {
        &self.watch.budget
    }

    fn name(&self, sheet: usize) -> String {
        let info = self.sheets.get(sheet);
        info.map(|info| info.name.clone()).unwrap_or_default()
    }
}
