//! Changes to the open workspace.

use std::path::Path;

use super::bench::Bench;
use super::{Event, Job};
use crate::jobs::{JobError, customers, definition, next_revision};
use crate::model::{Progress, Step, SurveyId, Touched};

impl Bench {
    /// One edit through the write door.
    pub(super) fn apply(&mut self, step: &Step, number: u64) -> Event {
        let applied = self
            .store()
            .and_then(|store| store.apply(step).map_err(JobError::of(store)))
            .and_then(|touched| self.fresh(touched));
        match applied {
            Ok(fresh) => Event::Applied(Box::new(fresh)),
            Err(error) => Event::Refused {
                number,
                error,
                fresh: self.fresh(Touched::default()).ok().map(Box::new),
            },
        }
    }

    pub(super) fn customers(
        &mut self,
        path: &Path,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let registered = customers::take_in(self.store()?, &data, path, progress)?;
        self.changed(Job::Customers, registered.touched)
    }

    pub(super) fn revision(
        &mut self,
        path: &Path,
        survey: SurveyId,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let read = definition::read(path, progress)?;
        let data = std::sync::Arc::clone(&self.data);
        let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
        let touched = next_revision::add(self.store()?, &data, survey, &read)?;
        self.changed(Job::Revision, touched)
    }
}
