//! Text documents as one sheet: forms firms have had for years are tables in Word.
//!
//! A paragraph is a row of one cell; the rows of a table are rows, merged cells are where they
//! begin. Boxes people tick are drawn as characters, whatever the document calls them. How a
//! page looks is not known, but for cells that are filled and words that are bold or marked. After ECMA-376, part 1, chapter 17.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, PartReader};
use super::ods::{attribute, push_entity};
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, SheetFault};
use crate::intake::grid::{Grid, GridBuilder, Merge, Value};
use crate::intake::look::{Dressed, Look};

/// Bytes of text in one cell; what is beyond is left out.
const MAX_TEXT: usize = 64 << 10;
/// Tables within tables.
const MAX_DEPTH: u32 = 8;
/// Pieces of one text, and cells, of which is known how they look.
const MOST_RUNS: usize = 200;
const MOST_LOOKS: usize = 5_000;
const TICKED: char = '☑';
const EMPTY: char = '□';

/// What stands in a document, row by row.
pub(super) fn rows(
    archive: &Archive,
    watch: &Watch,
) -> Result<(Result<Grid, SheetFault>, Dressed), Stop> {
    let content = archive.find("word/document.xml");
    let content = content.and_then(|at| {
        watch.expect(archive.parts.get(at)?.size);
        archive.reader(at, watch)
    });
    let xml = Reader::from_reader(BufReader::new(content.ok_or(FileFault::NoSheet)?));
    let mut document = Document {
        xml,
        watch,
        buffer: Vec::new(),
        grid: GridBuilder::new(&watch.budget),
        place: Place::default(),
        symbols: String::new(),
        text: String::new(),
        ink: Ink::default(),
        looks: Dressed::default(),
        cells: Vec::new(),
    };
    match document.read() {
        Ok(()) => {
            let wide = |it: &Merge| it.first_row < it.last_row || it.first_column < it.last_column;
            let mut grid = document.grid.finish();
            grid.merges = document.cells.into_iter().filter(wide).collect();
            Ok((Ok(grid), document.looks))
        }
        Err(Stop::Sheet(fault)) => Ok((Err(fault), Dressed::default())),
        Err(stop) => Err(stop),
    }
}

/// Where the next text goes.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    /// Columns the present cell spans.
    span: u32,
    /// Tables that are open; what lies in an inner one belongs to the cell around it.
    depth: u32,
    /// The present cell goes on from the row above.
    goes_on: bool,
}

/// How the present cell is written.
#[derive(Default)]
struct Ink {
    /// The present run is bold or marked with a colour.
    bold: bool,
    /// What is said is how it was before somebody changed it.
    before: bool,
    in_run: bool,
    fill: Option<u32>,
    /// Ends of runs in the text, and which of them are bold.
    runs: Vec<(usize, bool)>,
}

struct Document<'a> {
    xml: Reader<BufReader<PartReader>>,
    watch: &'a Watch,
    buffer: Vec<u8>,
    grid: GridBuilder,
    place: Place,
    /// The font of symbols the present run is written in; empty for any other.
    symbols: String,
    text: String,
    ink: Ink,
    looks: Dressed,
    /// The cells of tables, with how far each reaches.
    cells: Vec<Merge>,
}

impl Document<'_> {
    fn read(&mut self) -> Result<(), Stop> {
        self.xml.config_mut().check_end_names = false;
        self.xml.config_mut().expand_empty_elements = true;
        let mut in_text = false;
        loop {
            self.buffer.clear();
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event.into_owned(),
                Err(error) => return Err(self.watch.cause(|| Stop::broken(&error))),
            };
            match event {
                Event::Eof => return Ok(()),
                Event::Start(start) => {
                    in_text = start.local_name().as_ref() == "t";
                    self.begin(&start)?;
                }
                Event::End(end) => {
                    in_text = false;
                    self.end(end.local_name().as_ref())?;
                }
                Event::Text(text) if in_text => self.push(&text.xml10_content()),
                Event::GeneralRef(entity) if in_text => {
                    let mut text = String::new();
                    push_entity(&mut text, &entity);
                    self.push(&text);
                }
                _ => {}
            }
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Stop> {
        let value = |name: &str| attribute(start, name);
        match start.local_name().as_ref() {
            "tbl" => {
                self.place.depth += 1;
                if self.place.depth > MAX_DEPTH {
                    return Err(Stop::damaged("tables within tables"));
                }
            }
            "tr" if self.place.depth == 1 => self.place.column = 0,
            "tc" if self.place.depth == 1 => {
                self.text.clear();
                self.ink = Ink::default();
                (self.place.span, self.place.goes_on) = (1, false);
            }
            "gridSpan" if self.place.depth == 1 => {
                let span = value("w:val").and_then(|span| span.parse().ok());
                self.place.span = span.unwrap_or(1).clamp(1, 64);
            }
            "vMerge" if self.place.depth == 1 => {
                self.place.goes_on = value("w:val").as_deref() != Some("restart");
            }
            "r" => {
                self.symbols.clear();
                (self.ink.bold, self.ink.in_run) = (false, true);
            }
            "rPrChange" => self.ink.before = true,
            "b" | "highlight" | "shd" if !self.ink.before => self.dress(start),
            "rFonts" => {
                let font = value("w:ascii").or_else(|| value("w:hAnsi"));
                self.symbols = font
                    .filter(|it| it.starts_with("Wingdings"))
                    .unwrap_or_default();
            }
            "sym" => {
                let code = value("w:char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let font = value("w:font").unwrap_or_default();
                self.text.extend(code.and_then(|code| symbol(&font, code)));
            }
            "checkBox" => self.text.push(EMPTY),
            // A box that is ticked, whether it began so or was ticked later.
            "checked" | "default"
                if self.text.ends_with(EMPTY)
                    && value("w:val").is_none_or(|value| value != "0" && value != "false") =>
            {
                self.text.pop();
                self.text.push(TICKED);
            }
            "tab" => self.push(" "),
            "br" | "cr" => self.push("\n"),
            _ => {}
        }
        Ok(())
    }

    /// Notes what an element says of how a run or a cell looks.
    fn dress(&mut self, start: &BytesStart<'_>) {
        let value = |name: &str| attribute(start, name).unwrap_or_default();
        let fill = || {
            let colour = u32::from_str_radix(&value("w:fill"), 16).ok();
            colour.filter(|colour| *colour != 0xFF_FF_FF)
        };
        let ink = &mut self.ink;
        match start.local_name().as_ref() {
            "b" => ink.bold |= !matches!(value("w:val").as_str(), "0" | "false" | "off"),
            "highlight" => ink.bold |= !matches!(value("w:val").as_str(), "none" | "white"),
            _ if ink.in_run => ink.bold |= fill().is_some(),
            _ if self.place.depth == 1 => ink.fill = fill().or(ink.fill),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Stop> {
        match name {
            "r" => {
                if self.ink.runs.len() < MOST_RUNS {
                    self.ink.runs.push((self.text.len(), self.ink.bold));
                }
                self.ink.in_run = false;
            }
            "rPrChange" => self.ink.before = false,
            "tbl" => self.place.depth = self.place.depth.saturating_sub(1),
            "p" if self.place.depth == 0 => {
                self.put(0)?;
                self.place.row += 1;
            }
            "p" => self.push("\n"),
            "tc" if self.place.depth == 1 => {
                self.reach();
                if !self.place.goes_on {
                    self.put(self.place.column)?;
                }
                self.text.clear();
                self.place.column += self.place.span;
            }
            "tr" if self.place.depth == 1 => self.place.row += 1,
            _ => {}
        }
        Ok(())
    }

    /// Notes how far the present cell reaches; one that goes on from above makes that longer.
    fn reach(&mut self) {
        let Place {
            row, column, span, ..
        } = self.place;
        if self.place.goes_on {
            let begins = |it: &&mut Merge| it.first_column == column && it.last_row + 1 == row;
            if let Some(above) = self.cells.iter_mut().rev().find(begins) {
                above.last_row = row;
            }
        } else if self.cells.len() < MOST_LOOKS {
            self.cells.push(Merge {
                first_row: row,
                first_column: column,
                last_row: row,
                last_column: column + span - 1,
            });
        }
    }

    fn put(&mut self, column: u32) -> Result<(), Stop> {
        let text = std::mem::take(&mut self.text);
        let ink = std::mem::take(&mut self.ink);
        let (mut runs, mut begin) = (Vec::new(), 0);
        for (end, bold) in ink.runs {
            let run = text.get(begin..end).unwrap_or_default();
            runs.push((run.to_owned(), bold));
            begin = end;
        }
        let look = Look::of(runs, false, ink.fill);
        if look != Look::default() && self.looks.len() < MOST_LOOKS {
            self.looks.insert((self.place.row, column), look);
        }
        let text = text.trim();
        if !text.is_empty() {
            self.grid.put(self.place.row, column, Value::Text(text))?;
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() > MAX_TEXT {
            return;
        }
        match self.symbols.as_str() {
            "" => self.text.push_str(text),
            font => {
                let drawn = text.chars().filter_map(|c| symbol(font, c.into()));
                self.text.extend(drawn);
            }
        }
    }
}

/// The character a symbol of these fonts looks like; `None` for any other. Their codes may lie in
/// the private area of Unicode.
fn symbol(font: &str, code: u32) -> Option<char> {
    let code = code & 0xFF;
    Some(match (font, code) {
        ("Wingdings 2", 0x52 | 0x54) | ("Wingdings", 0xFE) => TICKED,
        ("Wingdings 2", 0x50) | ("Wingdings", 0xFC) => '√',
        ("Wingdings 2", 0x53) | ("Wingdings", 0xFD) => '☒',
        ("Wingdings 2", 0xA3 | 0x2A) | ("Wingdings", 0x6F | 0xA8 | 0x71) => EMPTY,
        _ => return None,
    })
}
