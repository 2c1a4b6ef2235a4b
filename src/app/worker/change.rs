//! Changes to the open workspace.

use std::path::Path;
use std::sync::Arc;

use super::bench::Bench;
use super::{Event, Found};
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

    /// Reads customers from a sheet; the window makes the edit.
    pub(super) fn customers(
        &mut self,
        path: &Path,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = Arc::clone(&self.data);
        let read = customers::read(self.store()?, &data, path, progress)?;
        Ok(Event::Prepared {
            step: read.step,
            found: Found::Customers {
                added: read.added,
                changed: read.changed,
                problems: read.problems,
            },
        })
    }

    /// Reads a definition workbook as the next revision; the window makes the edit.
    pub(super) fn revision(
        &mut self,
        path: &Path,
        survey: SurveyId,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let read = definition::read(path, progress)?;
        let data = Arc::clone(&self.data);
        let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
        let step = next_revision::step(self.store()?, &data, survey, &read)?;
        Ok(Event::Prepared {
            step: Some(step),
            found: Found::Revision(read.warnings),
        })
    }
}
