//! A file on its way in, as the mapping page shows it: plain data that `app` fills from what
//! was read of the file. Nothing here reads a file or decides how one is read.

use jiff::Timestamp;

use crate::model::{
    ColumnMapping, ColumnPreview, Period, Remark, RepeatChoice, RevisionId, RowChoice, SetAside,
    SurveyId, TextEncoding, Undecided,
};

/// One file to be looked at before it is taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Without its folder.
    pub file: String,
    /// Key of what produced it, as an [`Import`](crate::model::Import) keeps it.
    pub platform: String,
    /// Its sheets that can be seen, with their place in the file.
    pub sheets: Vec<(usize, String)>,
    /// Place of the sheet shown.
    pub sheet: usize,
    /// Further sheets that hold returns and have not come in yet; the next one is shown once this
    /// one is taken in.
    pub further: Vec<String>,
    /// What it was decoded as, where it is a text.
    pub encoding: Option<TextEncoding>,
    /// Row of the titles as the spreadsheet numbers it, from 1.
    pub header_row: u32,
    /// Where the returns go.
    pub survey: SurveyId,
    pub period: Period,
    /// No wave of the period is open yet: importing opens it.
    pub opens_wave: bool,
    /// Whose items the columns are matched with.
    pub revision: RevisionId,
    /// The file whose columns, under the same titles, were taken for the same.
    pub remembered: Option<String>,
    /// The file of the same line that was asked about before, whose answers hold for this one too.
    pub like: Option<String>,
    /// Nothing of it is any different from that one.
    pub alike: bool,
    /// What is asked of it as a whole was answered for a file before it.
    pub answered: bool,
    /// Columns that were asked about.
    pub asked: Vec<usize>,
    /// In the order of the sheet.
    pub columns: Vec<ColumnMapping>,
    /// What each of them would come to.
    pub previews: Vec<ColumnPreview>,
    /// Columns are places in `columns`.
    pub undecided: Vec<Undecided>,
    /// The first returns as they will be.
    pub head: Vec<HeadRow>,
    pub checks: Checks,
    /// Rows somebody decided on.
    pub rows: Vec<RowChoice>,
    /// What becomes of returns that came in before with other answers.
    pub repeats: Option<RepeatChoice>,
    /// Somebody said that the period is right, whatever the file speaks of.
    pub period_sure: bool,
    /// The file is kept as it came, private columns included.
    pub keep_private: bool,
    /// It holds no returns, but reads as a customer register.
    pub register: bool,
    /// Files that wait their turn behind this one.
    pub waiting: usize,
    pub stage: Stage,
}

/// How far a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It is being read, or read anew after something was chosen: what is shown is older.
    Reading,
    #[default]
    Ready,
    /// It is being taken in.
    Importing,
}

/// One of the first returns.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadRow {
    /// Row in the sheet, from 1.
    pub row: u32,
    /// The customer's name, or what the file says it is.
    pub customer: String,
    /// The register has this customer.
    pub known: bool,
    /// One answer an item of the revision, in its order.
    pub answers: Vec<HeadCell>,
}

/// One of the first answers.
#[derive(Clone, Debug, PartialEq)]
pub enum HeadCell {
    /// Raw score of the option, or the number.
    Score(f64),
    /// An option without a score, or text.
    Words(String),
    NotApplicable,
    Blank,
    Unreadable,
    /// Not settled yet how it is read.
    Undecided,
    /// No column holds it.
    Absent,
}

/// Why nothing can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not one row holds an answer.
    NoReturns,
    /// The wave holds all of them already, so many.
    AllThere(usize),
    /// Not one column is for a scored item.
    NothingScored,
    /// The column at this place is plainly something else.
    WrongColumn(usize),
    /// Nothing in the column can be read.
    NoneReadable {
        column: usize,
        /// What stands there.
        example: String,
    },
    /// More would have to be settled than anybody would.
    TooManyIssues(u64),
}

/// What the file was held against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// Rows that are returns.
    pub returns: usize,
    /// Rows that hold something but are no returns.
    pub set_aside: Vec<SetAside>,
    /// The first of them, those that came in before left out, with what stands there.
    pub aside: Vec<(SetAside, String)>,
    /// Rows that are taken for returns though they are called what sums others up.
    pub doubtful: Vec<u32>,
    /// Returns that came in before with other answers, the first of them in words, and how many.
    pub changed: (Vec<(u32, String)>, usize),
    /// Every row says what one of this file said, and nothing tells who answered.
    pub alike: Option<String>,
    /// The period the file speaks of where it is not the wave's, and whether its name says so.
    pub other_period: Option<(Period, bool)>,
    /// Returns whose customer the register has.
    pub known: usize,
    /// Of these, the ones whose customer is not in the wave's frame.
    pub outside_frame: usize,
    /// Customers named that the register has not, each once.
    pub unknown: Vec<String>,
    /// Returns that name no customer at all, although the file has a column for it.
    pub nameless: usize,
    /// Customers who would have a second return, each once.
    pub second: Vec<String>,
    /// The survey holds this file already.
    pub same_file: Option<SameFile>,
    /// Nothing can be taken in as the columns are now.
    pub refused: Option<Refusal>,
    /// Cells no rule can read, over all columns.
    pub unreadable: u64,
    /// The first of them: its column, its cell, and what stands there.
    pub first_unreadable: Option<(usize, String, String)>,
    /// Required answers left blank.
    pub missing: usize,
    /// What the columns were taken for that could have been meant otherwise.
    pub remarks: Vec<Remark>,
}

/// The import that brought the same file.
#[derive(Clone, Debug, PartialEq)]
pub struct SameFile {
    /// What it was called then.
    pub file: String,
    pub at: Timestamp,
    /// Of the wave it went into.
    pub period: Period,
}

impl Incoming {
    /// It can be taken in now.
    pub fn ready(&self) -> bool {
        self.stage == Stage::Ready
            && self.undecided.is_empty()
            && self.checks.same_file.is_none()
            && self.checks.refused.is_none()
            && self.checks.returns > 0
            && !self.asks_repeats()
            && !self.asks_period()
    }

    /// Whether it has to be said what becomes of returns that came in before.
    pub fn asks_repeats(&self) -> bool {
        let any = self.checks.changed.1 > 0 || self.checks.alike.is_some();
        any && self.repeats.is_none()
    }

    /// Whether it has to be said which period the file belongs to.
    pub fn asks_period(&self) -> bool {
        self.checks.other_period.is_some() && !self.period_sure
    }

    /// Whether a column has to be decided, and why.
    pub fn undecided(&self, column: usize) -> Option<&Undecided> {
        let mut undecided = self.undecided.iter();
        undecided.find(|it| it.columns().contains(&column))
    }
}
