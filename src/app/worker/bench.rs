//! The worker's bench: the open file, what was read from it, and who does which command.

use std::path::Path;
use std::sync::Arc;

use super::documents::Documents;
use super::hand_over::HandedOver;
use super::incoming::Looking;
use super::{Command, Event, Fresh};
use crate::app::echo;
use crate::jobs::copy_settings::CopySettings;
use crate::jobs::engine::{Engine, Source};
use crate::jobs::{JobError, draft};
use crate::model::{Data, Progress, SourceFile, Step, Touched};
use crate::store::{Store, StoreError};

/// Everything the worker has at hand.
#[derive(Default)]
pub(super) struct Bench {
    pub(super) store: Option<Store>,
    /// How its copies are kept.
    pub(super) copy_settings: CopySettings,
    pub(super) data: Arc<Data>,
    pub(super) engine: Engine,
    /// What changes reached since the file was last read.
    pub(super) unread: Touched,
    /// The file on the mapping page.
    pub(super) looking: Option<Looking>,
    /// The file that is being marked.
    pub(super) blank: Option<SourceFile>,
    /// What was typed last could not be kept.
    pub(super) unkept: bool,
    /// Pages that are looked at.
    pub(super) documents: Documents,
    /// What was printed last.
    pub(super) handed_over: Option<HandedOver>,
}

impl Bench {
    /// Does one command and says what came of it.
    pub(super) fn take(&mut self, command: Command, progress: &Progress, say: &impl Fn(Event)) {
        let job = command.job();
        let done = self.work(command, progress);
        say(done.unwrap_or_else(|error| Event::Failed { job, error }));
        if let Some(store) = &mut self.store {
            for note in store.copy_notes() {
                say(Event::OfCopies(note));
            }
        }
    }

    fn work(&mut self, command: Command, progress: &Progress) -> Result<Event, JobError> {
        match command {
            Command::Open { path, read_only } => self.open(&path, read_only, progress),
            Command::Create(new) => self.create(&new, progress),
            Command::SaveCopy(path) => self.save_copy(&path, progress),
            Command::Sample(folder) => self.sample(&folder, progress),
            Command::Close => Ok(self.close()),
            Command::Apply { step, number } => Ok(self.apply(&step, number)),
            Command::Figures {
                wave,
                against,
                filter,
                number,
            } => self.figures((wave, against), &filter, number, progress),
            Command::Waves {
                survey,
                filter,
                number,
            } => self.waves(survey, &filter, number, progress),
            command @ (Command::Make { .. } | Command::Forget { .. }) => {
                Ok(beside(command, progress))
            }
            Command::Backup => self.backup(progress),
            Command::KeepDraft(typed) => self.keep_draft(&typed),
            Command::Copies(path) => self.copies(path),
            Command::CopyRules { path, rules } => self.copy_rules(path, rules),
            Command::SecondPlace { path, folder } => self.second_place(path, folder),
            Command::Restore { path, name, other } => self.restore(&path, &name, other, progress),
            Command::Salvage { damaged, new } => Self::salvage(&damaged, new, progress),
            Command::Look {
                path,
                survey,
                period,
                encoding,
                precedents,
                said,
                replaced,
                number,
            } => {
                let said = (&*said, replaced.as_str());
                let known = (encoding, &precedents[..], said);
                self.look(&path, survey, period, known, number, progress)
            }
            Command::Reread { import, number } => self.reread(import, number, progress),
            Command::LookAgain { looks, number } => self.look_again(looks, number, progress),
            Command::TakeIn => self.take_in(progress),
            Command::Leave => Ok(self.leave()),
            Command::OpenBlank {
                path,
                revision,
                number,
            } => self.open_blank(path.as_deref(), revision, number, progress),
            Command::OpenMarking {
                id,
                revision,
                number,
            } => self.open_marking(id, revision, number),
            Command::KeepBlank(marking) => self.keep_blank(*marking),
            Command::Attach { returned, paths } => self.attach(returned, &paths, progress),
            Command::Arrive {
                unfolded,
                filled,
                late,
            } => self.arrive(unfolded, (filled, late), progress),
            Command::MakeForms {
                wave,
                kind,
                customers,
                folder,
                language,
            } => self.make_forms(wave, (kind, &customers), &folder, language, progress),
            Command::Customers { path, encoding } => self.customers(&path, encoding, progress),
            Command::Revision {
                path,
                survey,
                best,
                language,
            } => self.revision(&path, survey, (best, language), progress),
            Command::Remove {
                import,
                kind,
                number,
            } => Ok(self.remove(import, kind, number)),
            Command::Write(writing, target) => self.write(writing, &target, progress),
            Command::LayOut { pages, number } => Ok(self.lay_out(pages, number, progress)),
            Command::ScanLine { wave, line } => Ok(self.scan_line(wave, line, progress)),
            Command::Page {
                page,
                scale,
                number,
            } => Ok(self.page(page, scale, number)),
        }
    }

    /// Where it cannot be kept that is said once, not with every key.
    fn keep_draft(&mut self, typed: &str) -> Result<Event, JobError> {
        let path = self.store()?.path().to_owned();
        let kept = draft::keep(&path, typed);
        let told = std::mem::replace(&mut self.unkept, kept.is_err());
        match kept {
            Err(error) if !told => Err(error),
            _ => Ok(Event::Left),
        }
    }

    /// The open file.
    pub(super) fn store(&mut self) -> Result<&mut Store, JobError> {
        self.store.as_mut().ok_or_else(none_open)
    }

    /// What computes figures, and from what.
    pub(super) fn engine(&mut self) -> Result<(&mut Engine, Source<'_>), JobError> {
        let from = Source {
            store: self.store.as_ref().ok_or_else(none_open)?,
            data: &self.data,
        };
        Ok((&mut self.engine, from))
    }

    /// Takes over what a step did to the file, which has it now, and forgets what it reached.
    /// Only what no step tells is read again.
    pub(super) fn after(&mut self, step: &Step, touched: &Touched) -> Result<Fresh, JobError> {
        if !echo::is_whole(step) || self.unread != Touched::default() {
            return self.fresh(touched);
        }
        self.engine.forget(touched);
        echo::apply(Arc::make_mut(&mut self.data), step);
        self.known(touched.clone())
    }

    /// Reads everything again after a change, and forgets what it reached.
    /// What a change reached that could not be read again is said with the next one that can.
    pub(super) fn fresh(&mut self, touched: &Touched) -> Result<Fresh, JobError> {
        self.engine.forget(touched);
        self.unread = std::mem::take(&mut self.unread).and(touched);
        let store = self.store.as_ref().ok_or_else(none_open)?;
        match store.load() {
            Ok(data) => self.data = Arc::new(data),
            Err(error) => {
                self.unread.everything = true;
                return Err(JobError::of(store)(error));
            }
        }
        let touched = std::mem::take(&mut self.unread);
        self.known(touched)
    }

    fn known(&self, touched: Touched) -> Result<Fresh, JobError> {
        let store = self.store.as_ref().ok_or_else(none_open)?;
        Ok(Fresh {
            data: Arc::clone(&self.data),
            touched,
            saved_at: store.saved_at().ok(),
            last_backup: store.last_backup().ok().flatten(),
        })
    }

    pub(super) fn close(&mut self) -> Event {
        self.store = None;
        self.data = Arc::default();
        self.engine = Engine::default();
        self.unread = Touched::default();
        self.looking = None;
        self.blank = None;
        self.documents = Documents::default();
        Event::Closed
    }

    fn backup(&mut self, progress: &Progress) -> Result<Event, JobError> {
        let store = self.store()?;
        store.backup(progress).map_err(JobError::of(store))?;
        Ok(Event::BackedUp(store.last_backup().ok().flatten()))
    }
}

/// What needs no file, only more time than a frame has.
fn beside(command: Command, progress: &Progress) -> Event {
    match command {
        Command::Make {
            wanted,
            basis,
            number,
        } => Event::Made {
            number,
            ready: wanted.make(&basis, progress),
        },
        // Letting go of it is all.
        _ => Event::Left,
    }
}

pub(super) fn none_open() -> JobError {
    JobError::of_file(Path::new(""), StoreError::Missing(Path::new("").to_owned()))
}
