//! Zip archives whose parts unpack to no more than they say, and say no more than fits.
//!
//! The readers of other crates inflate a part for as long as it lasts and trust its counts,
//! so a small file can fill the memory. Here every part is bound by the size the archive
//! gives for it, and the sum of those by [`MAX_UNPACKED`]: a part that lies is cut off and
//! reported. What a reader has to hold of a part at once is measured on the way. What the
//! parts mean is known elsewhere.

mod ahead;
mod list;
mod measured;
mod part;
mod tokens;

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::{CompressionMethod, ZipArchive};

pub(super) use self::part::PartReader;
use self::part::Window;
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::FileFault;

/// Bytes all parts of an archive may unpack to: six times an export of 100,000 returns.
pub const MAX_UNPACKED: u64 = 1 << 30;
/// Parts kept in memory as a whole by whoever reads them, and what they may unpack to.
const MAX_PARTS: [(&str, u64); 3] = [
    ("sharedstrings.xml", 128 << 20),
    ("sharedstrings.bin", 128 << 20),
    ("styles.xml", 8 << 20),
];
/// The same for every other part that is no sheet.
const MAX_SMALL_PART: u64 = 16 << 20;
/// Folders and parts of a workbook that nobody here reads, some of them bulky.
const UNUSED: [&str; 14] = [
    "__macosx/",
    "media/",
    "embeddings/",
    "printersettings/",
    "vbaproject",
    "drawings/",
    "pivotcache/",
    "pivottables/",
    "externallinks/",
    "charts/",
    "comments",
    "customxml/",
    "thumbnails/",
    "xl/theme/",
];
/// Drawings, in which the texts of controls stand, and notes of cells. Nothing is lost without the
/// larger ones.
const DRAWINGS: &str = "xl/drawings/";
const NOTES: [&str; 2] = ["xl/comments", "xl/threadedcomments/"];
const MAX_DRAWING: u64 = 1 << 20;
/// How often all parts may be unpacked: for their cells, formulas and merged cells, and once
/// more for the sake of small ones, of which so many bytes are free.
const READINGS: u64 = 4;
const SMALL: u64 = 64 << 20;

/// One file inside an archive.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub name: String,
    /// Bytes it unpacks to, as the archive says.
    pub size: u64,
    pub crc: u32,
    start: usize,
    end: usize,
    deflated: bool,
}

impl Part {
    /// Name in lower case with forward slashes, as names are compared.
    pub fn key(&self) -> String {
        self.name.replace('\\', "/").to_ascii_lowercase()
    }
}

/// An archive in memory.
#[derive(Clone, Debug)]
pub(super) struct Archive {
    bytes: Arc<[u8]>,
    /// The parts a workbook is made of; pictures and the like are left out.
    pub parts: Vec<Part>,
    /// Bytes the list of them takes, and bytes they unpack to.
    weight: u64,
    unpacked: u64,
}

impl Archive {
    /// Lists the parts and checks what they say of themselves.
    pub fn open(bytes: Arc<[u8]>, watch: &Watch) -> Result<Self, Stop> {
        let weight = list::weight(&bytes)?;
        watch.budget.take(weight)?;
        let mut zip = ZipArchive::new(Cursor::new(bytes.clone())).map_err(|error| {
            if has_end(&bytes) {
                FileFault::Damaged(error.to_string())
            } else {
                FileFault::Truncated
            }
        })?;
        let mut parts = Vec::new();
        let mut unpacked = 0_u64;
        for index in 0..zip.len() {
            let Some(part) = part(&mut zip, index, bytes.len())? else {
                continue;
            };
            unpacked = unpacked.saturating_add(part.size);
            let limit = limit(&part.key());
            if part.size > limit || unpacked > MAX_UNPACKED {
                let limit = limit.min(MAX_UNPACKED);
                return Err(FileFault::UnpacksTooLarge { limit }.into());
            }
            parts.push(part);
        }
        watch.allow(unpacked * READINGS + SMALL);
        Ok(Self {
            bytes,
            parts,
            weight,
            unpacked,
        })
    }

    /// The same under another watch.
    pub fn watched(self, watch: &Watch) -> Result<Self, Stop> {
        watch.budget.take(self.weight)?;
        watch.allow(self.unpacked * READINGS + SMALL);
        Ok(self)
    }

    /// Whether it takes a password to read it.
    pub fn is_locked(&self) -> bool {
        list::locked(&self.bytes)
    }

    /// Position of a part by its key, e.g. `content.xml`.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.key() == key)
    }

    /// Reads a part from its beginning.
    pub fn reader(&self, index: usize, watch: &Watch) -> Option<PartReader> {
        let part = self.parts.get(index)?;
        let window = Window::new(self.bytes.clone(), part.start, part.end);
        Some(PartReader::new(part, window, watch))
    }

    /// The whole of a part that is known to be small.
    pub fn read(&self, index: usize, watch: &Watch) -> Result<Vec<u8>, Stop> {
        let size = self.parts.get(index).map_or(0, |part| part.size);
        watch.budget.take(size.min(MAX_SMALL_PART))?;
        let mut bytes = Vec::new();
        if let Some(reader) = self.reader(index, watch) {
            reader
                .take(MAX_SMALL_PART)
                .read_to_end(&mut bytes)
                .map_err(|error| watch.cause(|| Stop::broken(&error)))?;
        }
        Ok(bytes)
    }
}

/// The end record, 22 bytes long, lies within the last 64 KiB; without it the file was cut
/// off.
fn has_end(bytes: &[u8]) -> bool {
    let tail = bytes.len().saturating_sub(66_000);
    let tail = bytes.get(tail..).unwrap_or_default();
    tail.windows(22)
        .any(|record| record.starts_with(b"PK\x05\x06"))
}

/// Whether a part is one drawing of a sheet, old or new.
fn is_drawing(key: &str) -> bool {
    let name = key.strip_prefix(DRAWINGS).unwrap_or_default();
    let (old, new) = (name.ends_with(".vml"), name.ends_with(".xml"));
    (old || new) && !name.contains('/')
}

/// Whether a part holds the notes of cells of one sheet.
fn is_notes(key: &str) -> bool {
    NOTES.iter().any(|start| key.starts_with(start)) && key.ends_with(".xml")
}

fn limit(key: &str) -> u64 {
    if let Some((_, limit)) = MAX_PARTS.iter().find(|(name, _)| key.ends_with(name)) {
        return *limit;
    }
    let sheet = key == "content.xml" || key.contains("sheet");
    if sheet { MAX_UNPACKED } else { MAX_SMALL_PART }
}

fn part(
    zip: &mut ZipArchive<Cursor<Arc<[u8]>>>,
    index: usize,
    length: usize,
) -> Result<Option<Part>, FileFault> {
    let damaged = |error: zip::result::ZipError| FileFault::Damaged(error.to_string());
    let file = zip.by_index_raw(index).map_err(damaged)?;
    let name = file.name().map_err(damaged)?.into_owned();
    let wanted = [".xml", ".rels", ".bin", "mimetype"];
    let lower = name.replace('\\', "/").to_ascii_lowercase();
    let used = wanted.iter().any(|end| lower.ends_with(end))
        && !UNUSED.iter().any(|unused| lower.contains(unused));
    let drawing =
        (is_drawing(&lower) || is_notes(&lower)) && file.size() <= MAX_DRAWING && !file.encrypted();
    if file.is_dir() || !(used || drawing) {
        return Ok(None);
    }
    if file.encrypted() {
        return Err(FileFault::Encrypted);
    }
    let deflated = match file.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        other => return Err(FileFault::Damaged(format!("{name} is packed by {other}"))),
    };
    let start = usize::try_from(file.data_start().unwrap_or(u64::MAX));
    let packed = usize::try_from(file.compressed_size());
    let (Ok(start), Ok(packed)) = (start, packed) else {
        return Err(FileFault::Truncated);
    };
    let end = start.saturating_add(packed);
    if end > length {
        return Err(FileFault::Truncated);
    }
    Ok(Some(Part {
        name,
        size: file.size(),
        crc: file.crc32(),
        start,
        end,
        deflated,
    }))
}
