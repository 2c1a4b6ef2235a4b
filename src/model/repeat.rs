//! The same return again, with other answers than before.

use super::ReturnId;

/// What becomes of returns that came in before with other answers: asked once for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatChoice {
    /// The newer answers count, the earlier ones no more.
    Newest,
    /// The earlier answers stay, the newer ones stay out.
    First,
    /// They are returns of their own.
    Both,
}

impl RepeatChoice {
    pub const ALL: [Self; 3] = [Self::Newest, Self::First, Self::Both];
}

/// A row whose return came in before.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedReturn {
    /// As the spreadsheet numbers it.
    pub row: u32,
    pub before: ReturnId,
    /// Row it came from then, and the file.
    pub before_row: u32,
    pub file: String,
    /// Answers that are others now; none where only all of its sheet says that it is the same.
    pub differs: Vec<Differs>,
}

/// An answer that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Title of the column.
    pub title: String,
    /// Cell that holds it now.
    pub cell: String,
    pub before: String,
    pub now: String,
}

/// A row a person decided on, against what was seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowChoice {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// It is a return; otherwise it is none.
    pub returned: bool,
}

/// A return that counts no more because newer answers took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub returned: ReturnId,
    /// Why it does not count, as the return says it.
    pub reason: String,
}
