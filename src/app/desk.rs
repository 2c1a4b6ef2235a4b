//! The open workspace as the window shows it.

use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::history::History;
use super::queue::Queue;
use super::worker::{Fresh, Opened};
use crate::analysis::{Filter, Finding};
use crate::edit::Known;
use crate::i18n::Language;
use crate::model::{Ids, SurveyId, Wave, WaveId};
use crate::paper::FORMATS;
use crate::ui::{
    Basis, Blank, Cx, Outbox, Place, Preview, Ready, Running, ScanLines, SinceView, Tab, Tabs,
    Wanted, WaveView,
};

/// Pages of a form that are kept as pictures.
const FORM_PAGES: usize = 12;

/// The tabs and what they show, apart, since a tab changes while it looks.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) tabs: Tabs,
    pub(super) shown: Shown,
}

/// What is open, what of it is shown, and what can be taken back.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) path: PathBuf,
    pub(super) writable: bool,
    /// What of it is shown.
    pub(super) basis: Basis,
    pub(super) saved_at: Option<Timestamp>,
    pub(super) last_backup: Option<Timestamp>,
    pub(super) findings: Arc<Vec<Finding>>,
    pub(super) tab: Tab,
    /// Where the user came from, with the wave that was shown there if another was only looked
    /// at since.
    pub(super) trail: Vec<(Place, Option<WaveId>)>,
    pub(super) here: Place,
    pub(super) ids: Ids,
    /// Who works here.
    pub(super) who: String,
    pub(super) outbox: Outbox,
    pub(super) history: History,
    /// Files of returns on their way in.
    pub(super) queue: Queue,
    /// The form that is being marked.
    pub(super) blank: Option<Blank>,
    /// The pages of the review material.
    pub(super) preview: Preview,
    /// The pages of the form.
    pub(super) form: Preview,
    /// Lines of scans that were looked at.
    pub(super) lines: ScanLines,
    /// Edits on their way to the file.
    pub(super) under_way: usize,
    /// The figures asked for last; older answers are of no use.
    pub(super) asked: u64,
    /// Those asked for last have come.
    pub(super) answered: bool,
    /// What the shown tab wanted made last, of which version and under which number.
    pub(super) wanted: Option<(Wanted, u64, u64)>,
    pub(super) ready: Ready,
}

impl Desk {
    /// A workspace just opened, at its newest wave.
    pub(super) fn new(opened: Opened, language: Language) -> Self {
        let typed = opened.typed;
        let mut shown = Shown {
            path: opened.path,
            writable: opened.writable,
            basis: Basis::of(opened.fresh.data, language),
            saved_at: opened.fresh.saved_at,
            last_backup: opened.fresh.last_backup,
            findings: Arc::default(),
            tab: Tab::Questionnaire,
            trail: Vec::new(),
            here: Place::Tab(Tab::Questionnaire),
            ids: opened.ids,
            who: opened.who,
            outbox: Outbox::default(),
            history: History::default(),
            queue: Queue::default(),
            blank: None,
            preview: Preview::of(1),
            form: Preview::of(FORM_PAGES),
            lines: ScanLines::default(),
            under_way: 0,
            asked: 0,
            answered: true,
            wanted: None,
            ready: Ready::default(),
        };
        let survey = shown.data.surveys.first().map(|survey| survey.id);
        shown.show_survey(survey);
        if shown.wave.is_some() {
            shown.tab = Tab::Scores;
            shown.here = Place::Tab(Tab::Scores);
        }
        let mut tabs = Tabs::default();
        tabs.returns.take_up(&typed);
        Self { tabs, shown }
    }
}

impl Deref for Shown {
    type Target = Basis;

    fn deref(&self) -> &Basis {
        &self.basis
    }
}

impl DerefMut for Shown {
    fn deref_mut(&mut self) -> &mut Basis {
        &mut self.basis
    }
}

impl Shown {
    /// Another survey, at its newest wave.
    pub(super) fn show_survey(&mut self, survey: Option<SurveyId>) {
        self.survey = survey;
        self.filter = Filter::default();
        self.against = None;
        self.waves.clear();
        self.same = Arc::default();
        let newest = survey.and_then(|survey| self.data.waves_of(survey).next_back());
        self.show_wave(newest.map(|wave| wave.id));
    }

    pub(super) fn show_wave(&mut self, wave: Option<WaveId>) {
        self.wave = wave;
        self.version += 1;
        self.view = None;
        self.previous = None;
        self.since = None;
        self.keep_against();
        self.findings = Arc::default();
        self.ready = Ready::default();
        self.answered = wave.is_none();
    }

    /// Whether a wave comes before the shown one, and not right before it: that one is compared
    /// with anyway.
    fn earlier(&self, other: WaveId) -> bool {
        let before = |wave: WaveId| self.data.wave_before(wave).map(|it| it.id);
        let next = self.wave.and_then(before);
        let mut all = std::iter::successors(next, |wave| before(*wave));
        next != Some(other) && all.any(|it| it == other)
    }

    /// Lets go of a chosen wave that cannot be compared with any more.
    pub(super) fn keep_against(&mut self) {
        self.against = self.against.filter(|other| self.earlier(*other));
    }

    /// Compares with another wave from now on.
    pub(super) fn compare_with(&mut self, other: WaveId) {
        self.against = Some(other).filter(|other| self.earlier(*other));
    }

    /// The figures asked for last have come; gives what they take the place of.
    pub(super) fn figured(
        &mut self,
        view: WaveView,
        (previous, since): (Option<WaveView>, Option<SinceView>),
        findings: Arc<Vec<Finding>>,
    ) -> (Option<WaveView>, Ready) {
        self.version += 1;
        // What nobody sees would hold on to what was read before.
        let seen = matches!(self.tab, Tab::Returns | Tab::Scores);
        let ready = match seen {
            true => Ready::default(),
            false => std::mem::take(&mut self.ready),
        };
        self.previous = previous;
        self.since = since;
        self.findings = findings;
        self.answered = true;
        (self.view.replace(view), ready)
    }

    /// The file's own data, unless newer edits are on their way. True when figures have to be
    /// computed again.
    pub(super) fn refresh(&mut self, fresh: Fresh) -> bool {
        self.version += 1;
        if self.under_way == 0 {
            self.data = fresh.data;
        }
        self.saved_at = fresh.saved_at.or(self.saved_at);
        self.last_backup = fresh.last_backup.or(self.last_backup);
        let gone = |wave| self.data.wave(wave).is_none();
        if self.survey.is_none() || self.wave.is_none_or(gone) {
            let first = self.data.surveys.first().map(|survey| survey.id);
            let shown = self.survey.filter(|id| self.data.survey(*id).is_some());
            self.show_survey(shown.or(first));
            return self.wave.is_some();
        }
        // Lines go over all waves of the survey.
        let mut waves = self
            .survey
            .into_iter()
            .flat_map(|id| self.data.waves_of(id));
        let reached = |wave: &Wave| fresh.touched.waves.contains(&wave.id);
        fresh.touched.everything || waves.any(reached)
    }

    /// What an operation works on.
    pub(super) fn known(&self, today: Date) -> Known<'_> {
        Known {
            data: &self.data,
            returns: self.view.as_ref().map(|view| view.returns.as_ref()),
            ids: &self.ids,
            today,
            who: &self.who,
        }
    }

    /// What tabs may see.
    pub(super) fn cx<'a>(&'a self, today: Date, running: Option<&'a Running>) -> Cx<'a> {
        Cx {
            sight: self.basis.sight(),
            today,
            path: &self.path,
            writable: self.writable,
            findings: &self.findings,
            stale: !self.answered || self.under_way > 0,
            ready: &self.ready,
            busy: running.is_some(),
            running,
            incoming: self.queue.shown.as_ref(),
            blank: self.blank.as_ref(),
            preview: &self.preview,
            form: &self.form,
            lines: &self.lines,
            saved_at: self.saved_at,
            last_backup: self.last_backup,
            tab: self.tab,
            can_undo: self.writable && self.history.can_undo(),
            can_redo: self.writable && self.history.can_redo(),
            ids: &self.ids,
            outbox: &self.outbox,
            formats: &FORMATS,
        }
    }
}
