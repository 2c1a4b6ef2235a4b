//! Stages of corrective actions in words.

use crate::i18n::Language;
use crate::model::Stage;
use crate::tr;

/// Where an action stands: 已提出, 分析中 …
pub fn name(language: Language, stage: Stage) -> String {
    match stage {
        Stage::Open => tr!(language, "stage-open"),
        Stage::Analysis => tr!(language, "stage-analysis"),
        Stage::Approved => tr!(language, "stage-approved"),
        Stage::UnderWay => tr!(language, "stage-under-way"),
        Stage::Verification => tr!(language, "stage-verification"),
        Stage::Closed => tr!(language, "stage-closed"),
    }
}
