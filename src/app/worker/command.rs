//! What the worker can be asked to do.

use std::path::PathBuf;

use crate::analysis::Filter;
use crate::chart::Chart;
use crate::i18n::Language;
use crate::model::{Period, Step, SurveyId, WaveId};
use crate::ui::{Export, Look, NewWorkspace, Output, Printed};

/// One piece of work.
#[derive(Clone, Debug)]
pub enum Command {
    /// Leave the open workspace and open another one.
    Open {
        path: PathBuf,
        read_only: bool,
    },
    Create(NewWorkspace),
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
        filter: Filter,
        number: u64,
    },
    /// Compute the figures of every wave of a survey.
    Waves {
        survey: SurveyId,
        filter: Filter,
        number: u64,
    },
    /// Fetch numbers for new things.
    Ids,
    Backup,
    /// Read a file of returns and say how it would be taken in; the number comes back.
    Look {
        path: PathBuf,
        survey: SurveyId,
        period: Period,
        number: u64,
    },
    /// The same for the file at hand, looked at differently.
    LookAgain {
        look: Look,
        number: u64,
    },
    /// Take the file at hand in.
    TakeIn,
    /// Forget it.
    Leave,
    /// Customers from a sheet.
    Customers(PathBuf),
    /// A definition workbook as the next revision.
    Revision {
        path: PathBuf,
        survey: SurveyId,
    },
    /// A chart to a file, or handed to the system's printer.
    Chart {
        chart: Box<Chart>,
        to: Output,
        path: PathBuf,
    },
    /// Lay the review material of a wave out; the number comes back with it.
    Review {
        survey: SurveyId,
        wave: WaveId,
        language: Language,
        number: u64,
    },
    /// A page of what was laid out last, with `scale` pixels a point.
    Page {
        page: usize,
        scale: f32,
        number: u64,
    },
    /// Pages to a file, or handed to the system's printer.
    Print {
        what: Printed,
        survey: SurveyId,
        wave: WaveId,
        language: Language,
        to: Output,
        path: PathBuf,
    },
    /// A workbook of something.
    Export {
        what: Export,
        survey: SurveyId,
        wave: Option<WaveId>,
        language: Language,
        path: PathBuf,
    },
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
    /// Looking at a file of returns.
    Look,
    /// Taking it in.
    Import,
    Customers,
    Revision,
    /// Laying pages out.
    Review,
    Write,
}

impl Command {
    /// What it is called.
    pub fn job(&self) -> Job {
        match self {
            Self::Open { .. } => Job::Open,
            Self::Create(_) => Job::Create,
            Self::Sample(_) => Job::Sample,
            Self::Close | Self::Apply { .. } | Self::Ids | Self::Leave => Job::Edit,
            Self::Figures { .. } | Self::Waves { .. } => Job::Figures,
            Self::Backup => Job::Backup,
            Self::Look { .. } | Self::LookAgain { .. } => Job::Look,
            Self::TakeIn => Job::Import,
            Self::Customers(_) => Job::Customers,
            Self::Revision { .. } => Job::Revision,
            Self::Review { .. } | Self::Page { .. } => Job::Review,
            Self::Chart { .. } | Self::Print { .. } | Self::Export { .. } => Job::Write,
        }
    }
}
