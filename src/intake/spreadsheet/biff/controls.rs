//! Check boxes and option buttons that lie on a sheet of an `.xls`: where each lies is in the
//! drawing before its object, what it says in the text behind. After Microsoft's \[MS-XLS\], 2.4.181
//! and 2.5.143 to 2.5.152, and \[MS-ODRAW\].
//!
//! What is damaged is as if it was not there. Lists to choose from are not read, and told.

use std::cell::OnceCell;

use super::records::{Record, Records, number};
use super::{BOUND_SHEET, EOF};
use crate::intake::look::{At, Control, Dressed, Looks, Tick};
use crate::intake::spreadsheet::compound::Compound;
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

const BOF: u16 = 0x0809;
const DRAWING: u16 = 0x00EC;
const OBJECT: u16 = 0x005D;
const TEXT: u16 = 0x01B6;
/// Parts of an object: what it is, the state of a box, the cell that repeats it.
const COMMON: u64 = 0x15;
const STATE: u64 = 0x12;
const LINK: u64 = 0x14;
/// Kinds of objects: boxes, and lists.
const BOXES: [u64; 2] = [0x0B, 0x0C];
const LISTS: [u64; 2] = [0x12, 0x14];
/// A place on a sheet, in a drawing.
const ANCHOR: u64 = 0xF010;
/// Parts of a column and of a row a place is told in.
const COLUMN: f64 = 1024.0;
const ROW: f64 = 256.0;
/// So near to the next column a box lies in that one.
const NEARLY: f64 = 0.9;
/// Controls of one sheet, and characters of one's text.
const MOST: usize = 5_000;
const LONGEST: usize = 200;

/// The controls of one sheet, once they are asked for.
pub(in crate::intake::spreadsheet) struct Lying<'a> {
    bytes: &'a [u8],
    sheet: &'a str,
    watch: &'a Watch,
    found: OnceCell<Found>,
}

impl<'a> Lying<'a> {
    /// Those of a sheet by its name.
    pub fn on(bytes: &'a [u8], sheet: &'a str, watch: &'a Watch) -> Self {
        Self {
            bytes,
            sheet,
            watch,
            found: OnceCell::new(),
        }
    }

    /// Whether there are some that are not read.
    pub fn unread(&self) -> bool {
        self.found().unread
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| self.find().unwrap_or_default())
    }

    fn find(&self) -> Result<Found, Stop> {
        let size = self.bytes.len() as u64;
        self.watch.budget.take(size)?;
        let stream = stream(self.bytes)?;
        let mut found = Found::default();
        if let Some(start) = start(&stream, self.sheet) {
            found.walk(stream.get(start..).unwrap_or_default());
        }
        self.watch.budget.give_back(size);
        found.controls.sort_by_key(|it| it.at);
        Ok(found)
    }
}

impl Looks for Lying<'_> {
    fn controls(&self) -> Vec<Control> {
        self.found().controls.clone()
    }

    fn cells(&self) -> Dressed {
        Dressed::default()
    }
}

/// The stream of records in a file.
pub(super) fn stream(bytes: &[u8]) -> Result<Vec<u8>, Stop> {
    let compound = Compound::open(bytes)?;
    let stream = match compound.stream("Workbook")? {
        Some(stream) => Some(stream),
        None => compound.stream("Book")?,
    };
    Ok(stream.unwrap_or_default())
}

#[derive(Default)]
struct Found {
    controls: Vec<Control>,
    unread: bool,
}

impl Found {
    fn walk(&mut self, sheet: &[u8]) {
        let mut records = Records { rest: sheet };
        let (mut depth, mut place) = (0_usize, None);
        let mut last = None;
        while let Ok(Some(record)) = records.next() {
            match record.kind {
                BOF => depth += 1,
                EOF if depth <= 1 => return,
                EOF => depth -= 1,
                _ if depth > 1 => {}
                DRAWING => place = anchor(record.body).or(place),
                OBJECT => {
                    last = None;
                    let object = Object::of(record.body);
                    self.unread |= LISTS.contains(&object.kind);
                    if let Some(at) = place.take().filter(|_| BOXES.contains(&object.kind))
                        && self.controls.len() < MOST
                    {
                        last = Some(self.controls.len());
                        self.controls.push(object.control(at));
                    }
                }
                TEXT => {
                    let control = last.take().and_then(|at: usize| self.controls.get_mut(at));
                    if let Some(control) = control {
                        control.label = text(&record);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Where the sheet of that name begins.
pub(super) fn start(stream: &[u8], sheet: &str) -> Option<usize> {
    let mut records = Records { rest: stream };
    while let Ok(Some(record)) = records.next() {
        match record.kind {
            BOUND_SHEET => {
                let body = record.body;
                let name = characters(body.get(7..)?, number(body, 6, 1) as usize);
                if name == sheet {
                    return usize::try_from(number(body, 0, 4)).ok();
                }
            }
            EOF => return None,
            _ => {}
        }
    }
    None
}

/// So many characters, a byte each or two as the first byte says.
fn characters(bytes: &[u8], count: usize) -> String {
    let Some((flags, rest)) = bytes.split_first() else {
        return String::new();
    };
    if flags & 1 == 0 {
        return rest
            .iter()
            .take(count)
            .map(|byte| char::from(*byte))
            .collect();
    }
    let units = rest.chunks_exact(2).take(count);
    let units: Vec<u16> = units.map(|unit| number(unit, 0, 2) as u16).collect();
    String::from_utf16_lossy(&units)
}

/// The words beside a box, as they stand in the record its text goes on in.
fn text(record: &Record<'_>) -> String {
    let count = (number(record.body, 10, 2) as usize).min(LONGEST);
    let said = record.more.first().map(|it| characters(it, count));
    let said = said.unwrap_or_default();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last place a piece of a drawing tells: that of the object behind it.
fn anchor(drawing: &[u8]) -> Option<At> {
    let (mut at, mut found) = (0, None);
    while at + 8 <= drawing.len() {
        let (kind, length) = (
            number(drawing, at + 2, 2),
            number(drawing, at + 4, 4) as usize,
        );
        let body = drawing.get(at + 8..).unwrap_or_default();
        if kind == ANCHOR && length >= 18 && body.len() >= 18 {
            let part = |from: usize| number(body, from, 2) as f64;
            let column = part(2) + (part(4) / COLUMN).clamp(0.0, 1.0);
            let (top, bottom) = (part(6) + part(8) / ROW, part(14) + part(16) / ROW);
            let column = (column + 1.0 - NEARLY).floor();
            found = Some((((top + bottom) / 2.0).floor() as u32, column as u32));
        }
        // What holds others is gone into.
        let holds = number(drawing, at, 1) & 0x0F == 0x0F;
        at = at
            .saturating_add(8)
            .saturating_add(if holds { 0 } else { length });
    }
    found
}

/// What an object says of itself.
#[derive(Default)]
struct Object {
    kind: u64,
    state: u64,
    link: Option<At>,
}

impl Object {
    fn of(body: &[u8]) -> Self {
        let (mut object, mut at) = (Self::default(), 0);
        while at + 4 <= body.len() {
            let (part, length) = (number(body, at, 2), number(body, at + 2, 2) as usize);
            let rest = body.get(at + 4..).unwrap_or_default();
            match part {
                COMMON => object.kind = number(rest, 0, 2),
                STATE => object.state = number(rest, 0, 2),
                LINK => object.link = linked(rest.get(..length).unwrap_or(rest)),
                _ => {}
            }
            at = at.saturating_add(4).saturating_add(length);
        }
        object
    }

    fn control(&self, at: At) -> Control {
        Control {
            at,
            label: String::new(),
            tick: match self.state {
                0 => Tick::No,
                1 => Tick::Yes,
                _ => Tick::Unclear,
            },
            link: self.link,
            list: None,
        }
    }
}

/// The cell a formula refers to that is nothing but one reference.
fn linked(formula: &[u8]) -> Option<At> {
    let token = formula.get(8..)?;
    let from = match number(token, 0, 1) {
        0x24 | 0x44 | 0x64 => 1,
        0x3A | 0x5A | 0x7A => 3,
        _ => return None,
    };
    let (row, column) = (number(token, from, 2), number(token, from + 2, 2) & 0x3FFF);
    Some((u32::try_from(row).ok()?, u32::try_from(column).ok()?))
}
