//! One part of an archive, unpacked no further than it says it goes.

use std::io::{self, BufRead, Read};
use std::sync::Arc;

use flate2::bufread::DeflateDecoder;

use super::Part;
use super::ahead::Ahead;
use super::measured::Measured;
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes from which on a part is unpacked ahead of whoever reads it.
const LARGE: u64 = 1 << 20;

/// A stretch of the archive's bytes.
#[derive(Clone)]
pub(super) struct Window {
    bytes: Arc<[u8]>,
    at: usize,
    end: usize,
}

impl Window {
    pub fn new(bytes: Arc<[u8]>, at: usize, end: usize) -> Self {
        Self { bytes, at, end }
    }
}

impl BufRead for Window {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.bytes.get(self.at..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.end.min(self.at.saturating_add(amount));
    }
}

impl Read for Window {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

enum Source {
    Stored(Measured<Window>),
    Deflated(Box<Measured<DeflateDecoder<Window>>>),
    Ahead(Ahead),
}

/// Unpacks one part, no further than its size, and watches what comes out.
pub(in crate::intake::spreadsheet) struct PartReader {
    source: Source,
    size: u64,
    read: u64,
    watch: Watch,
}

impl PartReader {
    pub(super) fn new(part: &Part, window: Window, watch: &Watch) -> Self {
        let key = part.key();
        let inflated = |window| Measured::new(DeflateDecoder::new(window), &key, watch);
        let at_once = |window| Source::Deflated(Box::new(inflated(window)));
        Self {
            source: match () {
                () if !part.deflated => Source::Stored(Measured::new(window, &key, watch)),
                () if part.size < LARGE => at_once(window),
                // by a thread of its own, or as it is read where there is none
                () => Ahead::start(inflated(window.clone()))
                    .map_or_else(|_| at_once(window), Source::Ahead),
            },
            size: part.size,
            read: 0,
            watch: watch.clone(),
        }
    }

    /// Bytes delivered so far.
    pub fn position(&self) -> u64 {
        self.read
    }
}

impl Read for PartReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
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
            Err(error) => {
                let stop = error.downcast::<Stop>();
                let stop = stop.unwrap_or_else(|error| Stop::broken(&error));
                return Err(self.watch.fail(stop));
            }
        };
        self.read += read as u64;
        self.watch.unpacked(read as u64, self.read)?;
        Ok(read)
    }
}
