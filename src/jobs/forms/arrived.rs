//! Which forms are wanted, and what files came to.

use std::path::PathBuf;

use super::gather::Missing;
use crate::jobs::JobError;
use crate::model::{Import, Issue, Period, Step, SurveyId, Touched, Wave, WaveId};

/// Which forms are wanted; all of the workspace, unless it says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    pub survey: Option<SurveyId>,
    pub period: Option<Period>,
    /// The wave of what a firm's own forms say, which do not tell themselves.
    pub filled: Option<WaveId>,
    /// What comes to a wave that is closed is known to be late, and taken in as such.
    pub late: bool,
}

impl Wanted {
    pub(super) fn takes(self, wave: &Wave) -> bool {
        self.survey.is_none_or(|it| it == wave.survey)
            && self.period.is_none_or(|it| it == wave.period)
    }
}

/// A form that was taken in.
#[derive(Clone, Debug)]
pub struct TakenForm {
    pub path: PathBuf,
    /// Of the file at that path: a form it completes may begin in another.
    pub sha256: String,
    pub import: Import,
    /// Returns of it that a rule of the survey makes void.
    pub void: usize,
    pub issues: Vec<Issue>,
}

/// Forms of one file that came after the wave was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// All that its pages lie in, the one it begins in first.
    pub files: Vec<PathBuf>,
    pub wave: WaveId,
    pub returns: usize,
}

/// What files came to.
#[derive(Debug, Default)]
pub struct Arrived {
    /// In the order of the files.
    pub taken: Vec<TakenForm>,
    /// Forms that were not, with the reason.
    pub refused: Vec<(PathBuf, JobError)>,
    /// Files of forms to a wave that is closed, which nobody said are late.
    pub late: Vec<Late>,
    /// Pages that are missing of forms that were scanned.
    pub missing: Vec<Missing>,
    /// Files that brought further pages of a form, with whose it is.
    pub completed: Vec<(PathBuf, String)>,
    /// Pages of scans that are none of a form's, from 1, with their files.
    pub unread: Vec<(PathBuf, Vec<usize>)>,
    /// Files that are no forms.
    pub others: Vec<PathBuf>,
    /// What its inverse takes back; `None` when nothing was taken in.
    pub step: Option<Step>,
    pub touched: Touched,
}
