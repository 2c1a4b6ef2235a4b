//! What has to be done before returns can come.

use super::newest_revision;
use crate::model::{Data, SurveyId, Wave};

/// How far a wave is prepared: the step to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preparation {
    Questionnaire,
    Customers,
    Wave,
    Frame,
    Issue,
    /// Everything is done: returns may come.
    Collect,
}

impl Preparation {
    pub const ALL: [Self; 6] = [
        Self::Questionnaire,
        Self::Customers,
        Self::Wave,
        Self::Frame,
        Self::Issue,
        Self::Collect,
    ];

    /// Of a survey and its wave, as far as there are any.
    pub fn of(data: &Data, survey: Option<SurveyId>, wave: Option<&Wave>) -> Self {
        let asked = survey.and_then(|id| newest_revision(data, id));
        let frame = wave.map_or(&[][..], |wave| data.frame(wave.id));
        if asked.is_none() {
            Self::Questionnaire
        } else if data.customers.is_empty() {
            Self::Customers
        } else if wave.is_none() {
            Self::Wave
        } else if frame.is_empty() {
            Self::Frame
        } else if frame.iter().all(|entry| entry.issued.is_none()) {
            Self::Issue
        } else {
            Self::Collect
        }
    }
}
