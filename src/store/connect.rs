//! Connections to the file: how SQLite is to treat it, and whether it is ours at all.

use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use super::watch::Watch;
use super::{StoreError, seal};

/// `Mnyi` in the header of the file: what `file` and other programs know it by.
pub(super) const APPLICATION_ID: i32 = 0x4d6e_7969;

/// How long to wait for another process before giving up.
const PATIENCE: Duration = Duration::from_secs(5);

/// Longest value or row: an original file (of which the intake takes up to 256 MB) and what
/// stands beside it.
const LONGEST: i32 = 300 << 20;

/// The most a statement of ours needs, with room for those to come; SQLite would take thousands
/// of times as much from a file made to be slow.
const LIMITS: [(Limit, i32); 12] = [
    (Limit::SQLITE_LIMIT_LENGTH, LONGEST),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 500_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (Limit::SQLITE_LIMIT_VDBE_OP, 50_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 50),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// What SQLite can do and a workspace does not need: triggers and views run what somebody else
/// wrote, a text in double quotes may be a name misspelt. Statements keep the plan they were made
/// with: made anew for every value, they cost a folder of forms a tenth of its time.
const SWITCHES: [(DbConfig, bool); 8] = [
    (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
];

/// Settings that change no byte. The cache is worth 16 MB.
const READER: &str = "
    PRAGMA query_only = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
";

/// A rollback journal, because quality files live on network shares and sticks, where a
/// write-ahead log does not work; and no commit before the disk has it. EXTRA, because a commit
/// is the journal's going away: until its folder is synced, a power loss may bring it back and
/// with it everything as it was before. What is deleted is written over.
const WRITER: &str = "
    PRAGMA query_only = OFF;
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = EXTRA;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
";

/// A connection that reads, and the watch over it. It may recover what a killed writer left
/// half done, which is why it asks for more than reading.
pub(super) fn reader(path: &Path) -> Result<(Connection, Watch), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = at(path, flags)?;
    let watch = harden(&mut db).map_err(|error| not_ours(error, path))?;
    Ok((db, watch))
}

/// A connection that fills an empty file nobody knows of yet: what is not finished is thrown
/// away, so it needs no journal and reaches the disk as a whole.
pub(super) fn creator(path: &Path) -> Result<(Connection, Watch), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = at(path, flags)?;
    let watch = harden(&mut db)?;
    writer(&db)?;
    db.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")?;
    Ok((db, watch))
}

/// Bytes of the longest path SQLite opens, its journal's ending included.
const LONGEST_PATH: usize = 512;
const ENDING: &str = "-journal";

/// A connection to the file of that name, whatever the name: one that begins with `file:` would
/// be taken for an address.
pub(super) fn at(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let whole = std::path::absolute(path).map_err(StoreError::io(path))?;
    if cfg!(unix) && whole.as_os_str().len() + ENDING.len() >= LONGEST_PATH {
        return Err(StoreError::io(path)(io::ErrorKind::InvalidFilename.into()));
    }
    Ok(Connection::open_with_flags(whole, flags)?)
}

/// A database that is gone with its connection.
pub(super) fn temporary() -> Result<(Connection, Watch), StoreError> {
    let mut db = Connection::open("")?;
    let watch = harden(&mut db)?;
    db.execute_batch("PRAGMA query_only = OFF")?;
    Ok((db, watch))
}

/// Lets a connection write. Rebuilding a file takes a second one beside it.
pub(super) fn writer(db: &Connection) -> Result<(), StoreError> {
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    Ok(db.execute_batch(WRITER)?)
}

fn harden(db: &mut Connection) -> rusqlite::Result<Watch> {
    db.busy_timeout(PATIENCE)?;
    for (limit, most) in LIMITS {
        db.set_limit(limit, most)?;
    }
    for (switch, on) in SWITCHES {
        db.set_db_config(switch, on)?;
    }
    db.set_prepared_statement_cache_capacity(64);
    seal::register(db)?;
    db.execute_batch(READER)?;
    Watch::set(db)
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
