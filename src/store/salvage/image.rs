//! The bytes of the damaged file, as SQLite would find them after a crash.

use std::fs;
use std::path::Path;

use rustc_hash::FxHashSet;

use super::page::Page;
use crate::store::migrate::{self, LADDER};
use crate::store::{StoreError, connect};

/// The first version whose rows say whether they are as they were written.
const SEALED: usize = 2;

/// What SQLite begins every file with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The size of a page where the header does not say it: what SQLite takes by itself.
const USUAL: usize = 4096;

/// What a writer that was killed leaves beside the file.
const BESIDE: [&str; 2] = ["-journal", "-wal"];

/// A file in memory.
pub(super) struct Image {
    bytes: Vec<u8>,
    page: usize,
    /// Bytes of a page that hold content.
    pub(super) usable: usize,
}

impl Image {
    /// Copies the file and what lies beside it to a folder of its own, lets SQLite take back
    /// there what was never finished, and reads what is left.
    pub(super) fn of(damaged: &Path, folder: &Path) -> Result<Self, StoreError> {
        let room = tempfile::tempdir_in(folder).map_err(StoreError::io(folder))?;
        let copy = room.path().join("damaged");
        fs::copy(damaged, &copy).map_err(StoreError::io(damaged))?;
        let mut half_done = false;
        for ending in BESIDE {
            half_done |= fs::copy(with(damaged, ending), with(&copy, ending)).is_ok();
        }
        if half_done {
            // Where SQLite will not, the file is read as it lies.
            let recovered = connect::reader(&copy).and_then(|(db, _)| {
                db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
                connect::writer(&db)
            });
            if recovered.is_err() {
                fs::copy(damaged, &copy).map_err(StoreError::io(damaged))?;
            }
        }
        let read = || fs::read(&copy).map_err(StoreError::io(&copy));
        let image = Self::new(read()?);
        match image.version().filter(|version| *version < SEALED) {
            None => Ok(image),
            // Nothing in it says whether it is as it was written: whole or not at all.
            Some(_) => {
                bring_up(&copy)?;
                Ok(Self::new(read()?))
            }
        }
    }

    /// The version of the workspace; `None` where the header of the file is lost.
    fn version(&self) -> Option<usize> {
        let ours = number(&self.bytes, 68, 4)? == connect::APPLICATION_ID.unsigned_abs() as usize;
        number(&self.bytes, 60, 4).filter(|_| ours && self.bytes.starts_with(MAGIC))
    }

    fn new(bytes: Vec<u8>) -> Self {
        let header = bytes.starts_with(MAGIC);
        let said = number(&bytes, 16, 2).filter(|_| header);
        let page = match said {
            Some(1) => 65_536,
            Some(size) if size.is_power_of_two() && size >= 512 => size,
            _ => USUAL,
        };
        let reserved = number(&bytes, 20, 1).filter(|_| header).unwrap_or(0);
        let usable = match page - reserved.min(page) {
            usable if usable >= 480 => usable,
            _ => page,
        };
        Self {
            bytes,
            page,
            usable,
        }
    }

    /// How many pages there are, a last one that was cut off included.
    pub(super) fn pages(&self) -> usize {
        self.bytes.len().div_ceil(self.page)
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The content of a page, numbered from 1; less of one that was cut off.
    pub(super) fn raw(&self, page: usize) -> Option<&[u8]> {
        let from = page.checked_sub(1)?.checked_mul(self.page)?;
        let rest = self.bytes.get(from..).filter(|rest| !rest.is_empty())?;
        rest.get(..self.usable.min(rest.len()))
    }

    /// The page as a page of a table.
    pub(super) fn page(&self, page: usize) -> Option<Page<'_>> {
        // The first one begins behind the header of the file.
        let begin = if page == 1 { 100 } else { 0 };
        Page::new(self.raw(page)?, begin)
    }

    /// Pages SQLite has set aside for later, as far as their list leads.
    pub(super) fn free(&self) -> FxHashSet<usize> {
        let mut free = FxHashSet::default();
        let header = self.bytes.starts_with(MAGIC);
        let mut trunk = number(&self.bytes, 32, 4).filter(|_| header);
        while let Some(page) = trunk.and_then(|trunk| self.raw(trunk)) {
            if !trunk.is_some_and(|trunk| free.insert(trunk)) {
                break;
            }
            let leaves = number(page, 4, 4).unwrap_or(0).min(self.usable / 4);
            free.extend((0..leaves).filter_map(|at| number(page, 8 + 4 * at, 4)));
            trunk = number(page, 0, 4);
        }
        free
    }
}

/// Brings a copy of an older workspace up to date.
fn bring_up(copy: &Path) -> Result<(), StoreError> {
    let (mut db, _watch) = connect::reader(copy)?;
    connect::writer(&db)?;
    migrate::climb(&mut db, LADDER)?;
    db.close().map_err(|(_, error)| error.into())
}

/// Bytes as a number, the highest first.
pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
    Some(bytes.iter().fold(0, add))
}

fn with(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
