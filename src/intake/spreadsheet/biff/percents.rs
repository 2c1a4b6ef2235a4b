//! Which cells of a sheet are shown with a percent sign. After Microsoft's \[MS-XLS\], 2.4.126
//! (formats) and 2.4.353 (what a cell looks like).

use rustc_hash::{FxHashMap, FxHashSet};

use super::EOF;
use super::controls::{start, stream};
use super::records::{Record, Records, number};
use crate::intake::spreadsheet::percent::is_percent;
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

const BOF: u16 = 0x0809;
const FORMAT: u16 = 0x041E;
const LOOK: u16 = 0x00E0;
const FORMULA: u16 = 0x0006;
const NUMBER: u16 = 0x0203;
const SHORT_NUMBER: u16 = 0x027E;
const SHORT_NUMBERS: u16 = 0x00BD;
/// Formats of percents that every workbook has.
const USUAL: [u64; 2] = [9, 10];
/// Bytes a cell takes in the set, which grows by doubling.
const CELL: u64 = 24;

/// Row and column of the numbers of a sheet that are shown so.
pub(in crate::intake::spreadsheet) fn percents(
    bytes: &[u8],
    sheet: &str,
    watch: &Watch,
) -> Result<FxHashSet<(u32, u32)>, Stop> {
    let size = bytes.len() as u64;
    watch.budget.take(size)?;
    let stream = stream(bytes)?;
    let looks = looks(&stream)?;
    let mut found = FxHashSet::default();
    if looks.contains(&true)
        && let Some(from) = start(&stream, sheet)
    {
        found = cells(stream.get(from..).unwrap_or_default(), &looks)?;
        watch.budget.take(found.len() as u64 * CELL)?;
    }
    watch.budget.give_back(size);
    Ok(found)
}

/// For each look of the workbook whether it shows percents.
fn looks(stream: &[u8]) -> Result<Vec<bool>, Stop> {
    let mut formats: FxHashMap<u64, bool> = USUAL.into_iter().map(|it| (it, true)).collect();
    let mut looks = Vec::new();
    let mut records = Records { rest: stream };
    while let Some(Record { kind, body, .. }) = records.next()? {
        match kind {
            FORMAT => {
                formats.insert(number(body, 0, 2), is_percent(&text(body)));
            }
            LOOK => looks.push(number(body, 2, 2)),
            EOF => break,
            _ => {}
        }
    }
    let shown = |it: &u64| formats.get(it).copied().unwrap_or(false);
    Ok(looks.iter().map(shown).collect())
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

fn cells(sheet: &[u8], looks: &[bool]) -> Result<FxHashSet<(u32, u32)>, Stop> {
    let mut found = FxHashSet::default();
    let (mut records, mut depth) = (Records { rest: sheet }, 0_usize);
    while let Some(Record { kind, body, .. }) = records.next()? {
        let at = |from: usize| number(body, from, 2);
        let shown = |look: u64| {
            let look = usize::try_from(look).unwrap_or(usize::MAX);
            looks.get(look).copied().unwrap_or(false)
        };
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            NUMBER | SHORT_NUMBER | FORMULA if shown(at(4)) => {
                found.insert((at(0) as u32, at(2) as u32));
            }
            SHORT_NUMBERS => {
                let numbers = body.get(4..body.len().saturating_sub(2));
                let numbers = numbers.unwrap_or_default().chunks_exact(6);
                for (column, one) in (at(2) as u32..).zip(numbers) {
                    if shown(number(one, 0, 2)) {
                        found.insert((at(0) as u32, column));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}
