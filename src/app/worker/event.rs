//! What the worker says.

use std::path::PathBuf;
use std::sync::Arc;

use egui::ColorImage;
use jiff::Timestamp;

use super::{Command, Job};
use crate::analysis::{Finding, SameLine};
use crate::intake::customers::CustomerProblem;
use crate::intake::definition::Warning;
use crate::jobs::JobError;
use crate::jobs::folder::Unfolded;
use crate::jobs::forms::{Arrived, Made};
use crate::jobs::import::Carried;
use crate::jobs::salvage::Salvaged;
use crate::model::{
    Attachment, Data, Ids, Import, Marking, Period, ReturnId, Step, Touched, WaveId,
};
use crate::store::copies::Note;
use crate::ui::shell::KnownCopies;
use crate::ui::{Blank, Incoming, Laid, LineKey, Ready, SinceView, TrendWave, WaveView};

/// Something the window has to know.
#[derive(Debug)]
pub enum Event {
    /// A workspace is open; the one before is closed.
    Opened(Box<Opened>),
    /// None is open any more.
    Closed,
    /// An edit is in the file, whatever reading it again came to.
    Kept {
        number: u64,
        fresh: Result<Box<Fresh>, JobError>,
    },
    /// Something of an import is gone for good, as the step says.
    Removed {
        step: Step,
        fresh: Result<Box<Fresh>, JobError>,
    },
    /// An edit is not: what stands there instead.
    Refused {
        number: u64,
        error: JobError,
        fresh: Option<Box<Fresh>>,
    },
    /// A file was read; the edit it comes to waits to be made.
    Prepared { step: Option<Step>, found: Found },
    /// Files whose bytes are kept wait to be laid beside a return.
    Attachable {
        returned: ReturnId,
        files: Vec<Attachment>,
    },
    Figures {
        number: u64,
        view: Box<WaveView>,
        previous: Option<Box<WaveView>>,
        /// Beside the chosen wave, where it is not the one before.
        since: Option<SinceView>,
        findings: Arc<Vec<Finding>>,
    },
    Waves {
        number: u64,
        waves: Vec<TrendWave>,
        same: Vec<SameLine>,
    },
    /// What the shown tab wanted made.
    Made { number: u64, ready: Ready },
    /// The review material, or why there is none.
    Laid {
        number: u64,
        laid: Box<Result<Laid, JobError>>,
    },
    /// A page of it as a picture; `None` when it has no such page.
    Page {
        number: u64,
        page: usize,
        pixels: Option<ColorImage>,
    },
    /// A line of a scan as a picture; `None` where no scan shows it.
    ScanLine {
        line: LineKey,
        pixels: Option<ColorImage>,
    },
    /// The file looked at, as the mapping page shows it.
    Incoming {
        number: u64,
        incoming: Box<Incoming>,
    },
    /// It is forgotten.
    Left,
    /// A form is laid out to be marked.
    Blank(Box<Blank>),
    /// The bytes of a form that was marked are kept, and whether answers stand on it; the edit
    /// that names it waits to be made.
    Markable { marking: Box<Marking>, filled: bool },
    /// Forms were written.
    FormsMade(Made),
    /// What files came to: the forms among them are in.
    Arrived(Box<Arrival>),
    /// The file looked at is in.
    TakenIn(Box<TakenIn>),
    /// Something about copies the user has to know.
    OfCopies(Note),
    /// The backups there are of a workspace.
    Copies { path: PathBuf, known: KnownCopies },
    /// A backup has taken the workspace's place; what was there is kept.
    Restored {
        kept: Option<PathBuf>,
        opened: Box<Opened>,
    },
    /// It has not, and the workspace is open as it was.
    NotRestored {
        error: Box<JobError>,
        opened: Box<Opened>,
    },
    /// The open workspace was written to another place and is open there.
    CopySaved(Box<Opened>),
    /// What could be got out of a damaged workspace is in a new one.
    Salvaged {
        new: PathBuf,
        salvaged: Box<Salvaged>,
    },
    /// A copy was kept.
    BackedUp(Option<Timestamp>),
    /// A file was written; it can be opened.
    Written {
        path: PathBuf,
        /// Characters the fonts lack.
        lacking: String,
    },
    /// A file is there already and was left alone; this replaces it.
    Occupied(Box<Command>),
    /// Handed to the system's reader to be printed.
    Printed { lacking: String },
    /// A chart as a picture, for the clipboard.
    Picture(ColorImage),
    /// A job could not be done and left everything as it was.
    Failed { job: Job, error: JobError },
}

/// Files that came, the forms among them just taken in.
#[derive(Debug)]
pub struct Arrival {
    pub arrived: Arrived,
    /// What stands in the file now, if any was taken in.
    pub fresh: Option<Result<Fresh, JobError>>,
    /// Those of them that somebody wrote on beside the answers.
    pub beside: Vec<ReturnId>,
    /// What they were found in.
    pub unfolded: Unfolded,
    /// The wave a firm's own forms were taken for.
    pub filled: Option<WaveId>,
}

/// A file of returns just taken in.
#[derive(Debug)]
pub struct TakenIn {
    pub import: Import,
    /// What its inverse takes back.
    pub step: Step,
    /// Of the wave it went into.
    pub period: Period,
    pub returns: usize,
    /// What was decided of the import it took the place of, if it took one's.
    pub carried: Option<Carried>,
    /// Things that wait to be settled.
    pub issues: usize,
    /// It was a form one customer filled in: others like it can be read the same way.
    pub form: bool,
    /// It, where somebody wrote on it beside the answers.
    pub beside: Vec<ReturnId>,
    /// What stands in the file now; it is taken in even if it could not be read again.
    pub fresh: Result<Fresh, JobError>,
}

/// What was found in a file beside the edit it comes to.
#[derive(Debug)]
pub enum Found {
    Customers {
        added: usize,
        changed: usize,
        /// Rows left out.
        problems: Vec<CustomerProblem>,
    },
    /// What of the definition workbook was left aside, or assumed of an export.
    Revision {
        warnings: Vec<Warning>,
        assumed: Vec<String>,
    },
}

/// A workspace just opened.
#[derive(Debug)]
pub struct Opened {
    /// What of the workbook it was made from was left aside.
    pub warnings: Vec<Warning>,
    /// What was assumed of the export it was made from, in sentences.
    pub assumed: Vec<String>,
    pub path: PathBuf,
    pub writable: bool,
    /// Somebody else who opens it is told that it is held here.
    pub others_are_told: bool,
    /// Numbers for new things.
    pub ids: Ids,
    /// Who works here, as the log names them.
    pub who: String,
    /// What was typed of returns and not whole when the program ended; empty where nothing was.
    pub typed: String,
    pub fresh: Fresh,
}

/// What stands in the file now.
#[derive(Debug)]
pub struct Fresh {
    pub data: Arc<Data>,
    /// What the change reached.
    pub touched: Touched,
    pub saved_at: Option<Timestamp>,
    pub last_backup: Option<Timestamp>,
}
