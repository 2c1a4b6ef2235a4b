//! The bytes of the damaged file, as SQLite would find them after a crash.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::page::{Page, number};
use crate::files::Room;
use crate::model::Progress;
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

/// The most that is taken into memory.
const LARGEST: u64 = 4 << 30;

/// Pages looked at of a file without a header before all of it is read.
const SAMPLES: u64 = 1_024;

/// Bytes read between two looks at whether somebody still wants it.
const BREATH: u64 = 16 << 20;

/// A file in memory.
pub(super) struct Image {
    bytes: Vec<u8>,
    page: usize,
    /// Bytes of a page that hold content.
    pub(super) usable: usize,
}

impl Image {
    /// Reads the file as SQLite would find it after a crash. Where something has to be taken
    /// back or brought up to date first, that is done in a copy beside `new`.
    ///
    /// # Errors
    /// [`StoreError::Oversized`], and [`StoreError::NotAWorkspace`] where nothing in the file
    /// looks like a table, both before it is read.
    pub(super) fn of(damaged: &Path, new: &Path, progress: &Progress) -> Result<Self, StoreError> {
        look(damaged)?;
        if BESIDE.iter().any(|ending| with(damaged, ending).exists()) {
            let room = Room::beside(new).map_err(StoreError::io(new))?;
            let copy = recovered(damaged, &room)?;
            return Self::read(&copy, progress)?.brought_up(&copy, new, progress);
        }
        Self::read(damaged, progress)?.brought_up(damaged, new, progress)
    }

    fn read(path: &Path, progress: &Progress) -> Result<Self, StoreError> {
        let failed = StoreError::io(path);
        let read = || -> std::io::Result<Option<Vec<u8>>> {
            let mut file = File::open(path)?;
            let length = usize::try_from(file.metadata()?.len()).unwrap_or_default();
            let mut bytes = Vec::new();
            bytes.try_reserve_exact(length)?;
            while file.by_ref().take(BREATH).read_to_end(&mut bytes)? > 0 {
                if progress.cancelled() {
                    return Ok(None);
                }
            }
            Ok(Some(bytes))
        };
        let bytes = read().map_err(failed)?;
        progress.wanted()?;
        Ok(Self::new(bytes.unwrap_or_default()))
    }

    /// Nothing in a file from before seals says whether it is as it was written: it comes whole
    /// or not at all.
    fn brought_up(self, path: &Path, new: &Path, progress: &Progress) -> Result<Self, StoreError> {
        if self.version().is_none_or(|version| version >= SEALED) {
            return Ok(self);
        }
        let room = Room::beside(new).map_err(StoreError::io(new))?;
        let copy = room.path().join("older");
        fs::copy(path, &copy).map_err(StoreError::io(new))?;
        bring_up(&copy)?;
        Self::read(&copy, progress)
    }

    /// The version of the workspace; `None` where the header of the file is lost.
    fn version(&self) -> Option<usize> {
        let ours = number(&self.bytes, 68, 4)? == connect::APPLICATION_ID.unsigned_abs() as usize;
        number(&self.bytes, 60, 4).filter(|_| ours && self.bytes.starts_with(MAGIC))
    }

    /// Whether it says that it is of a version before this one.
    pub(super) fn is_older(&self) -> bool {
        self.version().is_some_and(|version| version < LADDER.len())
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

/// Refuses what is too large, and what is no workspace from afar: a few pages tell, before all of
/// them are read. A file whose header is whole is looked at no further.
fn look(damaged: &Path) -> Result<(), StoreError> {
    let mut file = File::open(damaged).map_err(StoreError::io(damaged))?;
    let bytes = file.metadata().map_err(StoreError::io(damaged))?.len();
    if bytes > LARGEST {
        let limit = LARGEST;
        return Err(StoreError::Oversized { bytes, limit });
    }
    let mut begins = |at: u64, into: &mut [u8]| {
        let found = file.seek(SeekFrom::Start(at));
        found.and_then(|_| file.read_exact(into)).is_ok()
    };
    let mut head = [0; MAGIC.len()];
    if begins(0, &mut head) && head == *MAGIC {
        return Ok(());
    }
    let pages = bytes.div_ceil(USUAL as u64);
    let step = pages.div_ceil(SAMPLES).max(1);
    let of_a_table = (0..pages)
        .step_by(usize::try_from(step).unwrap_or(1))
        .any(|page| {
            let mut begin = [0];
            begins(page * USUAL as u64, &mut begin) && matches!(begin, [2 | 5 | 10 | 13])
        });
    match of_a_table {
        true => Ok(()),
        false => Err(StoreError::NotAWorkspace(damaged.to_owned())),
    }
}

/// A copy of the file out of which SQLite took back what was never finished; where it will not,
/// the file as it lies.
fn recovered(damaged: &Path, room: &Room) -> Result<PathBuf, StoreError> {
    let copy = room.path().join("damaged");
    let copied = || fs::copy(damaged, &copy).map_err(StoreError::io(room.path()));
    copied()?;
    for ending in BESIDE {
        // What cannot be read takes nothing back.
        let _ = fs::copy(with(damaged, ending), with(&copy, ending));
    }
    let taken_back = connect::reader(&copy).and_then(|(db, _)| {
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        connect::writer(&db)
    });
    if taken_back.is_err() {
        copied()?;
    }
    Ok(copy)
}

/// Brings a copy of an older workspace up to date.
fn bring_up(copy: &Path) -> Result<(), StoreError> {
    let (mut db, _watch) = connect::reader(copy)?;
    connect::writer(&db)?;
    migrate::climb(&mut db, LADDER)?;
    db.close().map_err(|(_, error)| error.into())
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
