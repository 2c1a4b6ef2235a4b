//! What is kept of imported files: taken out again, and removed.

use std::path::{Path, PathBuf};

use super::bench::Bench;
use super::{Destination, Event};
use crate::jobs::save::Replace;
use crate::jobs::{JobError, attach, imports};
use crate::model::{AttachmentId, ImportId, Progress, ReturnId, Step, StepKind, Touched};

impl Bench {
    /// Something of an import removed for good.
    pub(super) fn remove(&mut self, import: ImportId, kind: StepKind, number: u64) -> Event {
        match self.removed(import, kind) {
            Ok((file, touched)) => Event::Removed {
                step: Step::new(kind, file, Vec::new()),
                fresh: self.fresh(&touched).map(Box::new),
            },
            Err(error) => Event::Refused {
                number,
                error,
                fresh: self.fresh(&Touched::default()).ok().map(Box::new),
            },
        }
    }

    /// The name of its file, and what was touched.
    fn removed(&mut self, import: ImportId, kind: StepKind) -> Result<(String, Touched), JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let store = self.store()?;
        let import = imports::numbered(store, &data, import)?;
        let touched = match kind {
            StepKind::ForgetImport => imports::forget(store, import)?,
            _ => {
                imports::drop_original(store, import)?;
                Touched::default()
            }
        };
        Ok((import.file.clone(), touched))
    }

    /// Reads files that are to lie beside a return; the window makes the edit.
    pub(super) fn attach(
        &mut self,
        returned: ReturnId,
        paths: &[PathBuf],
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let files = attach::keep(self.store()?, returned, paths, progress)?;
        Ok(Event::Attachable { returned, files })
    }

    /// A file beside a return, as it came.
    pub(super) fn attachment(
        &mut self,
        id: AttachmentId,
        target: &Destination,
    ) -> Result<Event, JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let known = data.attachments.iter().find(|it| it.id == id);
        let known = known.ok_or_else(|| JobError::NothingKept(String::new()))?;
        // The name it came with has its ending; another one typed without gets it.
        let ending = Path::new(&known.name).extension().unwrap_or_default();
        let path = target.path.with_extension(ending);
        let replace = match target.replace && path == target.path {
            true => Replace::Yes,
            false => Replace::No,
        };
        attach::save(self.store()?, known, &path, replace)?;
        let lacking = String::new();
        Ok(Event::Written { path, lacking })
    }

    /// What is kept of an import's file, under the ending of what it is.
    pub(super) fn original(
        &mut self,
        import: ImportId,
        target: &Destination,
    ) -> Result<Event, JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let store = self.store()?;
        let import = imports::numbered(store, &data, import)?;
        let path = imports::ended(store, import, &target.path)?;
        // The user was asked about another name.
        let replace = match target.replace && path == target.path {
            true => Replace::Yes,
            false => Replace::No,
        };
        imports::save_original(store, import, &path, replace)?;
        let lacking = String::new();
        Ok(Event::Written { path, lacking })
    }
}
