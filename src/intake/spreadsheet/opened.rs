//! A file opened by what it holds: each kind as far as its format asks for.

use std::sync::Arc;

use super::SheetInfo;
use super::encoding::{self, Decoding};
use super::excel::Workbook;
use super::kind::{self, FileKind};
use super::ods::{self, Table};
use super::parts::Parts;
use super::stop::Stop;
use super::watch::Watch;
use super::{text, word};
use crate::intake::error::SheetFault;
use crate::intake::grid::Grid;
use crate::intake::look::Dressed;
use crate::model::TextEncoding;

/// What is read of a file, as far as it was opened.
pub(super) enum Content {
    Excel(Box<Workbook>),
    /// Every sheet as it was read, until it is asked for.
    Read(Vec<Option<Result<Grid, SheetFault>>>),
    /// A text document, of which only a form is read, and how its cells look.
    Document(Option<Result<Grid, SheetFault>>, Dressed),
}

/// What a file turned out to be.
pub(super) struct Opened {
    pub content: Content,
    pub sheets: Vec<SheetInfo>,
    /// What it was decoded as, if it is a text.
    pub encoding: Option<TextEncoding>,
    /// Names of cells and what each refers to.
    pub names: Vec<(String, String)>,
    /// What is pinned to the cells of each sheet, where that is read with them.
    pub notes: Vec<ods::Notes>,
}

/// What is opened, and what is known of it.
pub(super) struct Source<'a> {
    pub bytes: &'a Arc<[u8]>,
    pub known: Decoding,
    /// Its parts, where it is an archive that was looked into.
    pub parts: Option<Parts>,
}

impl<'a> Source<'a> {
    pub fn new(bytes: &'a Arc<[u8]>, known: Decoding) -> Self {
        Self {
            bytes,
            known,
            parts: None,
        }
    }
}

pub(super) fn open(name: &str, source: Source<'_>, watch: &Watch) -> Result<Opened, Stop> {
    let Source {
        bytes,
        known,
        parts,
    } = source;
    let kind = match parts {
        Some(Parts(archive)) => kind::of_archive(archive.watched(watch)?, watch),
        None => kind::kind(bytes, watch),
    };
    let workbook = match kind? {
        FileKind::Xlsx(archive) => Workbook::open_xlsx(archive, watch)?,
        FileKind::Xlsb(archive) => Workbook::open_xlsb(archive, watch)?,
        FileKind::Xls => Workbook::open_xls(Arc::clone(bytes), watch)?,
        FileKind::Ods(archive) => {
            let (tables, names) = ods::tables(&archive, watch)?;
            let split = |table: Table| ((Some(table.grid), table.notes), table.info);
            let (tables, sheets): (Vec<_>, _) = tables.into_iter().map(split).unzip();
            let (grids, notes) = tables.into_iter().unzip();
            return Ok(Opened {
                content: Content::Read(grids),
                sheets,
                encoding: None,
                names,
                notes,
            });
        }
        FileKind::Word(archive) => {
            let (grid, looks) = word::rows(&archive, watch)?;
            return Ok(Opened {
                content: Content::Document(Some(grid), looks),
                ..one_sheet(name, Err(SheetFault::Empty), None)
            });
        }
        FileKind::Text => return open_text(name, bytes, known, watch),
    };
    let (sheets, names) = (workbook.sheets(), workbook.names());
    Ok(Opened {
        content: Content::Excel(Box::new(workbook)),
        sheets,
        encoding: None,
        names,
        notes: Vec::new(),
    })
}

/// Separated values are one sheet, named after the file.
fn open_text(name: &str, bytes: &[u8], known: Decoding, watch: &Watch) -> Result<Opened, Stop> {
    let (text, encoding) = encoding::decode(bytes, known, watch)?;
    let grid = match text::read(&text, watch) {
        Ok(grid) => Ok(grid),
        Err(Stop::Sheet(fault)) => Err(fault),
        Err(stop) => return Err(stop),
    };
    Ok(one_sheet(name, grid, Some(encoding)))
}

/// A file that is one sheet, named after it.
fn one_sheet(name: &str, grid: Result<Grid, SheetFault>, encoding: Option<TextEncoding>) -> Opened {
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    let info = SheetInfo {
        name: stem.to_owned(),
        hidden: false,
    };
    Opened {
        content: Content::Read(vec![Some(grid)]),
        sheets: vec![info],
        encoding,
        names: Vec::new(),
        notes: Vec::new(),
    }
}
