//! Whether a file hangs together, as far as every page and the seal of every row tell.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::model::Progress;
use crate::store::migrate::{self, LADDER};
use crate::store::{StoreError, connect, seal, sealed};

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
    let mut db = connect::at(path, flags)?;
    seal::register(&db)?;
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
        Ok(found) if found == "ok" => {
            broken_seal(db).unwrap_or_else(|error| Some(error.to_string()))
        }
        Ok(found) => Some(found),
        Err(error) => Some(error.to_string()),
    }
}

/// A row another value got into, or one that was taken out. Files of other versions and programs have other seals, or
/// none: whoever opens them looks at them.
fn broken_seal(db: &Connection) -> rusqlite::Result<Option<String>> {
    let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let ours = pragma("application_id")? == i64::from(connect::APPLICATION_ID);
    if !ours || pragma("user_version")? != migrate::newest(LADDER) {
        return Ok(None);
    }
    seal::first_fault(db, sealed::TABLES.iter())
}
