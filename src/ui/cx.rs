//! What a tab may see: everything, and change nothing.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Action, Blank, Incoming, Outbox, Preview, Ready, Running, ScanLines, Tab};
use crate::analysis::{Evidence, Filter, Finding, SameLine, Segment, Surveyed, WaveFigures};
use crate::chart::Compared;
use crate::edit::Intent;
use crate::i18n::Language;
use crate::model::{Data, Format, Ids, Revision, Survey, SurveyId, Wave, WaveId, WaveReturns};

/// What was read and computed of one wave.
#[derive(Clone, Debug)]
pub struct WaveView {
    pub wave: WaveId,
    pub returns: Arc<WaveReturns>,
    /// Over all valid returns.
    pub whole: Arc<WaveFigures>,
    /// Over those that pass [`Sight::filter`]; the same as `whole` without a filter.
    pub figures: Arc<WaveFigures>,
    /// What its returns can be filtered and split by.
    pub segments: Arc<Vec<Segment>>,
}

/// The shown wave beside an earlier one that the reader chose.
#[derive(Clone, Debug)]
pub struct SinceView {
    /// The earlier one.
    pub wave: WaveId,
    /// Its own figures, under [`Sight::filter`].
    pub before: Arc<WaveFigures>,
    /// Those of the shown wave, with what changed since.
    pub figures: Arc<WaveFigures>,
}

/// The figures of one of the survey's waves, for lines over all of them.
#[derive(Clone, Debug)]
pub struct TrendWave {
    pub wave: WaveId,
    /// Over the returns that pass [`Sight::filter`].
    pub figures: Arc<WaveFigures>,
}

/// What is shown, as far as it is made of data: the wave, its figures, and what they are
/// figures of.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    pub language: Language,
    pub data: &'a Data,
    pub survey: Option<&'a Survey>,
    /// The wave the window shows, of `survey`.
    pub wave: Option<&'a Wave>,
    pub filter: &'a Filter,
    /// The shown wave; `None` while it is being read.
    pub view: Option<&'a WaveView>,
    /// The wave before it, under the same filter; `None` while being read or without one.
    pub previous: Option<&'a WaveView>,
    /// Beside a chosen wave; `None` while being read, and where it is the one before.
    pub since: Option<&'a SinceView>,
    /// The wave chosen to be compared with; `None`: the one before.
    pub against: Option<WaveId>,
    /// Every wave of the survey under the same filter, oldest first; empty while being read.
    pub waves: &'a [TrendWave],
    /// What the same customers said in them; nothing under a filter.
    pub same: &'a [SameLine],
    /// Counts up with every change of `data` or `view`, so that what is made of them can be
    /// kept.
    pub version: u64,
}

/// The state of the window a tab is drawn from.
pub struct Cx<'a> {
    pub sight: Sight<'a>,
    pub today: Date,
    /// The workspace file.
    pub path: &'a Path,
    /// Edits are possible: the file is not held by somebody else nor write-protected.
    pub writable: bool,
    /// What `view` shows, in the order it should be said.
    pub findings: &'a Arc<Vec<Finding>>,
    /// What is shown is older than the last edit: new figures are on their way.
    pub stale: bool,
    /// What was made of the shown wave beside the drawing.
    pub ready: &'a Ready,
    /// Something long runs in the background.
    pub busy: bool,
    /// What it is and how far.
    pub running: Option<&'a Running>,
    /// The file on the mapping page.
    pub incoming: Option<&'a Incoming>,
    /// The form that is being marked.
    pub blank: Option<&'a Blank>,
    /// The pages of the review material.
    pub preview: &'a Preview,
    /// The pages of the form.
    pub form: &'a Preview,
    /// Lines of scans that were fetched.
    pub lines: &'a ScanLines,
    pub saved_at: Option<Timestamp>,
    pub last_backup: Option<Timestamp>,
    pub tab: Tab,
    pub can_undo: bool,
    pub can_redo: bool,
    pub ids: &'a Ids,
    pub outbox: &'a Outbox,
    /// What files can be saved as.
    pub formats: &'a [Format],
}

impl<'a> Deref for Cx<'a> {
    type Target = Sight<'a>;

    fn deref(&self) -> &Sight<'a> {
        &self.sight
    }
}

impl Cx<'_> {
    /// Asks for something to be done once the frame is drawn, if it is wanted.
    pub fn ask(&self, action: impl Into<Option<Action>>) {
        self.outbox.ask(action);
    }

    /// Asks for an edit, if it is wanted.
    pub fn edit(&self, intent: impl Into<Option<Intent>>) {
        self.ask(intent.into().map(Action::Do));
    }

    /// A number for something new.
    pub fn fresh_id(&self) -> i64 {
        self.ids.fresh()
    }
}

impl<'a> Sight<'a> {
    /// The revision of the shown wave; without a wave the newest of the survey.
    pub fn revision(&self) -> Option<&'a Revision> {
        match self.wave {
            Some(wave) => self.data.revision(wave.revision),
            None => self.data.revisions_of(self.survey?.id).next_back(),
        }
    }

    /// The shown wave as analysis wants it.
    pub fn surveyed(&self) -> Option<Surveyed<'a>> {
        let view = self.view?;
        self.surveyed_as(view.wave, &view.figures)
    }

    /// The wave before it.
    pub fn surveyed_before(&self) -> Option<Surveyed<'a>> {
        let view = self.previous?;
        self.surveyed_as(view.wave, &view.figures)
    }

    /// The shown wave beside the one before it.
    pub fn compared(&self) -> Option<Compared<'a>> {
        Some(Compared {
            current: self.surveyed()?,
            previous: self.surveyed_before(),
            chosen: false,
            revisions: &self.data.revisions,
        })
    }

    /// The shown wave beside the one chosen to be compared with; the one before unless another
    /// is.
    pub fn compared_since(&self) -> Option<Compared<'a>> {
        let Some(since) = self.since else {
            return self.compared();
        };
        Some(Compared {
            current: self.surveyed_as(self.view?.wave, &since.figures)?,
            previous: self.surveyed_as(since.wave, &since.before),
            chosen: true,
            revisions: &self.data.revisions,
        })
    }

    /// What the findings of the shown wave rest on.
    pub fn evidence(&self) -> Option<Evidence<'a>> {
        let view = self.view?;
        Some(Evidence {
            current: self.surveyed()?,
            previous: self.surveyed_before(),
            revisions: &self.data.revisions,
            returns: &view.returns,
            frame: self.data.frame(view.wave),
            customers: &self.data.customers,
            filter: self.filter,
        })
    }

    /// The shown wave and the one before it, whatever the filter.
    pub fn surveyed_whole(&self) -> (Option<Surveyed<'a>>, Option<Surveyed<'a>>) {
        let whole = |view: &'a WaveView| self.surveyed_as(view.wave, &view.whole);
        (self.view.and_then(whole), self.previous.and_then(whole))
    }

    /// Every wave of the survey, oldest first.
    pub fn surveyed_all(&self) -> Vec<Surveyed<'a>> {
        let waves = self.waves.iter();
        waves
            .filter_map(|known| self.surveyed_as(known.wave, &known.figures))
            .collect()
    }

    fn surveyed_as(&self, wave: WaveId, figures: &'a WaveFigures) -> Option<Surveyed<'a>> {
        let wave = self.data.wave(wave)?;
        Some(Surveyed {
            wave,
            revision: self.data.revision(wave.revision)?,
            figures,
        })
    }
}

/// What a [`Sight`] looks at, held on to: to make something of it on another thread. Copies
/// share the lists and figures.
#[derive(Clone, Debug)]
pub struct Basis {
    pub language: Language,
    pub data: Arc<Data>,
    pub survey: Option<SurveyId>,
    pub wave: Option<WaveId>,
    pub filter: Filter,
    pub view: Option<WaveView>,
    pub previous: Option<WaveView>,
    pub since: Option<SinceView>,
    pub against: Option<WaveId>,
    pub waves: Vec<TrendWave>,
    pub same: Arc<[SameLine]>,
    pub version: u64,
}

impl Basis {
    /// Nothing of it yet.
    pub fn of(data: Arc<Data>, language: Language) -> Self {
        Self {
            language,
            data,
            survey: None,
            wave: None,
            filter: Filter::default(),
            view: None,
            previous: None,
            since: None,
            against: None,
            waves: Vec::new(),
            same: Arc::default(),
            version: 0,
        }
    }

    /// What is seen of it.
    pub fn sight(&self) -> Sight<'_> {
        Sight {
            language: self.language,
            data: &self.data,
            survey: self.survey.and_then(|survey| self.data.survey(survey)),
            wave: self.wave.and_then(|wave| self.data.wave(wave)),
            filter: &self.filter,
            view: self.view.as_ref(),
            previous: self.previous.as_ref(),
            since: self.since.as_ref(),
            against: self.against,
            waves: &self.waves,
            same: &self.same,
            version: self.version,
        }
    }
}
