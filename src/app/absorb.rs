//! Takes in what came back: answers of file dialogs, events of the worker.

use std::path::Path;
use std::sync::Arc;

use egui::{ColorImage, Context};
use jiff::Timestamp;

use super::desk::{Desk, Shown};
use super::dialogs::{Answer, Kind, Question};
use super::notice::Notice;
use super::window::Window;
use super::worker::{Command, Event, Fresh, Job, Opened};
use crate::analysis::{Finding, SameLine};
use crate::edit::Intent;
use crate::i18n::step;
use crate::jobs::{JobError, copy_note, explain};
use crate::model::Step;
use crate::store::copies::Note;
use crate::tr;
use crate::ui::{Ready, SinceView, TrendWave, WaveView};

impl Window {
    /// Everything that came since the last frame.
    pub(super) fn absorb(&mut self, context: &Context) {
        while let Ok(Answer {
            question,
            paths,
            unasked,
        }) = self.answers.1.try_recv()
        {
            if unasked {
                self.ask_for_path(question);
            } else {
                // The system has asked whether what is there is replaced.
                self.answered(context, question, &paths, true);
            }
        }
        while let Some(found) = self.scout.receive() {
            self.unfolded(context, found);
        }
        while let Some(event) = self.worker.receive() {
            self.event(context, event);
        }
    }

    /// What is saved begins beside the workspace: where the program was started is no place.
    fn ask_for_path(&mut self, question: Question) {
        let open = self.desk.as_ref().map(|desk| &desk.shown.path);
        let typed = match open.filter(|_| question.kind == Kind::Save) {
            Some(path) => {
                let beside = path.with_file_name(&question.name);
                let whole = std::path::absolute(&beside).unwrap_or(beside);
                whole.display().to_string()
            }
            None => question.name.clone(),
        };
        self.notices.push_back(Notice::Path {
            question: Box::new(question),
            typed,
        });
    }

    fn event(&mut self, context: &Context, event: Event) {
        match event {
            Event::Opened(opened) => self.opened(*opened),
            Event::Closed => self.closed(),
            Event::Kept { number, fresh } => self.kept(context, number, fresh),
            Event::Removed { step, fresh } => self.removed(context, &step, fresh),
            Event::Refused {
                number,
                error,
                fresh,
            } => self.refused(number, &error, fresh.map(|fresh| *fresh)),
            Event::Attachable { returned, files } => {
                self.carry_out(context, &Intent::Attach(returned, files));
            }
            Event::Prepared { step, found } => self.prepared(context, step, &found),
            Event::Figures {
                number,
                view,
                previous,
                since,
                findings,
            } => self.figured(number, *view, (previous.map(|view| *view), since), findings),
            Event::Waves {
                number,
                waves,
                same,
            } => self.lined(number, waves, same),
            Event::Made { number, ready } => self.made(number, ready),
            Event::Copies { path, known } => self.copies_known(&path, known),
            Event::Restored { kept, opened } => {
                self.restored(context, kept.as_deref(), *opened);
            }
            Event::NotRestored { error, opened } => {
                self.opened(*opened);
                self.failed(Job::Restore, &error);
            }
            Event::OfCopies(note) => self.of_copies(&note),
            Event::CopySaved(opened) => self.copy_saved(context, *opened),
            Event::Salvaged { new, salvaged } => self.salvaged(&new, &salvaged),
            Event::BackedUp(at) => self.backed_up(context, at),
            Event::Written { path, lacking } => self.written(context, &path, &lacking),
            Event::Occupied(again) => self.notices.push_back(Notice::Occupied(again)),
            Event::Printed { lacking } => {
                let words = tr!(self.language(), "said-printed");
                self.say_of_paper(context, words, &lacking);
            }
            Event::Picture(picture) => self.copied(context, picture),
            Event::Laid { number, laid } => self.laid(number, *laid),
            Event::Page {
                number,
                page,
                pixels,
            } => self.page(context, number, page, pixels),
            Event::ScanLine { line, pixels } => self.line_fetched(context, line, pixels),
            Event::Incoming { number, incoming } => self.looked(context, number, *incoming),
            Event::Blank(blank) => self.blank_opened(context, *blank),
            Event::Markable { marking, filled } => self.markable(context, marking, filled),
            Event::FormsMade(made) => self.forms_made(context, &made),
            Event::Arrived(arrival) => self.arrived(context, *arrival),
            Event::TakenIn(taken) => self.taken_in(context, *taken),
            Event::Left => {}
            Event::Failed { job, error } => self.given_up(context, job, &error),
        }
    }

    fn copy_saved(&mut self, context: &Context, opened: Opened) {
        let name = opened.path.display().to_string();
        self.opened(opened);
        let words = tr!(self.language(), "said-copy-saved", file = name);
        self.say(context, words, None);
    }

    fn figured(
        &mut self,
        number: u64,
        view: WaveView,
        beside: (Option<WaveView>, Option<SinceView>),
        findings: Arc<Vec<Finding>>,
    ) {
        if let Some(shown) = self.awaiting(number) {
            let (view, ready) = shown.figured(view, beside, findings);
            self.forget(view, ready);
        }
    }

    /// Letting go of 100,000 returns takes longer than a frame may.
    pub(super) fn forget(&mut self, view: Option<WaveView>, ready: Ready) {
        if view.is_some() || !ready.is_empty() {
            self.worker.send(Command::Forget { view, ready });
        }
    }

    fn lined(&mut self, number: u64, waves: Vec<TrendWave>, same: Vec<SameLine>) {
        if let Some(shown) = self.awaiting(number) {
            shown.waves = waves;
            shown.same = same.into();
            shown.version += 1;
        }
    }

    fn closed(&mut self) {
        self.desk = None;
        self.unpacked.clear();
        self.info = None;
        self.copies = None;
        self.new_survey = None;
    }

    fn copied(&mut self, context: &Context, picture: ColorImage) {
        context.copy_image(picture);
        self.say(context, tr!(self.language(), "said-copied"), None);
    }

    /// A job failed, and what waited for it goes on.
    fn given_up(&mut self, context: &Context, job: Job, error: &JobError) {
        if self.offers_marking(job, error) {
            return;
        }
        self.failed(job, error);
        match job {
            Job::Look | Job::Import => self.incoming_failed(context),
            Job::Customers => self.resume(),
            _ => {}
        }
    }

    fn backed_up(&mut self, context: &Context, at: Option<Timestamp>) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        desk.shown.last_backup = at;
        let folder = crate::store::copies::folder(&desk.shown.path);
        let folder = folder.file_name().unwrap_or_default().to_string_lossy();
        let words = tr!(self.language(), "said-backup", folder = folder.into_owned());
        self.say(context, words, None);
    }

    fn of_copies(&mut self, note: &Note) {
        let language = self.language();
        let title = tr!(language, "failed-copies");
        let path = self.desk.as_ref().map(|desk| &*desk.shown.path);
        let words = copy_note(path.unwrap_or(Path::new("")), note, language);
        self.notices.push_back(Notice::Failed { title, words });
    }

    fn written(&mut self, context: &Context, path: &Path, lacking: &str) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let words = tr!(self.language(), "said-written", file = name.into_owned());
        self.say_of_paper(context, words, lacking);
    }

    /// What came of it, and which characters are boxes on it.
    fn say_of_paper(&mut self, context: &Context, words: String, lacking: &str) {
        let words = if lacking.is_empty() {
            words
        } else {
            let language = self.language();
            tr!(language, "said-lacking", said = words, lacking = lacking)
        };
        self.say(context, words, None);
    }

    /// What is shown, if these are the figures asked for last.
    fn awaiting(&mut self, number: u64) -> Option<&mut Shown> {
        let shown = self.desk.as_mut().map(|desk| &mut desk.shown)?;
        (shown.asked == number).then_some(shown)
    }

    pub(super) fn opened(&mut self, opened: Opened) {
        self.left_aside(&opened.warnings);
        self.tell_assumed(&opened.assumed);
        if !opened.others_are_told {
            let language = self.language();
            let title = tr!(language, "lockless-title");
            let words = tr!(language, "lockless");
            self.notices.push_back(Notice::Failed { title, words });
        }
        let desk = Desk::new(opened, self.language());
        let newest = desk.shown.wave.and_then(|wave| desk.shown.data.wave(wave));
        let period = newest.map(|wave| wave.period);
        self.settings
            .opened(&desk.shown.path, period, Timestamp::now());
        self.desk = Some(desk);
        self.new = None;
        self.compute();
    }

    pub(super) fn refresh(&mut self, fresh: Fresh) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        if desk.shown.refresh(fresh) {
            self.compute();
        }
    }

    fn kept(&mut self, context: &Context, number: u64, fresh: Result<Box<Fresh>, JobError>) {
        let mut waiting = None;
        if let Some(desk) = &mut self.desk {
            desk.shown.under_way = desk.shown.under_way.saturating_sub(1);
            waiting = desk.shown.history.kept(number);
        }
        self.read_again(fresh.map(|fresh| *fresh));
        if let Some(turn) = waiting {
            self.turn(context, turn);
        }
    }

    fn removed(&mut self, context: &Context, step: &Step, fresh: Result<Box<Fresh>, JobError>) {
        if let Some(desk) = &mut self.desk {
            desk.shown.under_way = desk.shown.under_way.saturating_sub(1);
        }
        self.read_again(fresh.map(|fresh| *fresh));
        if let Some(words) = step::done(self.language(), step) {
            self.say(context, words, None);
        }
    }

    /// What stands in the file after something was kept; if that cannot be told, what was done
    /// is kept all the same, and is not reported as if it were not.
    pub(super) fn read_again(&mut self, fresh: Result<Fresh, JobError>) {
        match fresh {
            Ok(fresh) => self.refresh(fresh),
            Err(error) => {
                let language = self.language();
                let reason = explain(&error, language);
                self.notices.push_back(Notice::Failed {
                    title: tr!(language, "kept-unread"),
                    words: tr!(language, "kept-unread-why", reason = reason),
                });
            }
        }
    }

    fn refused(&mut self, number: u64, error: &JobError, fresh: Option<Fresh>) {
        // What was said before the file had it is not so.
        self.said = None;
        let mut stuck = None;
        if let Some(desk) = &mut self.desk {
            desk.shown.under_way = desk.shown.under_way.saturating_sub(1);
            stuck = desk.shown.history.refused(number);
        }
        if let Some(fresh) = fresh {
            self.refresh(fresh);
        }
        match stuck {
            Some(stuck) => self.stuck(stuck, error),
            None => self.failed(Job::Edit, error),
        }
    }
}
