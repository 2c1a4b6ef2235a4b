//! OpenDocument spreadsheets, cell by cell.
//!
//! A few bytes of this format stand for a million repeated cells, and the reader used for the
//! other formats unfolds them before anybody can stop it, names no merged cells and takes
//! failed formulas for text. So this one is read here. After OASIS ODF 1.2, part 1, chapter 9.

mod cell;
mod struck;

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use self::cell::{
    OwnCell, count, note_merges, note_reckoned, notes as pinned, put_row, range, value,
};
pub(super) use self::cell::{attribute, push_entity};
use self::struck::{Columns, Styles};
use super::SheetInfo;
use super::archive::{Archive, PartReader};
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, SheetFault};
use crate::intake::grid::{Grid, GridBuilder, Reckoned, Struck};
use crate::intake::look::At;

/// Bytes of text in one cell; Excel's limit is 32,767 characters.
const MAX_TEXT: usize = 1 << 20;
/// Bytes a text takes beside its own.
const AROUND_TEXT: u64 = 32;

/// A sheet with its cells, or why they were too many.
pub(super) struct Table {
    pub info: SheetInfo,
    pub grid: Result<Grid, SheetFault>,
    pub notes: Notes,
}

/// What is pinned to cells.
pub(super) type Notes = BTreeMap<At, String>;

/// Notes of one sheet, and bytes of one.
const MOST_NOTES: usize = 500;
const LONGEST_NOTE: usize = 8_000;

/// All sheets of the document, and the names a form of ours gives its places.
pub(super) fn tables(archive: &Archive, watch: &Watch) -> Result<(Vec<Table>, Names), Stop> {
    if let Some(manifest) = archive.find("meta-inf/manifest.xml") {
        let manifest = archive.read(manifest, watch)?;
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(FileFault::Encrypted.into());
        }
    }
    let content = archive.find("content.xml");
    let content = content.and_then(|at| {
        watch.expect(archive.parts.get(at)?.size);
        archive.reader(at, watch)
    });
    let mut xml = Reader::from_reader(BufReader::new(content.ok_or(FileFault::NoSheet)?));
    let config = xml.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    let mut document = Document {
        xml,
        buffer: Vec::new(),
        watch: watch.clone(),
        struck: Styles::default(),
    };
    document.tables()
}

/// Names of cells and what each refers to.
type Names = Vec<(String, String)>;

struct Document {
    xml: Reader<BufReader<PartReader>>,
    buffer: Vec<u8>,
    watch: Watch,
    /// Styles that strike through.
    struck: Styles,
}

impl Document {
    fn next(&mut self) -> Result<Event<'static>, Stop> {
        self.buffer.clear();
        let event = self.xml.read_event_into(&mut self.buffer);
        match event {
            Ok(Event::Eof) => Err(FileFault::Truncated.into()),
            Ok(event) => Ok(event.into_owned()),
            Err(error) => Err(self.watch.cause(|| Stop::broken(&error))),
        }
    }

    /// Passes over an element that was just opened.
    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), Stop> {
        self.buffer.clear();
        let skipped = self.xml.read_to_end_into(element.name(), &mut self.buffer);
        skipped
            .map(|_| ())
            .map_err(|error| self.watch.cause(|| Stop::broken(&error)))
    }

    fn tables(&mut self) -> Result<(Vec<Table>, Names), Stop> {
        let (mut tables, mut names) = (Vec::new(), Vec::new());
        let mut hidden = BTreeSet::new();
        let mut style = None;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name"),
                    "style:table-properties"
                        if attribute(&start, "table:display").as_deref() == Some("false") =>
                    {
                        if let Some(style) = style.take() {
                            self.keep(style.len())?;
                            hidden.insert(style);
                        }
                    }
                    "style:text-properties" if Styles::strike(&start) => {
                        if let Some(style) = style.clone() {
                            self.keep(style.len())?;
                            self.struck.insert(style);
                        }
                    }
                    "table:named-range" => {
                        let of = |key| attribute(&start, key).unwrap_or_default();
                        let name = of("table:name");
                        if super::parts::is_ours(&name) {
                            let refers = of("table:cell-range-address");
                            self.keep(name.len() + refers.len())?;
                            names.push((name, refers));
                        }
                    }
                    "table:tracked-changes" => self.skip(&start)?,
                    "table:table" => {
                        let own = attribute(&start, "table:style-name");
                        let name = attribute(&start, "table:name").unwrap_or_default();
                        self.keep(size_of::<Table>() * 2 + name.len())?;
                        let (grid, notes) = self.table()?;
                        tables.push(Table {
                            info: SheetInfo {
                                name,
                                hidden: own.is_some_and(|own| hidden.contains(&own)),
                            },
                            grid,
                            notes,
                        });
                    }
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "office:document-content" => {
                    return Ok((tables, names));
                }
                _ => {}
            }
        }
    }

    /// Takes room for something that is kept from the budget.
    fn keep(&self, bytes: usize) -> Result<(), Stop> {
        Ok(self.watch.budget.take(bytes as u64 + AROUND_TEXT)?)
    }

    /// Rows up to the end of the table. What lies beyond a limit is passed over.
    fn table(&mut self) -> Result<(Result<Grid, SheetFault>, Notes), Stop> {
        let mut builder = GridBuilder::new(&self.watch.budget);
        let mut merges = Vec::new();
        let mut reckoned = Reckoned::default();
        let (mut struck, mut columns) = (Struck::default(), Columns::default());
        let mut notes = Notes::new();
        let mut fault = None;
        let mut row = 0_u32;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-row" => {
                        let repeated = count(&start, "table:number-rows-repeated");
                        let whole = self.struck.of(&start, "table:default-cell-style-name");
                        let cells = self.row()?;
                        if fault.is_none() {
                            fault = put_row(&mut builder, row, repeated, &cells).err();
                            note_merges(&mut merges, row, &cells);
                            note_reckoned(&mut reckoned, row, &cells);
                        }
                        let lines = columns.struck(whole, &cells);
                        if fault.is_none() && !lines.is_empty() {
                            let all = lines.len() as u64 * u64::from(repeated);
                            self.watch.budget.take(all.saturating_mul(struck::CELL))?;
                            struck::note(&mut struck, (row, repeated), &lines);
                        }
                        for (at, note) in pinned(row, cells).take(MOST_NOTES - notes.len()) {
                            self.keep(note.len())?;
                            notes.insert(at, note);
                        }
                        row = row.saturating_add(repeated);
                    }
                    "table:table-column" => columns.add(&start, &self.struck),
                    "table:table" | "table:shapes" | "office:forms" => self.skip(&start)?,
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "table:table" => break,
                _ => {}
            }
        }
        let grid = match fault {
            Some(fault) => Err(fault),
            None => {
                let mut grid = builder.finish();
                grid.merges = merges;
                grid.reckoned = reckoned;
                grid.struck = struck;
                Ok(grid)
            }
        };
        Ok((grid, notes))
    }

    fn row(&mut self) -> Result<Vec<OwnCell>, Stop> {
        let mut cells = Vec::new();
        let mut texts = 0;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-cell" => {
                        let cell = self.cell(&start)?;
                        texts += self.add(&mut cells, cell)?;
                    }
                    "table:covered-table-cell" => {
                        let value = None;
                        let covered = OwnCell {
                            value,
                            ..self.cell(&start)?
                        };
                        texts += self.add(&mut cells, covered)?;
                    }
                    _ => self.skip(&start)?,
                },
                Event::End(end) if end.name().as_ref() == "table:table-row" => {
                    self.watch.budget.give_back(texts);
                    return Ok(cells);
                }
                _ => {}
            }
        }
    }

    /// Adds a cell to its row. Cells without a value are one, however many there are. Returns
    /// the bytes it took.
    fn add(&self, cells: &mut Vec<OwnCell>, cell: OwnCell) -> Result<u64, Stop> {
        if let Some(last) = cells.last_mut()
            && last.is_blank()
            && cell.is_blank()
        {
            last.columns_repeated = last.columns_repeated.saturating_add(cell.columns_repeated);
            return Ok(0);
        }
        let taken = cell.weight();
        self.watch.budget.take(taken)?;
        cells.push(cell);
        Ok(taken)
    }

    fn cell(&mut self, start: &BytesStart<'_>) -> Result<OwnCell, Stop> {
        let (text, note) = self.text(start)?;
        Ok(OwnCell {
            note,
            value: value(start, text),
            range: range(start),
            struck: self.struck.of(start, "table:style-name"),
            columns_repeated: count(start, "table:number-columns-repeated"),
            columns_spanned: count(start, "table:number-columns-spanned"),
            rows_spanned: count(start, "table:number-rows-spanned"),
        })
    }

    /// Text of a cell up to its end, and what is pinned to it: paragraphs on lines of their own,
    /// drawings left out.
    fn text(&mut self, cell: &BytesStart<'_>) -> Result<(String, String), Stop> {
        let (mut text, mut note) = (String::new(), String::new());
        let mut paragraphs = 0;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "text:p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "text:s" => {
                        let spaces = count(&start, "text:c").min(1_000);
                        text.extend(std::iter::repeat_n(' ', spaces as usize));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "text:a" | "text:span" => {}
                    "office:annotation" => note = self.note(&start)?,
                    _ => self.skip(&start)?,
                },
                Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if paragraphs > 0 => push_entity(&mut text, &entity),
                Event::End(end) if end.name() == cell.name() => return Ok((text, note)),
                _ => {}
            }
            if text.len() > MAX_TEXT {
                return Err(Stop::damaged("the text of a cell"));
            }
        }
    }

    /// What a note says up to its end, without who wrote it and when.
    fn note(&mut self, start: &BytesStart<'_>) -> Result<String, Stop> {
        let mut note = String::new();
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Event::Start(inner) => match inner.name().as_ref() {
                    "text:p" | "text:list" | "text:list-item" => {
                        if !note.is_empty() && !note.ends_with('\n') {
                            note.push('\n');
                        }
                        depth += 1;
                    }
                    "text:span" | "text:a" => depth += 1,
                    "text:s" => note.push(' '),
                    "text:line-break" => note.push('\n'),
                    _ => self.skip(&inner)?,
                },
                Event::Text(part) if depth > 0 => note.push_str(&part.xml10_content()),
                Event::CData(part) if depth > 0 => note.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if depth > 0 => push_entity(&mut note, &entity),
                Event::End(end) if end.name() == start.name() => return Ok(note),
                Event::End(end) if !matches!(end.name().as_ref(), "text:s" | "text:line-break") => {
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
            if note.len() > LONGEST_NOTE {
                let end = note.floor_char_boundary(LONGEST_NOTE);
                note.truncate(end);
            }
        }
    }
}
