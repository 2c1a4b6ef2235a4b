//! Files written for the user: charts and workbooks.

use std::path::Path;

use super::Event;
use super::bench::Bench;
use crate::chart::Chart;
use crate::i18n::Language;
use crate::jobs::JobError;
use crate::model::{SurveyId, WaveId};
use crate::ui::{Export, Output};

/// A chart to a file; for the printer a PDF that the system is asked to open.
pub(super) fn chart(_chart: &Chart, _to: Output, _path: &Path) -> Result<Event, JobError> {
    Err(JobError::Unexpected(
        "charts cannot be written yet".to_owned(),
    ))
}

impl Bench {
    pub(super) fn export(
        &mut self,
        _what: Export,
        _survey: SurveyId,
        _wave: Option<WaveId>,
        _language: Language,
        _path: &Path,
    ) -> Result<Event, JobError> {
        Err(JobError::Unexpected(
            "workbooks cannot be written yet".to_owned(),
        ))
    }
}
