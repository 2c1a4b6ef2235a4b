//! The workspace itself and the surveys it holds.

use serde::{Deserialize, Serialize};

use super::SurveyId;

/// Whose file this is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Workspace {
    pub company: String,
    /// Document number of the management-review material, e.g. `QR-9.3-02`.
    pub document: String,
}

/// A series repeated over waves, e.g. "sales customers".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    pub id: SurveyId,
    pub name: String,
}
