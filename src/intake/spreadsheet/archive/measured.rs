//! What comes out of a part, measured before a reader takes it apart: how long its pieces
//! are, how much text is put together for one cell, what shared texts will take.

use std::io::{self, Read};

use memchr::memmem;

use super::tokens::{Beyond, Records, Xml};
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes between two tags: a cell holds 32,767 characters at most.
const MAX_RUN: u64 = 1 << 20;
/// The same for styles, whose texts are copied for every cell format.
const MAX_STYLE_RUN: u64 = 2 << 10;
/// Bytes of a binary record.
const MAX_RECORD: u64 = 1 << 20;
/// Bytes of text that go by while no cell comes out: pieces of one cell, or the line breaks of
/// a million empty rows.
const MAX_CELL: u64 = 16 << 20;
/// Bytes a reader keeps for a shared text beside its own.
const AROUND_TEXT: u64 = 56;
/// Kind of the record that holds a shared text of a binary workbook.
const SHARED_TEXT: u16 = 0x0013;

enum Walk {
    Xml(Xml),
    Records(Records),
    Nothing,
}

/// Passes bytes on as long as they can be held.
pub(super) struct Measured<R> {
    from: R,
    walk: Walk,
    /// Whether every text of the part stays in memory.
    shared: bool,
    watch: Watch,
    /// Cells that had come out when the last bytes went by, and the text since then.
    cells: u64,
    text: u64,
}

impl<R: Read> Measured<R> {
    /// Measures a part by what its name says it is.
    pub fn new(from: R, key: &str, watch: &Watch) -> Self {
        let records = ["workbook.bin", "styles.bin", "sharedstrings.bin"];
        let is_records = |key: &str| {
            let sheet = key.ends_with(".bin") && key.contains("worksheets/");
            sheet || records.iter().any(|end| key.ends_with(end))
        };
        Self {
            from,
            walk: match key {
                key if key.ends_with("styles.xml") => Walk::Xml(Xml::new(MAX_STYLE_RUN)),
                key if key.ends_with(".xml") || key.ends_with(".rels") => {
                    Walk::Xml(Xml::new(MAX_RUN))
                }
                key if is_records(key) => Walk::Records(Records::new(MAX_RECORD)),
                _ => Walk::Nothing,
            },
            shared: key.ends_with("sharedstrings.xml") || key.ends_with("sharedstrings.bin"),
            watch: watch.clone(),
            cells: 0,
            text: 0,
        }
    }

    fn measure(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        match &mut self.walk {
            Walk::Xml(walk) => {
                let text = walk.pass(bytes).map_err(beyond)?;
                let texts = if self.shared { shared_texts(bytes) } else { 0 };
                if self.shared {
                    self.watch.budget.take(text + texts * AROUND_TEXT)?;
                }
                self.add_to_cell(text, texts)
            }
            Walk::Records(walk) => {
                let mut kept = 0;
                let shared = self.shared;
                let tell = |kind, length: u64| {
                    if shared && kind == SHARED_TEXT {
                        kept += AROUND_TEXT + length * 3 / 2;
                    }
                };
                walk.pass(bytes, tell).map_err(beyond)?;
                Ok(self.watch.budget.take(kept)?)
            }
            Walk::Nothing => Ok(()),
        }
    }

    /// A reader puts the texts inside one cell together, without asking how many there are.
    fn add_to_cell(&mut self, text: u64, texts: u64) -> Result<(), Stop> {
        let cells = self.watch.cells();
        let moved = cells == 0 || cells != self.cells;
        self.text = match moved && !self.shared || texts > 0 {
            true => text,
            false => self.text + text,
        };
        self.cells = cells;
        match self.text > MAX_CELL {
            true => Err(Stop::damaged("the text of a cell")),
            false => Ok(()),
        }
    }
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.measure(into.get(..read).unwrap_or_default())
            .map_err(io::Error::other)?;
        Ok(read)
    }
}

fn beyond(what: Beyond) -> Stop {
    Stop::damaged(match what {
        Beyond::Endless(bytes) => format!("{bytes} bytes without an end"),
        Beyond::Deep(elements) => format!("{elements} elements inside each other"),
    })
}

/// Shared texts that begin in these bytes. One whose tag lies across two blocks is not
/// counted, which is one in thousands.
fn shared_texts(bytes: &[u8]) -> u64 {
    let begin = |tag: &[u8]| {
        let places = memmem::find_iter(bytes, tag);
        let whole = places.filter(|at| {
            let behind = bytes.get(at + tag.len());
            behind.is_none_or(|byte| matches!(byte, b'>' | b' ' | b'/'))
        });
        whole.count() as u64
    };
    begin(b"<si") + begin(b":si")
}
