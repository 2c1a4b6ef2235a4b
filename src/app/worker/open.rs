//! Opening and making workspaces.

use std::path::{Path, PathBuf};

use super::bench::Bench;
use super::{Event, Opened};
use crate::intake::definition::Warning;
use crate::jobs::{JobError, begin, draft, new_workspace, salvage, sample};
use crate::model::{Progress, Touched, Workspace};
use crate::store::Store;
use crate::ui::NewWorkspace;

impl Bench {
    /// Opens a file. The one open before stays open when this one cannot be.
    pub(super) fn open(
        &mut self,
        path: &Path,
        read_only: bool,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        if self.store.as_ref().is_some_and(|open| open.path() == path) {
            // Opened once more, its own lock would stand in the way.
            return self.opened(Vec::new(), Vec::new());
        }
        let store = if read_only {
            Store::open_read_only(path).map_err(|error| JobError::of_file(path, error))?
        } else {
            self.copy_settings.open(path, progress)?
        };
        self.take_over(store, Vec::new(), Vec::new())
    }

    pub(super) fn create(
        &mut self,
        new: &NewWorkspace,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let begun = match &new.definition {
            Some(path) => Some(begin::read(path, new.best, new.language, progress)?),
            None => None,
        };
        let workspace = Workspace {
            company: new.company.clone(),
            document: new.document.clone(),
        };
        let defined = begun.as_ref().map(|it| &it.definition);
        // An export has only the name of its file.
        let named = begun.as_ref().filter(|it| it.assumed.is_empty());
        let named = named.map(|it| it.definition.survey_name.as_str());
        let survey = named.filter(|name| !name.is_empty()).unwrap_or(&new.survey);
        let store = new_workspace::create(&new.path, &workspace, survey, defined)?;
        let told = begun.map(|it| (it.definition.warnings, it.assumed));
        let (warnings, assumed) = told.unwrap_or_default();
        self.take_over(store, warnings, assumed)
    }

    /// Everything to another place, where the window goes on.
    pub(super) fn save_copy(
        &mut self,
        path: &Path,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let failed = |error| JobError::of_new_file(path, error);
        self.store()?.save_copy(path, progress).map_err(failed)?;
        // The place may be the one it had, whose lock it holds.
        self.store = None;
        // The copy is there: what was called off too late is not called off.
        match self.open(path, false, &Progress::default())? {
            Event::Opened(opened) => Ok(Event::CopySaved(opened)),
            other => Ok(other),
        }
    }

    /// What can be got out of a damaged workspace, in a new one. The open one stays open.
    pub(super) fn salvage(
        damaged: &Path,
        new: PathBuf,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let salvaged = salvage::salvage(damaged, &new, progress)?;
        let salvaged = Box::new(salvaged);
        Ok(Event::Salvaged { new, salvaged })
    }

    pub(super) fn sample(&mut self, folder: &Path, progress: &Progress) -> Result<Event, JobError> {
        let path = sample::at(folder, progress)?;
        self.open(&path, false, progress)
    }

    fn take_over(
        &mut self,
        store: Store,
        warnings: Vec<Warning>,
        assumed: Vec<String>,
    ) -> Result<Event, JobError> {
        let before = self.store.replace(store);
        let opened = self.opened(warnings, assumed);
        if opened.is_err() {
            self.store = before;
        }
        opened
    }

    /// What the window shows of the open file.
    fn opened(&mut self, warnings: Vec<Warning>, assumed: Vec<String>) -> Result<Event, JobError> {
        let store = self.store()?;
        let (path, writable) = (store.path().to_owned(), store.writable());
        let ids = store.ids();
        let others_are_told = store.others_are_told();
        let everything = Touched {
            waves: Vec::new(),
            everything: true,
            tags: false,
        };
        let fresh = self.fresh(&everything)?;
        let typed = match writable {
            true => draft::kept(&path),
            false => String::new(),
        };
        Ok(Event::Opened(Box::new(Opened {
            warnings,
            assumed,
            path,
            writable,
            others_are_told,
            who: crate::store::who(),
            typed,
            ids,
            fresh,
        })))
    }
}
