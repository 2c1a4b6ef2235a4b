//! Zip archives whose parts unpack to no more than they say, and say no more than fits.
//!
//! The readers of other crates inflate a part for as long as it lasts and trust its counts,
//! so a small file can fill the memory. Here every part is bound by the size the archive
//! gives for it, and the sum of those by [`MAX_UNPACKED`]: a part that lies is cut off and
//! reported. What the parts mean is known elsewhere.

use std::io::{BufRead, Cursor, Read};
use std::sync::Arc;

use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::ahead::Ahead;
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
const UNUSED: [&str; 13] = [
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
];
/// Bytes from which on a part is unpacked ahead of whoever reads it.
const LARGE: u64 = 1 << 20;
/// Files in one archive.
const MAX_ENTRIES: usize = 10_000;
/// Bytes between two tags: a cell holds 32,767 characters at most.
const MAX_RUN: u64 = 1 << 20;
/// The same for styles, whose texts are copied for every cell format.
const MAX_STYLE_RUN: u64 = 2 << 10;

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
}

impl Archive {
    /// Lists the parts and checks what they say of themselves.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, FileFault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes.clone())).map_err(|error| {
            if has_end(&bytes) {
                FileFault::Damaged(error.to_string())
            } else {
                FileFault::Truncated
            }
        })?;
        if zip.len() > MAX_ENTRIES {
            return Err(FileFault::Damaged(format!("{} parts", zip.len())));
        }
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
                return Err(FileFault::UnpacksTooLarge { limit });
            }
            parts.push(part);
        }
        Ok(Self { bytes, parts })
    }

    /// Position of a part by its key, e.g. `content.xml`.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.key() == key)
    }

    /// Reads a part from its beginning.
    pub fn reader(&self, index: usize, watch: &Watch) -> Option<PartReader> {
        let part = self.parts.get(index)?;
        let window = Window {
            bytes: self.bytes.clone(),
            at: part.start,
            end: part.end,
        };
        let key = part.key();
        Some(PartReader {
            source: match () {
                () if !part.deflated => Source::Stored(window),
                () if part.size < LARGE => Source::inflated(window),
                () => Source::inflated_ahead(window),
            },
            size: part.size,
            read: 0,
            run: 0,
            max_run: match () {
                () if key.ends_with("styles.xml") => MAX_STYLE_RUN,
                () if key.ends_with(".xml") => MAX_RUN,
                () => u64::MAX,
            },
            watch: watch.clone(),
        })
    }

    /// The whole of a part that is known to be small.
    pub fn read(&self, index: usize, watch: &Watch) -> Result<Vec<u8>, Stop> {
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
    if file.is_dir() || !used {
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

/// A stretch of the archive's bytes.
#[derive(Clone)]
struct Window {
    bytes: Arc<[u8]>,
    at: usize,
    end: usize,
}

impl BufRead for Window {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        Ok(self.bytes.get(self.at..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.end.min(self.at.saturating_add(amount));
    }
}

impl Read for Window {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

enum Source {
    Stored(Window),
    Deflated(Box<DeflateDecoder<Window>>),
    Ahead(Ahead),
}

impl Source {
    fn inflated(window: Window) -> Self {
        Self::Deflated(Box::new(DeflateDecoder::new(window)))
    }

    /// By a thread of its own, or as it is read where there is none.
    fn inflated_ahead(window: Window) -> Self {
        let decoder = DeflateDecoder::new(window.clone());
        Ahead::start(decoder).map_or_else(|_| Self::inflated(window), Self::Ahead)
    }
}

/// Unpacks one part, no further than its size, and watches what comes out.
pub(super) struct PartReader {
    source: Source,
    size: u64,
    read: u64,
    /// Bytes since the last tag began.
    run: u64,
    max_run: u64,
    watch: Watch,
}

impl PartReader {
    /// Bytes delivered so far.
    pub fn position(&self) -> u64 {
        self.read
    }

    fn check_runs(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        let until_tag = bytes.iter().position(|byte| *byte == b'<');
        let run = self.run + until_tag.unwrap_or(bytes.len()) as u64;
        if run > self.max_run {
            let what = format!("{run} bytes without a tag");
            return Err(self.watch.fail(Stop::damaged(what)));
        }
        let after_tag = bytes.iter().rposition(|byte| *byte == b'<');
        self.run = after_tag.map_or(run, |at| (bytes.len() - at) as u64);
        Ok(())
    }
}

impl Read for PartReader {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.size - self.read).unwrap_or(usize::MAX);
        let room = into.len().min(left);
        let Some(into) = into.get_mut(..room).filter(|into| !into.is_empty()) else {
            return Ok(0);
        };
        let read = match &mut self.source {
            Source::Stored(window) => window.read(into),
            Source::Deflated(decoder) => decoder.read(into),
            Source::Ahead(ahead) => ahead.read(into),
        };
        let read = match read {
            Ok(0) => return Err(self.watch.fail(Stop::damaged("a part is too short"))),
            Ok(read) => read,
            Err(error) => return Err(self.watch.fail(Stop::broken(&error))),
        };
        if self.max_run < u64::MAX {
            self.check_runs(into.get(..read).unwrap_or_default())?;
        }
        self.read += read as u64;
        self.watch.reach(self.read)?;
        Ok(read)
    }
}
