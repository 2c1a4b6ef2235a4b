//! Workbooks from what the workspace holds.

use super::{JobError, choose};
use crate::i18n::Language;
use crate::model::{Data, Survey, Wave};
use crate::paper::excel;

/// What is saved, of which survey and wave.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub survey: &'a Survey,
    /// `None`: of every wave; the newest revision where it is about the questionnaire.
    pub wave: Option<&'a Wave>,
    pub language: Language,
}

/// The questionnaire as a definition workbook, with customers and frames.
pub fn definition(data: &Data, order: Order<'_>) -> Result<Vec<u8>, JobError> {
    let revision = match order.wave {
        Some(wave) => choose::revision(data, wave)?,
        None => choose::latest_revision(data, order.survey)?,
    };
    Ok(excel::definition(data, revision, order.language)?)
}
