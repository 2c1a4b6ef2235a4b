//! Which cells of a sheet are shown with a percent sign, and which are struck through. After
//! Microsoft's \[MS-XLS\], 2.4.122 (fonts), 2.4.126 (formats) and 2.4.353 (what a cell looks like).

use rustc_hash::{FxHashMap, FxHashSet};

use super::EOF;
use super::controls::{start, stream};
use super::records::{Record, Records, number};
use crate::intake::grid::Struck;
use crate::intake::spreadsheet::percent::is_percent;
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

const BOF: u16 = 0x0809;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const LOOK: u16 = 0x00E0;
const FORMULA: u16 = 0x0006;
const NUMBER: u16 = 0x0203;
const SHORT_NUMBER: u16 = 0x027E;
const SHORT_NUMBERS: u16 = 0x00BD;
/// Cells that hold no number: shared texts, texts of their own, plain or in pieces, truth values.
const OTHERS: [u16; 4] = [0x00FD, 0x0204, 0x00D6, 0x0205];
/// Formats of percents that every workbook has.
const USUAL: [u64; 2] = [9, 10];
/// The bit of a font that strikes through, and the number no font has.
const STRIKE: u64 = 0x0008;
const NO_FONT: u64 = 4;
/// Bytes a cell takes in a set, which grows by doubling.
const CELL: u64 = 24;

/// Row and column of cells that are shown otherwise than others.
#[derive(Default)]
pub(in crate::intake::spreadsheet) struct Shown {
    /// Numbers with a percent sign.
    pub percents: FxHashSet<(u32, u32)>,
    pub struck: Struck,
}

/// Those of a sheet.
pub(in crate::intake::spreadsheet) fn shown(
    bytes: &[u8],
    sheet: &str,
    watch: &Watch,
) -> Result<Shown, Stop> {
    let size = bytes.len() as u64;
    watch.budget.take(size)?;
    let stream = stream(bytes)?;
    let looks = looks(&stream)?;
    let mut found = Shown::default();
    if looks.iter().any(|it| it.percent || it.struck)
        && let Some(from) = start(&stream, sheet)
    {
        found = cells(stream.get(from..).unwrap_or_default(), &looks)?;
        let cells = found.percents.len() + found.struck.len();
        watch.budget.take(cells as u64 * CELL)?;
    }
    watch.budget.give_back(size);
    Ok(found)
}

/// How a cell is shown.
#[derive(Clone, Copy, Default)]
struct Look {
    percent: bool,
    struck: bool,
}

/// The looks of the workbook by their number.
fn looks(stream: &[u8]) -> Result<Vec<Look>, Stop> {
    let mut formats: FxHashMap<u64, bool> = USUAL.into_iter().map(|it| (it, true)).collect();
    let (mut fonts, mut looks) = (Vec::new(), Vec::new());
    let mut records = Records { rest: stream };
    while let Some(Record { kind, body, .. }) = records.next()? {
        match kind {
            FONT => fonts.push(number(body, 2, 2) & STRIKE != 0),
            FORMAT => {
                formats.insert(number(body, 0, 2), is_percent(&text(body)));
            }
            LOOK => looks.push((number(body, 0, 2), number(body, 2, 2))),
            EOF => break,
            _ => {}
        }
    }
    let struck = |font: u64| {
        let at = font - u64::from(font > NO_FONT);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        font != NO_FONT && fonts.get(at).copied().unwrap_or(false)
    };
    let looks = looks.iter().map(|(font, format)| Look {
        percent: formats.get(format).copied().unwrap_or(false),
        struck: struck(*font),
    });
    Ok(looks.collect())
}

/// The text of a format, which is short.
fn text(body: &[u8]) -> String {
    let wide = number(body, 4, 1) & 1 == 1;
    let letters = body.get(5..).unwrap_or_default();
    match wide {
        true => {
            let units = letters.chunks_exact(2).map(|it| number(it, 0, 2) as u16);
            String::from_utf16_lossy(&units.collect::<Vec<u16>>())
        }
        false => letters.iter().copied().map(char::from).collect(),
    }
}

fn cells(sheet: &[u8], looks: &[Look]) -> Result<Shown, Stop> {
    let mut found = Shown::default();
    let (mut records, mut depth) = (Records { rest: sheet }, 0_usize);
    while let Some(Record { kind, body, .. }) = records.next()? {
        let at = |from: usize| number(body, from, 2);
        let look = |look: u64| {
            let look = usize::try_from(look).unwrap_or(usize::MAX);
            looks.get(look).copied().unwrap_or_default()
        };
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            NUMBER | SHORT_NUMBER | FORMULA => {
                found.note((at(0) as u32, at(2) as u32), look(at(4)));
            }
            _ if OTHERS.contains(&kind) => {
                let percent = false;
                let look = Look {
                    percent,
                    ..look(at(4))
                };
                found.note((at(0) as u32, at(2) as u32), look);
            }
            SHORT_NUMBERS => {
                let numbers = body.get(4..body.len().saturating_sub(2));
                let numbers = numbers.unwrap_or_default().chunks_exact(6);
                for (column, one) in (at(2) as u32..).zip(numbers) {
                    found.note((at(0) as u32, column), look(number(one, 0, 2)));
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

impl Shown {
    fn note(&mut self, at: (u32, u32), look: Look) {
        if look.percent {
            self.percents.insert(at);
        }
        if look.struck {
            self.struck.insert(at);
        }
    }
}
