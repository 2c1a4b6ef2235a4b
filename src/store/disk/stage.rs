//! Where an action stands, as a word.

use serde::{Deserialize, Serialize};

use crate::model::Stage;

/// As in version 1.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store) enum StageForm {
    Open,
    Analysis,
    Approved,
    UnderWay,
    Verification,
    Closed,
}

same!(StageForm, Stage: Open = Open, Analysis = Analysis, Approved = Approved,
    UnderWay = UnderWay, Verification = Verification, Closed = Closed);
