//! Whether a file hangs together, as far as a look at every page tells.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::model::Progress;
use crate::store::StoreError;

/// Instructions of SQLite between two looks at whether somebody still wants to know: some
/// thousandths of a second.
const BREATH: i32 = 100_000;

/// What is wrong with a file nobody writes; `None` if it is sound.
///
/// # Errors
/// [`StoreError::Cancelled`].
pub(super) fn fault_of_file(
    path: &Path,
    progress: &Progress,
) -> Result<Option<String>, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    let wanted = progress.clone();
    db.progress_handler(BREATH, Some(move || wanted.cancelled()))?;
    let found = fault(&db);
    // A check that was called off looks like a fault.
    progress.wanted()?;
    Ok(found)
}

/// What is wrong with an open one.
pub(super) fn fault(db: &Connection) -> Option<String> {
    let found = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match found {
        Ok(found) if found == "ok" => None,
        Ok(found) => Some(found),
        Err(error) => Some(error.to_string()),
    }
}
