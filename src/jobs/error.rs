//! Why a job could not be done.

use std::path::{Path, PathBuf};

use super::forms::{NoForms, Unfit};
use crate::analysis::SegmentKey;
use crate::edit::Refusal;
use crate::intake::IntakeError;
use crate::model::{Cancelled, Closing, MarkingFault, Period, RepeatedReturn};
use crate::paper::PaperError;
use crate::store::{Store, StoreError};

/// Everything a job can fail with; [`explain`](super::explain) says it in words.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The workspace could not be opened, read or written.
    #[error("{path}: {error}")]
    Store {
        path: PathBuf,
        error: Box<StoreError>,
    },
    /// A spreadsheet could not be taken in.
    #[error(transparent)]
    Intake(Box<IntakeError>),
    /// A page or workbook could not be made.
    #[error(transparent)]
    Paper(Box<PaperError>),
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// A file of ours could not be written, or its folder not be made.
    #[error("{path}: {source}")]
    Write {
        path: PathBuf,
        source: std::io::Error,
    },
    /// A folder could not be looked into.
    #[error("{path}: {source}")]
    Read {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The folder for temporary files could not be used.
    #[error("{folder}: {source}")]
    Temporary {
        folder: PathBuf,
        source: std::io::Error,
    },
    /// The system has nothing that opens a PDF; what it says of it.
    #[error("no reader: {0}")]
    NoReader(String),
    /// A file of ours would be written over: a workspace, a copy of one, or what belongs to it.
    #[error("{path} belongs to a workspace")]
    Ours { path: PathBuf },
    /// Something is there already that was not to be replaced.
    #[error("{path} exists")]
    Occupied { path: PathBuf },
    /// The name does not say what the file is.
    #[error("{path} should end in {ending}")]
    Ending { path: PathBuf, ending: String },
    /// A device, a pipe or the like.
    #[error("{path} is no ordinary file")]
    NoPlainFile { path: PathBuf },
    /// The workspace holds no survey yet.
    #[error("no survey")]
    NoSurvey,
    /// Several surveys and none was named.
    #[error("which survey? {known:?}")]
    WhichSurvey { known: Vec<String> },
    #[error("no survey {name:?}, only {known:?}")]
    UnknownSurvey { name: String, known: Vec<String> },
    /// No import of that number or file name, or none in the state that is asked for.
    #[error("no import {name}")]
    NoImport { name: String, workspace: PathBuf },
    /// Several imports came from files of that name; their numbers.
    #[error("which import of {name}? {known:?}")]
    WhichImport { name: String, known: Vec<i64> },
    /// Several sheets of a file hold returns of the questionnaire, and none was named.
    #[error("which sheet of {file}? {known:?}")]
    WhichSheet { file: String, known: Vec<String> },
    /// Returns came in before with other answers, and nobody said which count.
    #[error("{file}, {sheet}: {} returns again", returns.len())]
    Repeats {
        file: String,
        sheet: String,
        returns: Vec<RepeatedReturn>,
    },
    /// A blank whose marks cannot be read by.
    #[error("{file}, {sheet}: {fault}")]
    Marking {
        file: String,
        sheet: String,
        fault: MarkingFault,
    },
    /// A file has no sheet of that name.
    #[error("no sheet {name:?} in {file}, only {known:?}")]
    UnknownSheet {
        file: String,
        name: String,
        known: Vec<String>,
    },
    /// The wave is closed, and nobody said that what comes is known to be late.
    #[error("wave {period} is closed")]
    WaveClosed { period: Period, closing: Closing },
    /// No open issue of that number.
    #[error("no issue {0}")]
    NoIssue(i64),
    /// The file is no review list to be read back.
    #[error("{0} is no review list")]
    NoIssueList(String),
    /// No return of that number.
    #[error("no return {0}")]
    NoReturn(String),
    /// No return came from that row.
    #[error("no return in row {row} of {file}")]
    NoRow { file: String, row: u32 },
    /// No customer of that code.
    #[error("no customer {0:?}")]
    UnknownCustomer(String),
    #[error("no revision {label:?}, only {known:?}")]
    UnknownRevision { label: String, known: Vec<String> },
    /// Nothing was kept of a file, or it was removed.
    #[error("nothing kept of {0}")]
    NothingKept(String),
    /// Nothing is asked in its latest revision.
    #[error("{survey:?} has no questionnaire")]
    NoQuestionnaire { survey: String },
    /// No wave was opened yet.
    #[error("{survey:?} has no wave")]
    NoWave { survey: String },
    #[error("no wave {period}, only {known:?}")]
    UnknownWave { period: Period, known: Vec<Period> },
    /// What was wanted cannot be done to what is there.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Neither index nor satisfied nor a code of the survey.
    #[error("no item or dimension {code:?}, only {known:?}")]
    UnknownSubject { code: String, known: Vec<String> },
    /// What was said to be the order of the options of an item names one that is none of them, or
    /// one twice.
    #[error("no order of the options of {item:?}: {label:?}, only {known:?}")]
    NotAnOrder {
        item: String,
        label: String,
        known: Vec<String>,
    },
    /// An item whose answers are no scores: free text, ticks.
    #[error("no scores of {code:?}, only of {known:?}")]
    NoScore { code: String, known: Vec<String> },
    /// A wave that holds returns needs no figures typed in.
    #[error("wave {period} is there")]
    WaveHasReturns { period: Period },
    /// No attribute or segment item of that name.
    #[error("no segment {name:?}, only {known:?}")]
    UnknownSegment {
        name: String,
        /// Names as the firm wrote them.
        known: Vec<String>,
        /// What else can be asked for: each language has its own word.
        own: Vec<SegmentKey>,
    },
    /// Whether a customer is a key account is yes or no.
    #[error("key accounts are never {value:?}")]
    UnknownKeyAccount { value: String },
    /// The segment has no such value.
    #[error("{name} is never {value:?}, only {known:?}")]
    UnknownSegmentValue {
        name: String,
        value: String,
        known: Vec<String>,
    },
    /// No copy of the workspace is called so.
    #[error("no copy {name:?}")]
    UnknownCopy { name: String, workspace: PathBuf },
    /// The copy that was to take the workspace's place is damaged itself.
    #[error("{copy} is damaged")]
    DamagedCopy { copy: PathBuf, workspace: PathBuf },
    /// It is of another workspace than the one it was to replace; the companies of both.
    #[error("{copy} of {theirs:?} over {workspace} of {ours:?}")]
    OtherWorkspace {
        copy: PathBuf,
        theirs: String,
        workspace: PathBuf,
        ours: String,
    },
    /// Forms cannot be made.
    #[error(transparent)]
    NoForms(#[from] NoForms),
    /// A form that came back is not taken in.
    #[error("{file}: {unfit}")]
    Form { file: String, unfit: Unfit },
    /// Something that belongs to the program itself is broken.
    #[error("unexpected: {0}")]
    Unexpected(String),
}

impl JobError {
    /// An error of the workspace file at `path`.
    pub fn of_file(path: &Path, error: StoreError) -> Self {
        match error {
            StoreError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            error => Self::Store {
                path: path.to_owned(),
                error: Box::new(error),
            },
        }
    }

    /// An error of making a workspace file at `path`.
    pub fn of_new_file(path: &Path, error: StoreError) -> Self {
        let path = || path.to_owned();
        match error {
            StoreError::DiskFull => Self::Write {
                path: path(),
                source: std::io::ErrorKind::StorageFull.into(),
            },
            StoreError::TooLarge => Self::Write {
                path: path(),
                source: std::io::ErrorKind::FileTooLarge.into(),
            },
            error => Self::of_file(&path(), error),
        }
    }

    /// An error of an open workspace.
    pub fn of(store: &Store) -> impl FnOnce(StoreError) -> Self {
        let path = store.path().to_owned();
        move |error| Self::of_file(&path, error)
    }
}

impl From<IntakeError> for JobError {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            error => Self::Intake(Box::new(error)),
        }
    }
}

impl From<PaperError> for JobError {
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            PaperError::Temporary { folder, source } => Self::Temporary { folder, source },
            error => Self::Paper(Box::new(error)),
        }
    }
}
