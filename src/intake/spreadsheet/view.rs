//! An archive shown to a reader of another crate as if nothing in it were packed.
//!
//! The reader takes it for an ordinary archive of stored parts, so whatever it reads has
//! passed the limits of [`super::archive`] on the way, and is unpacked only once. Parts can be
//! replaced.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use super::archive::{Archive, Part, PartReader};
use super::formulas::Formulas;
use super::watch::Watch;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const VERSION: u16 = 20;
/// The name is UTF-8.
const FLAGS: u16 = 0x0800;
/// 1 January 1980, the first date there is.
const DATE: u16 = 0x0021;

enum Content {
    Bytes(Vec<u8>),
    Part(usize),
}

impl Content {
    fn length(&self, archive: &Archive) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Part(index) => archive.parts.get(*index).map_or(0, |part| part.size),
        }
    }
}

/// The unpacked archive as one stream of bytes.
pub(super) struct View {
    archive: Archive,
    watch: Watch,
    /// What lies where, by its first byte.
    layout: Vec<(u64, Content)>,
    length: u64,
    position: u64,
    /// The part that is being read, and where.
    open: Option<(usize, PartReader)>,
    /// What went by of it.
    formulas: Formulas,
}

impl View {
    /// Lays the parts out. `replaced` gives other bytes for the parts at some positions.
    pub fn new(archive: Archive, mut replaced: Vec<(usize, Vec<u8>)>, watch: Watch) -> Self {
        let mut view = Self {
            archive,
            watch,
            layout: Vec::new(),
            length: 0,
            position: 0,
            open: None,
            formulas: Formulas::default(),
        };
        let mut directory = Vec::new();
        let parts = view.archive.parts.clone();
        for (index, part) in parts.iter().enumerate() {
            let other = replaced.iter_mut().find(|(at, _)| *at == index);
            let (crc, size, content) = match other {
                Some((_, bytes)) => {
                    let bytes = std::mem::take(bytes);
                    let mut crc = flate2::Crc::new();
                    crc.update(&bytes);
                    (crc.sum(), bytes.len() as u64, Content::Bytes(bytes))
                }
                None => (part.crc, part.size, Content::Part(index)),
            };
            directory.extend(central(part, crc, size, view.length));
            view.push(Content::Bytes(local(part, crc, size)));
            view.push(content);
        }
        let end = end(parts.len(), directory.len(), view.length);
        view.push(Content::Bytes(directory));
        view.push(Content::Bytes(end));
        view
    }

    fn push(&mut self, content: Content) {
        let length = content.length(&self.archive);
        self.layout.push((self.length, content));
        self.length += length;
    }

    fn read_part(&mut self, index: usize, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        let at_hand = self
            .open
            .as_ref()
            .is_some_and(|(open, reader)| *open == index && reader.position() <= offset);
        if !at_hand {
            if let Some(part) = self.archive.parts.get(index) {
                self.watch.expect(part.size);
            }
            let reader = self.archive.reader(index, &self.watch);
            self.open = reader.map(|reader| (index, reader));
            self.formulas = Formulas::default();
            self.watch.note_formulas(false);
        }
        let Some((_, reader)) = &mut self.open else {
            return Ok(0);
        };
        let skip = offset - reader.position();
        if skip > 0 {
            io::copy(&mut reader.take(skip), &mut io::sink())?;
        }
        let read = reader.read(into)?;
        if self.formulas.pass(into.get(..read).unwrap_or_default()) {
            self.watch.note_formulas(true);
        }
        Ok(read)
    }
}

impl Read for View {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.position < self.length {
            let after = self
                .layout
                .partition_point(|(start, _)| *start <= self.position);
            let Some((start, content)) = self.layout.get(after.wrapping_sub(1)) else {
                return Ok(0);
            };
            let offset = self.position - start;
            let read = match content {
                Content::Bytes(bytes) => {
                    let mut rest = Cursor::new(bytes);
                    rest.set_position(offset);
                    rest.read(into)?
                }
                Content::Part(index) => {
                    let index = *index;
                    self.read_part(index, offset, into)?
                }
            };
            self.position += read as u64;
            return Ok(read);
        }
        Ok(0)
    }
}

impl Seek for View {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// Sizes, offsets and names fit their fields: parts unpack to 1 GiB together.
fn local(part: &Part, crc: u32, size: u64) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(LOCAL.to_le_bytes());
    header.extend(VERSION.to_le_bytes());
    common(&mut header, part, crc, size);
    header.extend(part.name.as_bytes());
    header
}

fn central(part: &Part, crc: u32, size: u64, at: u64) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(CENTRAL.to_le_bytes());
    header.extend(VERSION.to_le_bytes());
    header.extend(VERSION.to_le_bytes());
    common(&mut header, part, crc, size);
    // no comment, first disk, no attributes
    header.extend([0; 10]);
    header.extend((at as u32).to_le_bytes());
    header.extend(part.name.as_bytes());
    header
}

/// What both headers say of a stored part.
fn common(header: &mut Vec<u8>, part: &Part, crc: u32, size: u64) {
    header.extend(FLAGS.to_le_bytes());
    header.extend([0; 4]);
    header.extend(DATE.to_le_bytes());
    header.extend(crc.to_le_bytes());
    header.extend((size as u32).to_le_bytes());
    header.extend((size as u32).to_le_bytes());
    header.extend((part.name.len() as u16).to_le_bytes());
    header.extend([0; 2]);
}

fn end(parts: usize, directory: usize, at: u64) -> Vec<u8> {
    let mut record = Vec::new();
    record.extend(END.to_le_bytes());
    record.extend([0; 4]);
    record.extend((parts as u16).to_le_bytes());
    record.extend((parts as u16).to_le_bytes());
    record.extend((directory as u32).to_le_bytes());
    record.extend((at as u32).to_le_bytes());
    record.extend([0; 2]);
    record
}
