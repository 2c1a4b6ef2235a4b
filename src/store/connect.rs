//! Connections to the file: how SQLite is to treat it, and whether it is ours at all.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use super::StoreError;

/// `Mnyi` in the header of the file: what `file` and other programs know it by.
pub(super) const APPLICATION_ID: i32 = 0x4d6e_7969;

/// How long to wait for another process before giving up.
const PATIENCE: Duration = Duration::from_secs(5);

/// Settings that change no byte. Somebody else's file may contain triggers and views: they are
/// not trusted. The cache is worth 16 MB.
const READER: &str = "
    PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
";

/// A rollback journal, because quality files live on network shares and sticks, where a
/// write-ahead log does not work; and no commit before the disk has it. EXTRA, because a commit
/// is the journal's going away: until its folder is synced, a power loss may bring it back and
/// with it everything as it was before.
const WRITER: &str = "
    PRAGMA query_only = OFF;
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = EXTRA;
    PRAGMA foreign_keys = ON;
";

/// A connection that reads. It may recover what a killed writer left half done, which is why
/// it asks for more than reading.
pub(super) fn reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    harden(&db).map_err(|error| not_ours(error, path))?;
    Ok(db)
}

/// Makes a new file and a connection that writes it.
pub(super) fn creator(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    harden(&db)?;
    writer(&db)?;
    Ok(db)
}

/// Lets a connection write.
pub(super) fn writer(db: &Connection) -> Result<(), StoreError> {
    Ok(db.execute_batch(WRITER)?)
}

fn harden(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch(READER)
}

/// The version of a file that is ours and at most `known`.
pub(super) fn identify(db: &Connection, path: &Path, known: i64) -> Result<i64, StoreError> {
    let pragma = |name| {
        db.pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .map_err(|error| not_ours(error, path))
    };
    let application_id = i32::try_from(pragma("application_id")?).unwrap_or_default();
    if application_id != APPLICATION_ID {
        return Err(match pragma("page_count")? {
            0 => StoreError::Empty(path.to_owned()),
            _ => StoreError::Foreign {
                path: path.to_owned(),
                application_id,
            },
        });
    }
    let found = pragma("user_version")?;
    match found > known {
        true => Err(StoreError::Newer { found, known }),
        false => Ok(found),
    }
}

fn not_ours(error: Error, path: &Path) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotAWorkspace(path.to_owned()),
        _ => error.into(),
    }
}
