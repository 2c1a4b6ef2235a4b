//! Compound files (the container of `.xls` and of encrypted workbooks), read without trust:
//! chains of sectors that run in a circle or out of the file are refused before another
//! reader follows them for ever.
//!
//! After Microsoft's \[MS-CFB\]. Only what finding one stream takes is read.

use crate::intake::error::FileFault;

pub(super) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const HEADER: usize = 512;
const MINI_SECTOR: usize = 64;
/// Streams below this size lie in the stream of small sectors.
const MINI_CUTOFF: u64 = 4096;
/// First of the numbers that are no sector: free, end of chain, and the like.
const SPECIAL: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const ENTRY: usize = 128;
/// Bytes of the directory and of the stream of small sectors: a workbook has a few streams
/// beside its own.
const MAX_DIRECTORY: u64 = 1 << 20;
const MAX_MINI_STREAM: u64 = 16 << 20;
/// Tables beside those a file of its size has to have; the header has places for so many.
const TABLES_TOO_MANY: usize = 109;

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

/// The directory of a compound file and the tables to find its streams.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    /// Reads and checks header, allocation tables and directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FileFault> {
        if bytes.len() < HEADER {
            return Err(FileFault::Truncated);
        }
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(damaged("sector size")),
        };
        let mut file = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        for id in file.fat_sectors()? {
            let table = file.sector_at(id)?;
            file.fat.extend(numbers(table));
        }
        let directory = file.chain(u32_at(bytes, 48)?, MAX_DIRECTORY + 1)?;
        if directory.len() as u64 > MAX_DIRECTORY {
            return Err(damaged("a directory without end"));
        }
        file.entries = directory
            .chunks_exact(ENTRY)
            .map(|e| entry(e, sector))
            .collect();
        let root = file
            .entries
            .first()
            .ok_or_else(|| damaged("no directory"))?;
        if u32_at(bytes, 64)? > 0 {
            if root.size > MAX_MINI_STREAM {
                return Err(damaged("a stream of small sectors without end"));
            }
            file.mini_stream = file.chain(root.start, root.size)?;
            let table = file.chain(u32_at(bytes, 60)?, MAX_MINI_STREAM)?;
            file.mini_fat = numbers(&table).collect();
        }
        Ok(file)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The whole stream of that name.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, FileFault> {
        let Some(entry) = self.entry(name) else {
            return Ok(None);
        };
        let stream = if entry.size < MINI_CUTOFF {
            self.mini_chain(entry.start, entry.size)?
        } else {
            self.chain(entry.start, entry.size)?
        };
        if (stream.len() as u64) < entry.size {
            return Err(FileFault::Truncated);
        }
        Ok(Some(stream))
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Numbers of the sectors that hold the allocation table: 109 in the header, the rest in
    /// a chain of their own.
    fn fat_sectors(&self) -> Result<Vec<u32>, FileFault> {
        let header = self.bytes.get(76..HEADER).unwrap_or_default();
        let mut ids: Vec<u32> = numbers(header).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while next < SPECIAL {
            steps += 1;
            if steps > self.sectors() {
                return Err(damaged("circular list of tables"));
            }
            let mut table: Vec<u32> = numbers(self.sector_at(next)?).collect();
            next = table.pop().unwrap_or(END_OF_CHAIN);
            ids.append(&mut table);
        }
        ids.retain(|id| *id < SPECIAL);
        // a table named over and over would be kept as often
        if ids.len() > self.sectors() / (self.sector / 4) + TABLES_TOO_MANY {
            return Err(damaged("list of tables"));
        }
        Ok(ids)
    }

    /// Sectors behind the header, a last incomplete one included.
    fn sectors(&self) -> usize {
        self.bytes
            .len()
            .saturating_sub(self.sector)
            .div_ceil(self.sector)
    }

    /// Bytes of one sector; the last one of a file may be short.
    fn sector_at(&self, id: u32) -> Result<&'a [u8], FileFault> {
        let start = (id as usize + 1).saturating_mul(self.sector);
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(start..end).ok_or(FileFault::Truncated)
    }

    /// Bytes along a chain, at most `size`.
    fn chain(&self, start: u32, size: u64) -> Result<Vec<u8>, FileFault> {
        let mut bytes = Vec::new();
        for id in links(&self.fat, start)? {
            if bytes.len() as u64 >= size {
                break;
            }
            bytes.extend(self.sector_at(id)?);
        }
        bytes.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    fn mini_chain(&self, start: u32, size: u64) -> Result<Vec<u8>, FileFault> {
        let mut bytes = Vec::new();
        for id in links(&self.mini_fat, start)? {
            let from = (id as usize).saturating_mul(MINI_SECTOR);
            let to = from.saturating_add(MINI_SECTOR).min(self.mini_stream.len());
            bytes.extend(self.mini_stream.get(from..to).ok_or(FileFault::Truncated)?);
        }
        bytes.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(bytes)
    }
}

/// All sectors of a chain. A chain cannot be longer than its table, unless it is a circle.
fn links(table: &[u32], start: u32) -> Result<Vec<u32>, FileFault> {
    let mut ids = Vec::new();
    let mut next = start;
    while next != END_OF_CHAIN {
        if ids.len() >= table.len() {
            return Err(damaged("circular chain of sectors"));
        }
        ids.push(next);
        next = *table
            .get(next as usize)
            .ok_or_else(|| damaged("broken chain of sectors"))?;
    }
    Ok(ids)
}

fn entry(bytes: &[u8], sector: usize) -> Entry {
    let units = bytes.chunks_exact(2).take(32).map(|pair| match pair {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    let name = char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    let low = u64::from(u32_at(bytes, 120).unwrap_or(0));
    let high = if sector > HEADER {
        u64::from(u32_at(bytes, 124).unwrap_or(0))
    } else {
        0
    };
    Entry {
        name,
        start: u32_at(bytes, 116).unwrap_or(END_OF_CHAIN),
        size: high << 32 | low,
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| match four {
        [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => END_OF_CHAIN,
    })
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, FileFault> {
    let four = bytes.get(at..at + 4).ok_or(FileFault::Truncated)?;
    numbers(four).next().ok_or(FileFault::Truncated)
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, FileFault> {
    match bytes.get(at..at + 2) {
        Some([low, high]) => Ok(u16::from_le_bytes([*low, *high])),
        _ => Err(FileFault::Truncated),
    }
}

fn damaged(what: &str) -> FileFault {
    FileFault::Damaged(what.to_owned())
}
