//! Copies of the workspace, kept before every import and migration and when asked for.
//!
//! `firm.manyi-backups/firm 2026-11-22 05.58.12.345.manyi`: an ordinary workspace by local time.
//! The newest ten are kept, older ones removed.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{Store, StoreError};
use crate::model::Progress;

/// How many copies are kept.
const KEPT: usize = 10;

/// Pages copied between two looks at whether the copy is still wanted.
const BREATH: i32 = 1_000;

/// When a copy was made, as its name says it.
const NAMED: &str = "%Y-%m-%d %H.%M.%S%.3f";

impl Store {
    /// Keeps a copy now and says where.
    pub fn backup(&self, progress: &Progress) -> Result<PathBuf, StoreError> {
        keep(&self.db, &self.path, progress)
    }

    /// When the newest copy was kept; `None` without any.
    pub fn last_backup(&self) -> Result<Option<Timestamp>, StoreError> {
        let Some(newest) = copies(&self.path)?.pop() else {
            return Ok(None);
        };
        let modified = fs::metadata(&newest).and_then(|found| found.modified());
        let modified = modified.map_err(StoreError::io(&newest))?;
        Ok(Timestamp::try_from(modified).ok())
    }
}

/// Copies the workspace at `path` as `db` sees it.
pub(super) fn keep(
    db: &Connection,
    path: &Path,
    progress: &Progress,
) -> Result<PathBuf, StoreError> {
    let folder = folder(path);
    fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
    let copy = free_name(&folder, path);
    let part = copy.with_extension("part");
    let copied = write(db, &part, progress)
        .and_then(|()| fs::rename(&part, &copy).map_err(StoreError::io(&copy)));
    if let Err(error) = copied {
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    prune(path)?;
    Ok(copy)
}

/// Through SQLite, whose locks a plain copy of an open file would drop; on the disk once, when
/// it is complete.
fn write(db: &Connection, part: &Path, progress: &Progress) -> Result<(), StoreError> {
    let mut to = Connection::open(part)?;
    to.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    copy(db, &mut to, progress)?;
    to.close().map_err(|(_, error)| error)?;
    let file = OpenOptions::new().write(true).open(part);
    file.and_then(|file| file.sync_all())
        .map_err(StoreError::io(part))
}

/// Page by page, as `db` sees them.
pub(super) fn copy(
    db: &Connection,
    to: &mut Connection,
    progress: &Progress,
) -> Result<(), StoreError> {
    let copying = Backup::new(db, to)?;
    loop {
        let step = copying.step(BREATH)?;
        let pages = copying.progress();
        let total = u64::try_from(pages.pagecount).unwrap_or(0);
        let left = u64::try_from(pages.remaining).unwrap_or(0);
        progress.expect(total);
        progress.reach(total.saturating_sub(left))?;
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(StoreError::Busy),
        }
    }
}

/// Named by the thousandth of a second, which a copy takes at least.
fn free_name(folder: &Path, path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    loop {
        let now = Zoned::now().strftime(NAMED).to_string();
        let copy = folder.join(format!("{stem} {now}.manyi"));
        if !copy.exists() {
            return copy;
        }
    }
}

fn prune(path: &Path) -> Result<(), StoreError> {
    let copies = copies(path)?;
    let surplus = copies.len().saturating_sub(KEPT);
    for old in copies.iter().take(surplus) {
        fs::remove_file(old).map_err(StoreError::io(old))?;
    }
    Ok(())
}

/// The copies of this workspace, oldest first.
fn copies(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let folder = folder(path);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // Whatever else people put there is none of ours to remove.
    let ours = |name: &str| {
        let name = name.strip_prefix(&*stem)?.strip_prefix(' ')?;
        DateTime::strptime(NAMED, name.strip_suffix(".manyi")?).ok()
    };
    let mut copies = Vec::new();
    for entry in fs::read_dir(&folder).map_err(StoreError::io(&folder))? {
        let entry = entry.map_err(StoreError::io(&folder))?;
        if entry.file_name().to_str().and_then(ours).is_some() {
            copies.push(entry.path());
        }
    }
    copies.sort();
    Ok(copies)
}

fn folder(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-backups");
    name.into()
}
