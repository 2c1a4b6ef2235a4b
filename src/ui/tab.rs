//! The six tabs, in the order of the work.

use serde::{Deserialize, Serialize};

use crate::i18n::Language;
use crate::tr;

/// A tab of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    #[default]
    Questionnaire,
    Returns,
    Scores,
    Trends,
    Actions,
    Review,
}

impl Tab {
    pub const ALL: [Self; 6] = [
        Self::Questionnaire,
        Self::Returns,
        Self::Scores,
        Self::Trends,
        Self::Actions,
        Self::Review,
    ];

    /// What stands on it.
    pub fn name(self, language: Language) -> String {
        match self {
            Self::Questionnaire => tr!(language, "tab-questionnaire"),
            Self::Returns => tr!(language, "tab-returns"),
            Self::Scores => tr!(language, "tab-scores"),
            Self::Trends => tr!(language, "tab-trends"),
            Self::Actions => tr!(language, "tab-actions"),
            Self::Review => tr!(language, "tab-review"),
        }
    }
}
