//! What the user asked for. A tab returns one; `app::perform` does it.

use std::path::PathBuf;

use super::{Edition, Place, Sight};
use crate::analysis::Filter;
use crate::chart::Chart;
use crate::edit::Intent;
use crate::i18n::Language;
use crate::model::{
    AttachmentId, BestEnd, CopyRules, CustomerId, FormKind, Format, ImportId, LineageId, Marking,
    MarkingId, Period, Reading, RepeatChoice, ReturnId, RevisionId, SurveyId, Target, TextEncoding,
    WaveId,
};
use crate::report::Report;

/// A wish of the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A workspace: make, open, leave.
    Workspace(WorkspaceAction),
    /// Show another survey.
    Survey(SurveyId),
    /// Add a survey of that name.
    NewSurvey(String),
    /// Show another wave.
    Wave(WaveId),
    /// Lead somewhere, and remember the way back.
    Go(Place),
    /// Show another wave and lead somewhere in it.
    Look {
        wave: WaveId,
        place: Place,
    },
    /// The way back.
    Back,
    /// Open the guide, or close it.
    Help,
    /// Open the search over everything.
    Search,
    /// One edit, kept in one transaction and undone in one.
    Do(Intent),
    Undo,
    Redo,
    /// Only returns that pass count in the figures.
    Filter(Filter),
    /// Compare the scores with this earlier wave.
    Against(WaveId),
    /// Ask for a file and take it in.
    Pick(Pick),
    /// Files were dropped or named: find out what each is and take it in.
    Take(Vec<PathBuf>),
    /// The file on the mapping page.
    Incoming(IncomingAction),
    /// A form of the firm's own that is marked.
    Mark(MarkAction),
    /// Open the wave of a period with the newest revision, and show it.
    OpenWave(Period),
    /// Take an import back, whenever it was.
    UndoImport(ImportId),
    /// Take back forms that came in together.
    UndoForms(Vec<ImportId>),
    /// What is kept of an imported file.
    Kept(ImportId, Kept),
    /// Map what is kept of an imported file once more, to take its place.
    Reread(ImportId),
    /// What is typed of a return is kept beside the workspace until it is whole; nothing: it
    /// is.
    KeepDraft(String),
    /// Files are laid beside a return.
    Attach(ReturnId, Vec<PathBuf>),
    /// A file that lies beside a return is saved.
    SaveAttachment(AttachmentId),
    /// What a scanned return says to an item, as a picture.
    ScanLine(ReturnId, LineageId),
    /// Write something out.
    Export(Export),
    /// Make the form of the shown wave for each of these customers, in a folder that is asked
    /// for.
    MakeForms(FormKind, Vec<CustomerId>),
    /// A chart to a file, the printer or the clipboard.
    Chart {
        chart: Box<Chart>,
        to: Output,
    },
    /// A document to a file or the printer.
    Report {
        report: Box<Report>,
        to: Output,
    },
    /// Pages to look at, to print and to save.
    Pages(PagesAction),
    /// Stop what runs in the background.
    Cancel,
    /// What was to be made for the shown tab was called off, and is wanted after all.
    MakeAgain,
    /// Keep a copy of the workspace now.
    Backup,
    Language(Language),
    /// Dark or light.
    Dark(bool),
    /// Say something for a few seconds.
    Say(String),
}

/// What is done with the file on the mapping page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncomingAction {
    /// Look at it differently.
    Look(Look),
    /// Take it in.
    Import,
    /// Take it in as the customer register it is.
    Register,
    /// Leave it out and go on with the next one.
    Skip,
    /// Leave it out, and those behind it that speak of the same period.
    LeaveOut,
    /// Leave it and all that wait behind it out.
    Leave,
}

/// What is done with a form that is marked.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkAction {
    /// Lay it out.
    Open(PathBuf),
    /// Lay the file of returns out that is at hand.
    AtHand,
    /// Mark one otherwise that was marked.
    Edit(MarkingId),
    Keep(Box<Marking>),
    /// Save one with its marks in its cells.
    Save(MarkingId),
    /// Leave it as it was.
    Leave,
}

/// What is done with what is kept of an imported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Save it as a file.
    Save,
    /// Remove it; the returns stay.
    Drop,
    /// Remove an import that was taken back, with its returns, for good.
    Forget,
}

/// How a file is looked at before it is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// At another of its sheets, by its place in the file.
    Sheet(usize),
    /// Decoded as another encoding, where it is a text.
    Encoding(TextEncoding),
    /// For the wave of another period.
    Period(Period),
    /// Columns taken for something else.
    Target { columns: Vec<usize>, target: Target },
    /// Columns read differently.
    Reading {
        columns: Vec<usize>,
        reading: Reading,
    },
    /// The option each number of a column from 1 on means.
    Numbered {
        column: usize,
        numbered: Vec<Option<u8>>,
    },
    /// Kept as it came, or without its private columns.
    KeepPrivate(bool),
    /// A row is a return, is none, or is what it looks like.
    Row { row: u32, returned: Option<bool> },
    /// What becomes of returns that came in before with other answers, and what those say whose
    /// place the newer ones take.
    Repeats {
        choice: RepeatChoice,
        replaced: String,
    },
    /// The period is right, whatever the file speaks of.
    PeriodSure,
    /// As the titles and values say, without what an earlier file was taken for.
    Anew,
}

/// What is done with workspaces.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkspaceAction {
    /// The page that asks for a new one.
    New,
    /// Make it.
    Create(NewWorkspace),
    /// Ask for a file and open it.
    Open,
    OpenPath(PathBuf),
    /// Look at it without writing, while somebody else has it.
    OpenReadOnly(PathBuf),
    /// Make the sample company and open it.
    Sample,
    /// Ask for another place, write it there and go on with that.
    SaveCopy,
    /// The dialog for its names.
    Info,
    /// The dialog for its backups, or those of a workspace that cannot be opened.
    Copies(Option<PathBuf>),
    /// A backup takes the workspace's place.
    Restore {
        path: PathBuf,
        name: String,
    },
    /// Ask where what can be got out of a damaged workspace goes, and get it out.
    Salvage(PathBuf),
    /// How backups are kept on this machine.
    CopyRules(CopyRules),
    /// The dialog for another survey in it.
    NewSurvey,
    /// Back to the welcome page.
    Close,
    /// Forget the list of recent files.
    ForgetRecent,
}

/// What a new workspace begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewWorkspace {
    pub company: String,
    /// Document number of the management-review material.
    pub document: String,
    /// Name of its first survey.
    pub survey: String,
    pub path: PathBuf,
    /// A definition workbook or an export to begin with; `None`: blank.
    pub definition: Option<PathBuf>,
    /// Which end of the scales of an export is the best, once that was asked.
    pub best: Option<BestEnd>,
    /// Of what the program puts in its own words.
    pub language: Language,
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pick {
    /// Returns, one or more files.
    Returns,
    /// Files of any kind to lie beside a return.
    Attachments(ReturnId),
    /// A customer register.
    Customers,
    /// A form of the firm's own, to be marked.
    Blank,
    /// A definition workbook as the next revision.
    Definition,
    /// Where a new workspace is to be kept.
    NewWorkspace,
    /// The definition workbook a new workspace begins with.
    NewDefinition,
    /// A workspace to open.
    Workspace,
    /// A folder that gets each backup too.
    SecondPlace,
}

/// What can be written to an Excel file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    Definition,
    Returns,
    Scores,
    /// Who has not answered.
    Unanswered,
    /// What waits to be settled, to be filled in and read back.
    Issues,
}

/// What is done with pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PagesAction {
    /// Lay them out to be looked at.
    LayOut(Edition),
    /// Show a page of those laid out under the number, counted from 0, with `scale` pixels a
    /// point.
    Page {
        number: u64,
        page: usize,
        scale: f32,
    },
    /// To a file or the printer.
    Save { pages: Pages, to: Output },
}

/// What is written on pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// What a wave found, in a language of its own.
    Wave {
        what: Printed,
        survey: SurveyId,
        wave: WaveId,
        language: Language,
    },
    /// The form of a revision, in the language of its texts; in `otherwise` while it has none.
    Form {
        revision: RevisionId,
        otherwise: Language,
    },
}

impl Pages {
    /// Pages about the wave that is shown, if there is one.
    pub fn of_wave(what: Printed, sight: &Sight<'_>, language: Language) -> Option<Self> {
        Some(Self::Wave {
            what,
            survey: sight.survey?.id,
            wave: sight.wave?.id,
            language,
        })
    }

    /// To a file or the printer.
    pub fn save(self, to: Output) -> Action {
        Action::Pages(PagesAction::Save { pages: self, to })
    }
}

/// What is printed for the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The whole material.
    Review,
    /// The lines of index and dimensions.
    Trend,
    /// The scores of the wave.
    Scores,
}

/// Where a chart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file.
    File(Format),
    /// Handed to the system as PDF.
    Print,
    /// As a picture.
    Clipboard,
}
