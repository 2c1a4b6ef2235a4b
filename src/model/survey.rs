//! The workspace itself and the surveys it holds.

use super::SurveyId;

/// Whose file this is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    pub company: String,
    /// Document number of the management-review material, e.g. `QR-9.3-02`.
    pub document: String,
}

/// A series repeated over waves, e.g. "sales customers".
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    pub id: SurveyId,
    pub name: String,
}
