//! A copy of the workspace kept from an earlier time.

use std::path::PathBuf;

use jiff::civil::DateTime;

/// A copy and what its name says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCopy {
    /// Of its file; what it is asked for by.
    pub name: String,
    /// When it was made, by the clock on the wall.
    pub at: DateTime,
    pub bytes: u64,
    pub state: CopyState,
    /// `None`: an earlier version did not say.
    pub reason: Option<CopyReason>,
}

/// Whether a copy was whole when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyState {
    Sound,
    /// Nobody looked.
    Unknown,
    /// The workspace was damaged already.
    Damaged,
}

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyReason {
    /// Before the first change after the workspace was opened.
    First,
    /// An hour of changes had passed.
    Hourly,
    /// Before the file was brought up to date for a newer program.
    Migration,
    /// Somebody asked.
    Asked,
    /// Before another copy took its place.
    Restore,
}

/// How copies are kept on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRules {
    /// Bytes all copies of a workspace may take; the newest is kept however large.
    pub room: u64,
    /// A folder that gets each copy too.
    pub second: Option<PathBuf>,
}

impl Default for CopyRules {
    fn default() -> Self {
        Self {
            room: 2 << 30,
            second: None,
        }
    }
}
