//! The end of a wave: what came later stands apart.

use jiff::civil::Date;

/// A wave was closed, or opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Opened again, for a reason.
    pub reopened: bool,
    pub date: Date,
    pub who: String,
    /// Why it was opened again; empty for a closing.
    pub reason: String,
}
