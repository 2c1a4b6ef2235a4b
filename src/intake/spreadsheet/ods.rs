//! OpenDocument spreadsheets, cell by cell: the only file that names quick-xml.
//!
//! A few bytes of this format stand for a million repeated cells, and the reader used for the
//! other formats unfolds them before anybody can stop it, names no merged cells and takes
//! failed formulas for text. So this one is read here. After OASIS ODF 1.2, part 1, chapter 9.

use std::collections::BTreeSet;
use std::io::BufReader;

use jiff::civil::{Date, DateTime};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::SheetInfo;
use super::archive::{Archive, PartReader};
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, SheetFault};
use crate::intake::grid::{Grid, GridBuilder, Merge, Value};

/// Bytes of text in one cell; Excel's limit is 32,767 characters.
const MAX_TEXT: usize = 1 << 20;
const MAX_MERGES: usize = 1_000;
const ERRORS: [&str; 7] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];

/// A sheet with its cells, or why they were too many.
pub(super) struct Table {
    pub info: SheetInfo,
    pub grid: Result<Grid, SheetFault>,
}

/// All sheets of the document.
pub(super) fn tables(archive: &Archive, watch: &Watch) -> Result<Vec<Table>, Stop> {
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
    };
    document.tables()
}

struct Document {
    xml: Reader<BufReader<PartReader>>,
    buffer: Vec<u8>,
    watch: Watch,
}

/// What a cell says, and how far.
struct OwnCell {
    value: Option<OwnValue>,
    columns_repeated: u32,
    columns_spanned: u32,
    rows_spanned: u32,
}

enum OwnValue {
    Text(String),
    Number(f64),
    Bool(bool),
    Date(DateTime),
    Error(&'static str),
}

impl OwnValue {
    fn as_value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Number(number) => Value::Number(*number),
            Self::Bool(value) => Value::Bool(*value),
            Self::Date(at) => Value::Date(*at),
            Self::Error(text) => Value::Error(text),
        }
    }
}

impl Document {
    fn next(&mut self) -> Result<Event<'static>, Stop> {
        self.buffer.clear();
        let event = self.xml.read_event_into(&mut self.buffer);
        match event {
            Ok(Event::Eof) => Err(FileFault::Truncated.into()),
            Ok(event) => Ok(event.into_owned()),
            Err(error) => Err(self.watch.cause(|| Stop::damaged(error))),
        }
    }

    /// Passes over an element that was just opened.
    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), Stop> {
        self.buffer.clear();
        let skipped = self.xml.read_to_end_into(element.name(), &mut self.buffer);
        skipped
            .map(|_| ())
            .map_err(|error| self.watch.cause(|| Stop::damaged(error)))
    }

    fn tables(&mut self) -> Result<Vec<Table>, Stop> {
        let mut tables = Vec::new();
        let mut hidden = BTreeSet::new();
        let mut style = None;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name"),
                    "style:table-properties"
                        if attribute(&start, "table:display").as_deref() == Some("false") =>
                    {
                        hidden.extend(style.take());
                    }
                    "table:tracked-changes" => self.skip(&start)?,
                    "table:table" => {
                        let own = attribute(&start, "table:style-name");
                        tables.push(Table {
                            info: SheetInfo {
                                name: attribute(&start, "table:name").unwrap_or_default(),
                                hidden: own.is_some_and(|own| hidden.contains(&own)),
                            },
                            grid: self.table()?,
                        });
                    }
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "office:document-content" => {
                    return Ok(tables);
                }
                _ => {}
            }
        }
    }

    /// Rows up to the end of the table. What lies beyond a limit is passed over.
    fn table(&mut self) -> Result<Result<Grid, SheetFault>, Stop> {
        let mut builder = GridBuilder::default();
        let mut merges = Vec::new();
        let mut fault = None;
        let mut row = 0_u32;
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-row" => {
                        let repeated = count(&start, "table:number-rows-repeated");
                        let cells = self.row()?;
                        if fault.is_none() {
                            fault = put_row(&mut builder, row, repeated, &cells).err();
                            note_merges(&mut merges, row, &cells);
                        }
                        row = row.saturating_add(repeated);
                    }
                    "table:table" | "table:shapes" | "office:forms" => self.skip(&start)?,
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "table:table" => break,
                _ => {}
            }
        }
        Ok(match fault {
            Some(fault) => Err(fault),
            None => {
                let mut grid = builder.finish();
                grid.merges = merges;
                Ok(grid)
            }
        })
    }

    fn row(&mut self) -> Result<Vec<OwnCell>, Stop> {
        let mut cells = Vec::new();
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-cell" => cells.push(self.cell(&start)?),
                    "table:covered-table-cell" => {
                        let covered = self.cell(&start)?;
                        cells.push(OwnCell {
                            value: None,
                            ..covered
                        });
                    }
                    _ => self.skip(&start)?,
                },
                Event::End(end) if end.name().as_ref() == "table:table-row" => return Ok(cells),
                _ => {}
            }
        }
    }

    fn cell(&mut self, start: &BytesStart<'_>) -> Result<OwnCell, Stop> {
        let text = self.text(start)?;
        Ok(OwnCell {
            value: value(start, text),
            columns_repeated: count(start, "table:number-columns-repeated"),
            columns_spanned: count(start, "table:number-columns-spanned"),
            rows_spanned: count(start, "table:number-rows-spanned"),
        })
    }

    /// Text of a cell up to its end: paragraphs on lines of their own, notes and drawings
    /// left out.
    fn text(&mut self, cell: &BytesStart<'_>) -> Result<String, Stop> {
        let mut text = String::new();
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
                    _ => self.skip(&start)?,
                },
                Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if paragraphs > 0 => push_entity(&mut text, &entity),
                Event::End(end) if end.name() == cell.name() => return Ok(text),
                _ => {}
            }
            if text.len() > MAX_TEXT {
                return Err(Stop::damaged("the text of a cell"));
            }
        }
    }
}

fn push_entity(text: &mut String, entity: &BytesRef<'_>) {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => text.push(character),
        _ => text.push_str(resolve_predefined_entity(entity).unwrap_or_default()),
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// A count that is 1 where it is not given.
fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .max(1)
}

fn value(start: &BytesStart<'_>, text: String) -> Option<OwnValue> {
    let failed = attribute(start, "calcext:value-type").as_deref() == Some("error")
        || attribute(start, "table:formula").is_some();
    if failed && let Some(error) = ERRORS.iter().find(|error| **error == text) {
        return Some(OwnValue::Error(error));
    }
    let kind = attribute(start, "office:value-type");
    let given = |name: &str| attribute(start, name);
    let value = match kind.as_deref() {
        Some("float" | "percentage" | "currency") => given("office:value")
            .and_then(|number| number.parse().ok())
            .map(OwnValue::Number),
        Some("date") => given("office:date-value")
            .and_then(|date| {
                let day = || date.parse().map(|day: Date| day.at(0, 0, 0, 0));
                date.parse::<DateTime>().or_else(|_| day()).ok()
            })
            .map(OwnValue::Date),
        Some("boolean") => given("office:boolean-value")
            .map(|value| OwnValue::Bool(value.eq_ignore_ascii_case("true"))),
        Some("string") => given("office:string-value").map(OwnValue::Text),
        _ => None,
    };
    value.or_else(|| (!text.is_empty()).then_some(OwnValue::Text(text)))
}

fn put_row(
    builder: &mut GridBuilder,
    row: u32,
    repeated: u32,
    cells: &[OwnCell],
) -> Result<(), SheetFault> {
    if cells.iter().all(|cell| cell.value.is_none()) {
        return Ok(());
    }
    for row in row..row.saturating_add(repeated) {
        let mut column = 0_u32;
        for cell in cells {
            let end = column.saturating_add(cell.columns_repeated);
            if let Some(value) = &cell.value {
                for column in column..end {
                    builder.put(row, column, value.as_value())?;
                }
            }
            column = end;
        }
    }
    Ok(())
}

fn note_merges(merges: &mut Vec<Merge>, row: u32, cells: &[OwnCell]) {
    let mut column = 0_u32;
    for cell in cells {
        let merged = cell.columns_spanned > 1 || cell.rows_spanned > 1;
        if merged && cell.value.is_some() && merges.len() < MAX_MERGES {
            merges.push(Merge {
                first_row: row,
                first_column: column,
                last_row: row.saturating_add(cell.rows_spanned - 1),
                last_column: column.saturating_add(cell.columns_spanned - 1),
            });
        }
        column = column.saturating_add(cell.columns_repeated);
    }
}
