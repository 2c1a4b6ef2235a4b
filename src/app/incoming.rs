//! Files of returns on their way in: looked at one after the other, taken in one by one.

use std::path::PathBuf;

use egui::Context;

use super::desk::Shown;
use super::queue::Together;
use super::window::Window;
use super::worker::{Command, Job, TakenIn};
use crate::i18n::Language;
use crate::jobs::folder::Unfolded;
use crate::jobs::import::Carried;
use crate::jobs::{JobError, choose};
use crate::model::{ImportId, Period, RowChoice, WaveId};
use crate::tr;
use crate::ui::{Action, Incoming, IncomingAction, Look, Place, Stage, Tab};

impl Shown {
    /// The wave new returns go into: the one shown; without any the one of today.
    fn period_for_returns(&self, today: jiff::civil::Date) -> Result<Period, JobError> {
        if let Some(wave) = self.wave.and_then(|wave| self.data.wave(wave)) {
            return Ok(wave.period);
        }
        let survey = self.survey.and_then(|survey| self.data.survey(survey));
        let revision = choose::latest_revision(&self.data, survey.ok_or(JobError::NoSurvey)?)?;
        let kind = revision.questionnaire.rules.period;
        let month = u8::try_from(today.month()).unwrap_or(1);
        Period::holding(kind, today.year(), month)
            .ok_or_else(|| JobError::Unexpected("today lies in no period".to_owned()))
    }
}

impl Window {
    /// Puts files at the end of the line and looks at the first.
    pub(super) fn queue(&mut self, paths: &[PathBuf]) {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.shown.writable) else {
            return;
        };
        let queue = &mut desk.shown.queue;
        if queue.at_hand.is_none() && queue.waiting.is_empty() {
            queue.begin();
        }
        queue.waiting.extend(paths.iter().cloned());
        if desk.shown.queue.at_hand.is_some() {
            desk.shown.queue.count();
        } else {
            self.look_at_next();
        }
    }

    /// Looks at the next file in line, if there is one.
    fn look_at_next(&mut self) {
        let (today, language) = (self.today(), self.language());
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let shown = &mut desk.shown;
        shown.queue.shown = None;
        shown.queue.at_hand = None;
        shown.queue.reread = false;
        if shown.queue.waiting.is_empty() {
            return;
        }
        let (Some(survey), period) = (shown.survey, shown.period_for_returns(today)) else {
            return;
        };
        match period {
            Ok(period) => {
                let Some(path) = shown.queue.waiting.pop_front() else {
                    return;
                };
                shown.queue.at_hand = Some(path.clone());
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                let replaced = tr!(language, "repeat-replaced", file = file.as_ref());
                shown.queue.asked = number;
                self.worker.send(Command::Look {
                    path,
                    survey,
                    period,
                    encoding: shown.queue.encoding,
                    precedents: shown.queue.precedents.clone(),
                    said: Box::new(shown.queue.said.clone()),
                    replaced,
                    number,
                });
            }
            Err(error) => {
                shown.queue.waiting.clear();
                self.failed(Job::Look, &error);
            }
        }
    }

    /// Looks at what is kept of an import once more, unless another file is at hand.
    pub(super) fn reread(&mut self, import: ImportId) {
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.shown.writable) else {
            return;
        };
        let file = desk.shown.data.import(import).map(|it| it.file.clone());
        let queue = &mut desk.shown.queue;
        if let (Some(file), None) = (file, &queue.at_hand) {
            queue.at_hand = Some(file.into());
            queue.reread = true;
            queue.shown = None;
            queue.asked = number;
            self.worker.send(Command::Reread { import, number });
        }
    }

    /// What the user wants of the file on the mapping page.
    pub(super) fn incoming(&mut self, context: &Context, action: IncomingAction) {
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let queue = &mut desk.shown.queue;
        match action {
            IncomingAction::Look(look) => {
                if let Some(incoming) = &mut queue.shown {
                    queue.said.learn(incoming, &look);
                    foresee(incoming, &look);
                    if let Look::Encoding(encoding) = look {
                        queue.encoding = Some(encoding);
                    }
                    queue.asked = number;
                    let looks = vec![look];
                    self.worker.send(Command::LookAgain { looks, number });
                }
            }
            IncomingAction::Import => {
                if let Some(incoming) = queue.shown.as_mut().filter(|it| it.ready()) {
                    incoming.stage = Stage::Importing;
                    self.worker.send(Command::TakeIn);
                }
            }
            IncomingAction::Register => {
                // What waits behind it is looked at once the customers are known.
                let shown = queue.shown.take();
                if let Some(path) = queue.at_hand.take() {
                    let encoding = shown.and_then(|it| it.encoding);
                    self.worker.send(Command::Leave);
                    self.worker.send(Command::Customers { path, encoding });
                }
                self.perform(context, Action::Go(Place::Tab(Tab::Returns)));
            }
            IncomingAction::Skip => {
                self.worker.send(Command::Leave);
                self.go_on(context);
            }
            IncomingAction::LeaveOut => {
                if let Some(incoming) = &queue.shown {
                    queue.said.leave_out(incoming);
                }
                self.left_out(context);
            }
            IncomingAction::Leave => {
                queue.waiting.clear();
                self.worker.send(Command::Leave);
                self.go_on(context);
            }
        }
    }

    /// The file at hand does not come in, as was said of it or of one before it.
    fn left_out(&mut self, context: &Context) {
        let mut count = 0;
        if let Some(desk) = &mut self.desk {
            desk.shown.queue.left_out += 1;
            count = desk.shown.queue.left_out;
        }
        let words = tr!(self.language(), "said-left-out", count = count);
        self.say(context, words, None);
        self.worker.send(Command::Leave);
        self.go_on(context);
    }

    /// The next file, or back to the returns.
    fn go_on(&mut self, context: &Context) {
        self.look_at_next();
        let queue = self.desk.as_ref().map(|desk| &desk.shown.queue);
        let empty = queue.is_some_and(|queue| queue.at_hand.is_none());
        if empty {
            self.perform(context, Action::Go(Place::Tab(Tab::Returns)));
        }
    }

    /// Looks at what waits, if nothing else is at hand.
    pub(super) fn resume(&mut self) {
        let queue = self.desk.as_ref().map(|desk| &desk.shown.queue);
        if queue.is_some_and(|queue| queue.at_hand.is_none()) {
            self.look_at_next();
        }
    }

    /// A file was looked at.
    pub(super) fn looked(&mut self, context: &Context, number: u64, incoming: Incoming) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        let queue = &mut desk.shown.queue;
        if queue.asked != number {
            return;
        }
        let first = queue.shown.is_none();
        if first && !queue.reread && queue.said.leaves_out(&incoming) {
            return self.left_out(context);
        }
        queue.show(incoming);
        if let Some(incoming) = queue.shown.as_mut().filter(|it| first && it.alike) {
            incoming.stage = Stage::Importing;
            return self.worker.send(Command::TakeIn);
        }
        if first {
            self.perform(context, Action::Go(Place::Mapping));
        }
    }

    /// A file was taken in.
    pub(super) fn taken_in(&mut self, context: &Context, taken: TakenIn) {
        let language = self.language();
        let words = said(language, taken.returns, taken.issues);
        let words = match taken.carried {
            Some(carried) => format!("{words} {}", carried_over(language, carried)),
            None => words,
        };
        self.counter += 1;
        let (number, now) = (self.counter, context.input(|input| input.time));
        if let Some(desk) = &mut self.desk {
            desk.shown
                .history
                .push(taken.step.clone(), None, number, now);
        }
        let queue = self.desk.as_mut().map(|desk| &mut desk.shown.queue);
        let together = queue.and_then(|queue| {
            let alike = queue.answered(&taken);
            queue.further();
            alike.then_some(&queue.together)
        });
        let (words, act) = match together {
            Some(Together {
                imports,
                returns,
                issues,
            }) => {
                let said = said(language, *returns, *issues);
                let count = imports.len().saturating_sub(1);
                let words = tr!(language, "said-import-alike", said = said, count = count);
                (words, Action::UndoForms(imports.clone()))
            }
            None => (words, Action::UndoImport(taken.import.id)),
        };
        self.read_again(taken.fresh);
        self.show_wave_in(context, taken.period);
        self.say(context, words, Some(act));
        self.tell_beside(std::iter::once(&taken.import), taken.beside);
        match taken.form {
            true => self.try_waiting(context, taken.import.wave),
            false => self.go_on(context),
        }
    }

    /// How one form is read is known now: those that wait may need no question any more.
    fn try_waiting(&mut self, context: &Context, wave: WaveId) {
        let queue = self.desk.as_mut().map(|desk| &mut desk.shown.queue);
        let waiting = queue.map(|queue| std::mem::take(&mut queue.waiting));
        let files: Vec<PathBuf> = waiting.into_iter().flatten().collect();
        self.go_on(context);
        if !files.is_empty() {
            let unfolded = Unfolded {
                files,
                ..Unfolded::default()
            };
            self.worker.send(Command::Arrive {
                unfolded,
                filled: Some(wave),
                late: false,
            });
        }
    }

    /// Shows the wave the returns went into.
    fn show_wave_in(&mut self, context: &Context, period: Period) {
        let Some(desk) = &self.desk else {
            return;
        };
        let shown = &desk.shown;
        let wave = shown
            .survey
            .and_then(|survey| shown.data.wave_in(survey, period))
            .map(|wave| wave.id);
        if wave.is_some() && wave != shown.wave {
            self.show(context, |shown| shown.show_wave(wave));
        }
    }

    /// A file could not be looked at or taken in.
    pub(super) fn incoming_failed(&mut self, context: &Context) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        match &mut desk.shown.queue.shown {
            Some(incoming) => incoming.stage = Stage::Ready,
            None => self.go_on(context),
        }
    }
}

/// How much was taken in.
fn said(language: Language, count: usize, issues: usize) -> String {
    match issues {
        0 => tr!(language, "said-import", count = count),
        issues => tr!(
            language,
            "said-import-issues",
            count = count,
            issues = issues
        ),
    }
}

/// What went over from the import that was taken back.
fn carried_over(language: Language, carried: Carried) -> String {
    let over = tr!(
        language,
        "said-carried",
        corrected = carried.corrected,
        void = carried.void,
        settled = carried.settled
    );
    match carried.lost {
        0 => over,
        lost => format!(
            "{over} {}",
            tr!(language, "said-carried-lost", count = lost)
        ),
    }
}

/// Shows a choice at once; what it leads to comes later.
fn foresee(incoming: &mut Incoming, look: &Look) {
    incoming.stage = Stage::Reading;
    match look {
        Look::Period(period) => incoming.period = *period,
        Look::Target { columns, target } => {
            for at in columns {
                if let Some(column) = incoming.columns.get_mut(*at) {
                    column.target = *target;
                }
            }
        }
        Look::Reading { columns, reading } => {
            for at in columns {
                if let Some(column) = incoming.columns.get_mut(*at) {
                    column.reading = *reading;
                }
            }
        }
        Look::Numbered { column, numbered } => {
            if let Some(column) = incoming.columns.get_mut(*column) {
                column.numbered.clone_from(numbered);
            }
        }
        Look::KeepPrivate(keep) => incoming.keep_private = *keep,
        Look::Repeats { choice, .. } => incoming.repeats = Some(*choice),
        Look::PeriodSure => incoming.period_sure = true,
        Look::Row { row, returned } => {
            incoming.rows.retain(|it| it.row != *row);
            let said = |returned| RowChoice {
                row: *row,
                returned,
            };
            incoming.rows.extend(returned.map(said));
        }
        // These may fail, and then what is at hand stays.
        Look::Sheet(_) | Look::Encoding(_) | Look::Anew => {}
    }
}
