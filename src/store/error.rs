//! What can go wrong with the workspace file. `jobs` says it in words.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Error, ErrorCode};

use super::plausible::Implausible;
use crate::files;
use crate::model::{Cancelled, Period};

/// `SQLITE_READONLY_DBMOVED`.
const MOVED: i32 = 1032;

/// `SQLITE_READONLY_RECOVERY`, `SQLITE_READONLY_ROLLBACK`, `SQLITE_IOERR_DELETE`: a journal that
/// has to be played back, or taken away afterwards, and cannot.
const UNFINISHED: [i32; 3] = [264, 776, 2570];

/// Why the workspace could not be opened, read or written. Whatever it was, the file is as it
/// was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No file there.
    #[error("{0} does not exist")]
    Missing(PathBuf),
    /// [`Store::create`](super::Store::create) found a file of that name.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file has no content at all.
    #[error("{0} is empty")]
    Empty(PathBuf),
    /// No SQLite file: something else was renamed, or it is a folder.
    #[error("{0} is no workspace")]
    NotAWorkspace(PathBuf),
    /// A SQLite file of another program, with its application id.
    #[error("{path} belongs to another program ({application_id:#010x})")]
    Foreign { path: PathBuf, application_id: i32 },
    /// Written by a newer Manyi.
    #[error("written by a newer version ({found}; this one knows {known})")]
    Newer { found: i64, known: i64 },
    /// The content contradicts itself or cannot be read. The text is SQLite's or serde's.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// Another program changed the tables themselves; the text names one that differs.
    #[error("the tables are not the program's own: {0}")]
    Altered(String),
    /// Reading it took longer than any sound file of its size does.
    #[error("reading does not come to an end")]
    Endless,
    /// Somebody else has it open for writing. `by` is `who@host`, empty if it cannot be told.
    #[error("held by {by:?} since {since:?}")]
    Held {
        by: String,
        since: Option<Timestamp>,
    },
    /// What was kept of an imported file, by its name, was removed already.
    #[error("nothing is kept of {0}")]
    NothingKept(String),
    /// A write to a workspace that was opened for reading or is write-protected.
    #[error("the workspace is read-only")]
    ReadOnly,
    /// A new workspace was to be made where nothing may be written.
    #[error("the folder is read-only")]
    ProtectedFolder,
    /// Another process was reading or writing for too long.
    #[error("the workspace is busy")]
    Busy,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// It would grow over the size files may have here.
    #[error("files may not be that large here")]
    TooLarge,
    /// A damaged file of that many bytes is more than is looked through.
    #[error("{bytes} bytes, more than {limit}")]
    Oversized { bytes: u64, limit: u64 },
    /// The open file is no longer where it was: deleted, renamed, or another one in its place.
    #[error("the file is not where it was")]
    Moved,
    /// A change was cut off; undoing it needs to write where nothing may be written.
    #[error("an unfinished change cannot be undone here")]
    Unfinished,
    /// The disk or the network share failed while SQLite used it.
    #[error("reading or writing failed: {0}")]
    Disk(String),
    /// A file or folder could not be used.
    #[error("{path}: {source}")]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
    /// What stands in the file is not what the change says was there before: it was made from
    /// an older state.
    #[error("{table} {id} changed meanwhile")]
    Stale { table: &'static str, id: i64 },
    /// Nothing with that id in this workspace.
    #[error("no {table} {id}")]
    NotHere { table: &'static str, id: i64 },
    /// It would break a rule the data always keeps.
    #[error("refused: {0:?}")]
    Forbidden(Rule),
    /// A workspace cannot be made in a folder that is not there.
    #[error("{0} does not exist")]
    NoFolder(PathBuf),
    /// Something else has that name or number already.
    #[error("taken: {0:?}")]
    Taken(Taken),
    /// The same file was taken into a wave of this survey before and not undone.
    #[error("{file} was imported into {period} at {at}")]
    SameFile {
        file: String,
        at: Timestamp,
        period: Period,
    },
    /// A value no file can hold, such as a number that is none. Nothing a user can type.
    #[error("{table} {id} holds a value that cannot be kept")]
    Unstorable { table: &'static str, id: i64 },
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Something SQLite should not have said.
    #[error("unexpected: {0}")]
    Unexpected(String),
}

impl StoreError {
    /// Wraps the failure of something done to `path`.
    pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io { path, source },
        }
    }
}

/// A row that cannot be understood means a damaged file, since the door lets nothing through
/// that does not come out again.
impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        let text = match &error {
            Error::FromSqlConversionFailure(.., fault) if fault.is::<Implausible>() => {
                fault.to_string()
            }
            error => error.to_string(),
        };
        match error {
            Error::SqliteFailure(failure, _) => match failure.code {
                _ if failure.extended_code == MOVED => Self::Moved,
                _ if UNFINISHED.contains(&failure.extended_code) => Self::Unfinished,
                ErrorCode::SystemIoFailure if files::size_limit_reached() => Self::TooLarge,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged(text),
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
                ErrorCode::DiskFull => Self::DiskFull,
                // Nobody but our own watch interrupts.
                ErrorCode::OperationInterrupted => Self::Endless,
                // More than a text, a row or a statement of ours can have.
                ErrorCode::TooBig => Self::Damaged(text),
                ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::FileLockingProtocolFailed => Self::Disk(text),
                // "No such table": the header is ours, the content is not.
                ErrorCode::Unknown => Self::Damaged(text),
                _ => Self::Unexpected(text),
            },
            Error::FromSqlConversionFailure(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..)
            | Error::SqlInputError { .. }
            | Error::QueryReturnedNoRows => Self::Damaged(text),
            _ => Self::Unexpected(text),
        }
    }
}

/// Rules that hold whatever is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The questionnaire, number or survey of a frozen or approved revision cannot change, and
    /// neither can such a revision be removed.
    FixedQuestionnaire,
    /// A signature can be superseded by another one, not taken away.
    SignatureErased,
    /// A revision stays frozen while waves use it, and a wave needs a frozen one: the step that
    /// opens a wave carries the change that freezes its revision.
    WaveFreezesRevision,
    /// A wave something was imported into keeps its survey and revision.
    WaveHasReturns,
    /// A wave that was taken back with its returns comes back only to the questions they answer.
    OtherQuestions,
    /// An import comes through [`Store::import`](super::Store::import) and can only be undone
    /// and restored afterwards.
    ImportIsFixed,
    /// Only an import that was taken back can be removed for good.
    ImportCounts,
    /// A return comes with its import, and where it came from cannot change.
    ReturnIsFixed,
    /// What comes to a closed wave is late.
    WaveClosed,
    /// The answer has no place in the questionnaire: no such item, or no such option.
    AnswerOutsideScale,
    /// Before and after are not the same thing.
    DifferentThings,
    /// Something that is removed is still used: a customer with returns, a wave with imports.
    InUse,
    /// Something refers to what does not exist.
    Dangling,
}

/// What has to be unique and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    Survey(String),
    RevisionNumber(u32),
    CustomerCode(String),
    Wave { period: Period, label: String },
    ActionNumber(String),
    KpiCode(String),
    TagName(String),
}
