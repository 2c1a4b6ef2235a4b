//! What the worker can be asked to do.

use std::path::PathBuf;
use std::sync::Arc;

use super::incoming::{Precedent, Said};
use crate::analysis::Filter;
use crate::chart::Chart;
use crate::i18n::Language;
use crate::jobs::folder::Unfolded;
use crate::model::{
    AttachmentId, BestEnd, CopyRules, CustomerId, FormKind, ImportId, Marking, MarkingId, Period,
    ReturnId, RevisionId, Step, StepKind, SurveyId, TextEncoding, WaveId,
};
use crate::report::Report;
use crate::ui::{
    Basis, Export, LineKey, Look, NewWorkspace, Output, Pages, Ready, Wanted, WaveView,
};

/// Where a file goes; nowhere for the printer and the clipboard.
#[derive(Clone, Debug, Default)]
pub struct Destination {
    pub path: PathBuf,
    /// The user wants what is there replaced.
    pub replace: bool,
}

/// One piece of work.
#[derive(Clone, Debug)]
pub enum Command {
    /// Leave the open workspace and open another one.
    Open {
        path: PathBuf,
        read_only: bool,
    },
    Create(NewWorkspace),
    /// Write the open workspace to another place and go on there.
    SaveCopy(PathBuf),
    /// Make the sample company in a folder and open it.
    Sample(PathBuf),
    Close,
    /// One edit; the number comes back with the answer.
    Apply {
        step: Step,
        number: u64,
    },
    /// Read a wave and compute its figures; the number comes back with them.
    Figures {
        wave: WaveId,
        /// Compare it with this one too.
        against: Option<WaveId>,
        filter: Filter,
        number: u64,
    },
    /// Compute the figures of every wave of a survey.
    Waves {
        survey: SurveyId,
        filter: Filter,
        number: u64,
    },
    /// Make something of what the window shows; the number comes back with it.
    Make {
        wanted: Wanted,
        basis: Arc<Basis>,
        number: u64,
    },
    /// Let go of what the window does not show any more.
    Forget {
        view: Option<WaveView>,
        ready: Ready,
    },
    Backup,
    /// What is typed of a return and not whole yet is kept beside the workspace.
    KeepDraft(String),
    /// List the backups of a workspace.
    Copies(PathBuf),
    /// Keep backups so from now on.
    CopyRules {
        path: PathBuf,
        rules: CopyRules,
    },
    /// Take each backup to that folder too.
    SecondPlace {
        path: PathBuf,
        folder: PathBuf,
    },
    /// Put a backup in the workspace's place and open that.
    Restore {
        path: PathBuf,
        name: String,
        /// Also one of another workspace.
        other: bool,
    },
    /// Write to a new file what can be got out of a damaged one.
    Salvage {
        damaged: PathBuf,
        new: PathBuf,
    },
    /// Read a file of returns and say how it would be taken in; the number comes back.
    Look {
        path: PathBuf,
        survey: SurveyId,
        period: Period,
        /// Chosen for a file before it in the same line.
        encoding: Option<TextEncoding>,
        /// What was answered of files before it in the same line.
        precedents: Vec<Precedent>,
        /// What was said of them as a whole, and what is said of returns newer ones replace.
        said: Box<Said>,
        replaced: String,
        number: u64,
    },
    /// The same for what is kept of an import, to take its place.
    Reread {
        import: ImportId,
        number: u64,
    },
    /// The same for the file at hand, looked at differently.
    LookAgain {
        looks: Vec<Look>,
        number: u64,
    },
    /// Take the file at hand in.
    TakeIn,
    /// Forget it.
    Leave,
    /// Lay a form out to be marked by what a revision asks; the number comes back. Without a
    /// path it is the file at hand.
    OpenBlank {
        path: Option<PathBuf>,
        revision: RevisionId,
        number: u64,
    },
    /// The same for one that was marked.
    OpenMarking {
        id: MarkingId,
        revision: RevisionId,
        number: u64,
    },
    /// Keep the bytes of what was marked.
    KeepBlank(Box<Marking>),
    /// Take in the forms of ours among files, and say which are none.
    Arrive {
        unfolded: Unfolded,
        /// The wave of a firm's own forms, which do not tell themselves.
        filled: Option<WaveId>,
        /// What comes to a closed wave is known to be late.
        late: bool,
    },
    /// Make the forms of a wave for these customers, in a folder.
    MakeForms {
        wave: WaveId,
        kind: FormKind,
        customers: Vec<CustomerId>,
        folder: PathBuf,
        language: Language,
    },
    /// Customers from a sheet.
    Customers {
        path: PathBuf,
        /// What somebody said it is in, if it is a text.
        encoding: Option<TextEncoding>,
    },
    /// A definition workbook as the next revision.
    Revision {
        path: PathBuf,
        survey: SurveyId,
        /// Which end of the scales of an export is the best, once that was asked.
        best: Option<BestEnd>,
        /// Of what the program puts in its own words.
        language: Language,
    },
    /// Something of an import removed for good, as the kind of step says; the number comes
    /// back with the answer.
    Remove {
        import: ImportId,
        kind: StepKind,
        number: u64,
    },
    /// Read files that are to lie beside a return, and keep their bytes.
    Attach {
        returned: ReturnId,
        paths: Vec<PathBuf>,
    },
    /// Something written for the user.
    Write(Writing, Destination),
    /// Lay pages out to be looked at; the number comes back with them.
    LayOut {
        pages: Pages,
        number: u64,
    },
    /// Cut a line of a scan out, as a picture.
    ScanLine {
        wave: WaveId,
        line: LineKey,
    },
    /// A page of what was laid out under the number, with `scale` pixels a point.
    Page {
        page: usize,
        scale: f32,
        number: u64,
    },
}

/// What is written.
#[derive(Clone, Debug)]
pub enum Writing {
    /// A chart to a file, the clipboard, or handed to the system's printer.
    Chart(Box<Chart>, Output),
    /// A document to a file, or handed to the system's printer.
    Report {
        report: Box<Report>,
        to: Output,
        language: Language,
    },
    /// Pages to a file, or handed to the system's printer.
    Pages { pages: Pages, to: Output },
    /// What is kept of an imported file, as the kind of file it is.
    Original(ImportId),
    /// A file beside a return.
    Attachment(AttachmentId),
    /// A form of the firm's own with its marks in its cells.
    Marked(MarkingId),
    /// A workbook of something.
    Workbook {
        what: Export,
        survey: SurveyId,
        wave: Option<WaveId>,
        language: Language,
    },
}

/// What a command is about, as far as another one can make it needless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Figures,
    Waves,
    Make,
    /// The pages of what a wave found.
    WavePages,
    FormPages,
    /// A page of some, by their number.
    Page(u64),
    /// A file looked at for the first time.
    Look,
    /// It is looked at differently.
    Choice,
    /// It is taken in.
    TakeIn,
    /// It is forgotten.
    Leave,
    /// What is typed of a return.
    Draft,
    /// Nothing makes it needless.
    Other,
}

impl Topic {
    /// Their order among each other is what the user did to the file at hand.
    pub fn is_of_the_file_at_hand(self) -> bool {
        matches!(self, Self::Look | Self::Choice | Self::TakeIn | Self::Leave)
    }
}

/// What a command is called while it runs and when it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    Open,
    Create,
    Sample,
    /// Too short to be named.
    Edit,
    Figures,
    Backup,
    /// Listing backups and how they are kept.
    Copies,
    Restore,
    Salvage,
    /// Looking at a file of returns.
    Look,
    /// Taking it in.
    Import,
    /// Looking at files that came, and taking in those that are forms.
    Arrive,
    /// Making forms.
    Forms,
    Customers,
    /// Reading files that are to lie beside a return.
    Attach,
    /// Laying a form out to be marked, and keeping it.
    Mark,
    Revision,
    /// Laying pages out.
    Pages,
    Write,
}

impl Command {
    /// What it is about.
    pub fn topic(&self) -> Topic {
        match self {
            Self::Figures { .. } => Topic::Figures,
            Self::Waves { .. } => Topic::Waves,
            Self::Make { .. } => Topic::Make,
            Self::LayOut { pages, .. } => match pages {
                Pages::Wave { .. } => Topic::WavePages,
                Pages::Form { .. } => Topic::FormPages,
            },
            Self::Page { number, .. } => Topic::Page(*number),
            Self::Look { .. } | Self::Reread { .. } => Topic::Look,
            Self::LookAgain { .. } => Topic::Choice,
            Self::TakeIn => Topic::TakeIn,
            Self::Leave => Topic::Leave,
            Self::KeepDraft(_) => Topic::Draft,
            _ => Topic::Other,
        }
    }

    /// Nobody will look at what an older command about that would find.
    pub fn replaces(&self, older: Topic) -> bool {
        match self {
            Self::Figures { .. } => older == Topic::Figures,
            Self::Waves { .. } => older == Topic::Waves,
            // Only the shown tab wants anything.
            Self::Make { .. } => older == Topic::Make,
            Self::LayOut { .. } | Self::Page { .. } | Self::KeepDraft(_) => older == self.topic(),
            Self::Look { .. } | Self::Reread { .. } | Self::Leave => {
                matches!(older, Topic::Look | Topic::Choice)
            }
            Self::Close => matches!(
                older,
                Topic::Figures
                    | Topic::Waves
                    | Topic::Make
                    | Topic::WavePages
                    | Topic::FormPages
                    | Topic::Page(_)
                    | Topic::Look
                    | Topic::Choice
            ),
            _ => false,
        }
    }

    /// It is finished though the window closes: the user was told it is done, or will find it.
    pub fn lasts(&self) -> bool {
        matches!(
            self,
            Self::Apply { .. }
                | Self::Remove { .. }
                | Self::KeepDraft(_)
                | Self::TakeIn
                | Self::Create(_)
                | Self::Sample(_)
                | Self::CopyRules { .. }
                | Self::SecondPlace { .. }
                | Self::Restore { .. }
        )
    }

    /// What it is called.
    pub fn job(&self) -> Job {
        match self {
            Self::Open { .. } => Job::Open,
            Self::Create(_) => Job::Create,
            Self::SaveCopy(_) => Job::Write,
            Self::Sample(_) => Job::Sample,
            Self::Close | Self::Apply { .. } | Self::Remove { .. } | Self::Leave => Job::Edit,
            Self::Forget { .. } | Self::KeepDraft(_) => Job::Edit,
            Self::Figures { .. } | Self::Waves { .. } | Self::Make { .. } => Job::Figures,
            Self::Backup => Job::Backup,
            Self::Copies(_) | Self::CopyRules { .. } | Self::SecondPlace { .. } => Job::Copies,
            Self::Restore { .. } => Job::Restore,
            Self::Salvage { .. } => Job::Salvage,
            Self::Look { .. } | Self::Reread { .. } | Self::LookAgain { .. } => Job::Look,
            Self::TakeIn => Job::Import,
            Self::Attach { .. } => Job::Attach,
            Self::OpenBlank { .. } | Self::OpenMarking { .. } | Self::KeepBlank(_) => Job::Mark,
            Self::Arrive { .. } => Job::Arrive,
            Self::MakeForms { .. } => Job::Forms,
            Self::Customers { .. } => Job::Customers,
            Self::Revision { .. } => Job::Revision,
            Self::LayOut { .. } | Self::Page { .. } | Self::ScanLine { .. } => Job::Pages,
            Self::Write(..) => Job::Write,
        }
    }
}
