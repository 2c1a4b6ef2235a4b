//! A workspace to another file, page by page through SQLite, whose locks a plain copy of an open
//! file would drop.

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::files::Part;
use crate::model::Progress;
use crate::store::{StoreError, connect};

/// Pages copied between two looks at whether the copy is still wanted.
const BREATH: i32 = 1_000;

/// Into a part file, which goes to the disk when it is finished.
pub(in crate::store) fn write(
    db: &Connection,
    part: &Part,
    progress: &Progress,
) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = connect::at(part.path(), flags)?;
    to.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    copy(db, &mut to, progress)?;
    to.close().map_err(|(_, error)| error.into())
}

/// Page by page, as `db` sees them.
pub(in crate::store) fn copy(
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
