//! What can be wrong with a file, a sheet, a mapping or a definition workbook.
//!
//! Every variant is data: which file, which sheet, which cell, what stands there and what was
//! expected. Nothing here is a sentence for people; the short English of `Display` is for logs.

use std::fmt;

use super::customer_fault::CustomerFault;
pub use super::mapping::{MappingFault, Unreadable};
use crate::model::{Cancelled, PeriodKind, TextEncoding};

/// Where in a file something stands. `sheet` and `cell` are empty where they do not apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// File name without its folder.
    pub file: String,
    pub sheet: String,
    /// As the spreadsheet calls it, e.g. `F14`.
    pub cell: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for part in [&self.sheet, &self.cell] {
            if !part.is_empty() {
                write!(f, ", {part}")?;
            }
        }
        Ok(())
    }
}

impl Place {
    /// The error of a definition workbook that is wrong here.
    pub(super) fn defines(self, fault: DefinitionFault) -> IntakeError {
        let place = Box::new(self);
        IntakeError::Definition { place, fault }
    }
}

/// Something that was left aside, or may not do what was meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// A column nobody knows; the text is its title.
    UnknownColumn { place: Place, heading: String },
    /// A key of the survey sheet nobody knows.
    UnknownKey { place: Place, key: String },
    /// A sheet nobody knows.
    UnknownSheet { place: Place },
    /// An item reads like the one in `first`: a column under that text alone fits both.
    SameText {
        place: Place,
        text: String,
        first: String,
    },
    /// An item has the code of a dimension, which goes before it where scores are asked for.
    CodeOfDimension { place: Place, code: String },
}

/// Everything taking in a file can fail with.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum IntakeError {
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The file as a whole cannot be used.
    #[error("{file}: {fault}")]
    File { file: String, fault: FileFault },
    /// One of its sheets cannot be used.
    #[error("{file}, {sheet}: {fault}")]
    Sheet {
        file: String,
        sheet: String,
        fault: SheetFault,
    },
    /// The columns of the sheet are not settled.
    #[error("{file}, {sheet}: {fault}")]
    Mapping {
        file: String,
        sheet: String,
        fault: MappingFault,
    },
    /// A definition workbook says something that cannot be.
    #[error("{place}: {fault}")]
    Definition {
        place: Box<Place>,
        fault: DefinitionFault,
    },
    /// A definition workbook cannot be used, and what was left aside of it may be why.
    #[error("{error}")]
    Warned {
        error: Box<IntakeError>,
        warnings: Vec<Warning>,
    },
    /// The sheet is no customer register.
    #[error("{place}: {fault}")]
    Customers {
        place: Box<Place>,
        fault: CustomerFault,
    },
}

/// What stands in a file that is no spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    Pdf,
    /// A text document that holds no form with the questions asked for.
    Word,
    /// A text document of another kind than `.docx`: `.doc`, `.rtf`, `.odt`.
    OldWord,
    PowerPoint,
    Picture,
    /// An archive of files, none of them a workbook.
    Archive,
    /// The same, which takes a password to look into.
    LockedArchive,
    /// A mail that brings no spreadsheet or scan.
    Mail,
    /// A web page, as some platforms call it `.xls`.
    Html,
    /// Excel 2003 XML and other XML.
    Xml,
    /// Neither text nor anything known.
    Unknown,
}

/// What is wrong with a whole file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FileFault {
    #[error("does not exist")]
    NotFound,
    #[error("is a folder")]
    Folder,
    /// A pipe, a device or a socket, which may never end.
    #[error("is no ordinary file")]
    NotAFile,
    /// Somebody wrote to it while it was read.
    #[error("was changed while it was read")]
    Changed,
    #[error("may not be read")]
    Denied,
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("{bytes} bytes are more than {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("is empty")]
    Empty,
    /// Whatever its name says, it is something else.
    #[error("is no spreadsheet but {0:?}")]
    NotASpreadsheet(ForeignKind),
    #[error("is protected by a password")]
    Encrypted,
    /// The end is missing.
    #[error("is cut off")]
    Truncated,
    /// What exactly broke, for the log.
    #[error("is damaged: {0}")]
    Damaged(String),
    /// A small file that would fill the memory.
    #[error("holds more than {limit} bytes once unpacked")]
    UnpacksTooLarge { limit: u64 },
    /// Reading it would fill the memory, wherever that is.
    #[error("takes more than {limit} bytes to read")]
    TakesTooMuch { limit: u64 },
    #[error("takes longer than {seconds} seconds to read")]
    TakesTooLong { seconds: u64 },
    /// Its sheets share parts, so that reading all of them would never end.
    #[error("has sheets that lead to the same part")]
    ReadTooOften,
    /// Text that does not read without loss in the encoding somebody chose, or in any; the line
    /// (from 1) where it breaks.
    #[error("is text that does not read in {chosen:?}, line {line}")]
    Encoding {
        line: u64,
        chosen: Option<TextEncoding>,
    },
    /// Text with bytes that no text has, the first of them in this line (from 1).
    #[error("holds zero bytes in line {line}")]
    ZeroBytes { line: u64 },
    /// A quote that is never closed, so that the rest of the text would be one cell.
    #[error("has a quote that is not closed in line {line}")]
    OpenQuote { line: u64 },
    #[error("holds no sheet")]
    NoSheet,
}

/// What is wrong with one sheet.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SheetFault {
    #[error("is empty")]
    Empty,
    /// The returns stand here, and nobody sees the sheet.
    #[error("is hidden")]
    Hidden,
    /// No row names the columns.
    #[error("has no header")]
    NoHeader,
    /// The items stand below each other in this column, the returns beside each other.
    #[error("has its items down column {column}")]
    Turned { column: String },
    /// A form of which no answer was read, with its first question and where that stands.
    #[error("answers none of its {questions} questions from {cell} on")]
    OpenForm {
        questions: usize,
        cell: String,
        title: String,
    },
    /// The first cell beyond the limit.
    #[error("{cell} is beyond {limit} columns")]
    TooManyColumns { cell: String, limit: u32 },
    #[error("{cell} makes more than {limit} cells")]
    TooManyCells { cell: String, limit: u64 },
    /// More characters than any spreadsheet has in one cell.
    #[error("{cell} holds more than {limit} bytes of text")]
    LongText { cell: String, limit: u64 },
    /// The cell at which the memory for it ran out.
    #[error("takes more than {limit} bytes up to {cell}")]
    TakesTooMuch { cell: String, limit: u64 },
    /// The column that names the same items again and again: a row holds an answer, not a return.
    #[error("column {column} names items again and again")]
    RowPerAnswer { column: String },
    /// The numbers of returns that another file of the same export holds in words.
    #[error("holds the returns of {readable} as numbers")]
    Numbered { readable: &'static str },
    /// A form without an answer in its cells, with controls on it of a kind that is not read.
    #[error("says what was chosen in controls alone")]
    Controls,
    /// A form that was marked, without what stands beside some of its marks: the cell of the blank
    /// and the words.
    #[error("is not as {form} was marked: {lost:?}")]
    Unanchored {
        form: String,
        lost: Vec<(String, String)>,
        /// They are there, more often than on the blank.
        doubled: bool,
    },
    /// A form that was marked when an item had an option it has no more.
    #[error("{form} was marked with {option} of {item}")]
    StaleMarking {
        form: String,
        item: String,
        option: String,
    },
    /// The questions of a form stand there once more below it, as of another customer.
    #[error("a second form from {cell} on")]
    SecondForm { cell: String },
    /// Not one row holds an answer.
    #[error("holds no return")]
    NoReturns,
    /// Its columns are no questions anybody was asked.
    #[error("holds no question")]
    NoQuestion,
    /// Nothing says which end of the scales under these titles is the best.
    #[error("is the first or the last option the best? {titles:?}")]
    BestUnknown { titles: Vec<String> },
    /// The wave holds every one of its returns already.
    #[error("brings nothing new: {returns} returns are there")]
    AllThere { returns: usize },
}

/// What is wrong with one cell of a definition workbook.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DefinitionFault {
    /// With the sheets that are there.
    #[error("sheet is missing among {found:?}")]
    MissingSheet { found: Vec<String> },
    #[error("column {heading} is missing")]
    MissingColumn { heading: &'static str },
    #[error("column {heading} stands in {first} already")]
    DuplicateColumn {
        heading: &'static str,
        first: String,
    },
    #[error("{heading} is empty")]
    MissingValue { heading: &'static str },
    /// One of a few words was expected.
    #[error("{heading}: {found:?} is none of {allowed:?}")]
    UnknownWord {
        heading: &'static str,
        found: String,
        allowed: Vec<&'static str>,
    },
    #[error("{heading}: {found:?} is no number")]
    NotANumber {
        heading: &'static str,
        found: String,
    },
    /// A formula that failed or was never calculated.
    #[error("{found} has no value")]
    Failed { found: String },
    /// Weights.
    #[error("{heading}: {found} is not above 0")]
    NotPositive {
        heading: &'static str,
        found: String,
    },
    #[error("{heading}: {found} is not within {low}–{high}")]
    OutOfRange {
        heading: &'static str,
        found: String,
        low: f64,
        high: f64,
    },
    #[error("{heading}: {found} is more than {limit}")]
    TooLarge {
        heading: &'static str,
        found: String,
        limit: f64,
    },
    #[error("turnover {found:?} is below 0")]
    NegativeTurnover { found: String },
    #[error("{found:?} is no date")]
    NotADate { found: String },
    #[error("{found:?} is no period")]
    NotAPeriod { found: String },
    /// A wave of another length than the survey is repeated in.
    #[error("{found:?} is no period of a survey by {kind:?}")]
    OtherPeriod { found: String, kind: PeriodKind },
    #[error("{found:?} is no band such as 90 good")]
    NotABand { found: String },
    /// Two bands with one bound or one name.
    #[error("band {found:?} again: {first:?}")]
    DuplicateBand { found: String, first: String },
    /// Some bounds belong to their band and some do not.
    #[error("band {found:?} counts its bound otherwise than {first:?}")]
    MixedBands { found: String, first: String },
    /// A word that means something else where codes are asked for.
    #[error("code {code:?} is reserved")]
    ReservedCode { code: String },
    /// Several customers go by that name.
    #[error("{found:?} may be {codes:?}")]
    AmbiguousCustomer { found: String, codes: Vec<String> },
    /// A code, key, scale option or customer stands there twice.
    #[error("{found:?} stands in {first} already")]
    Duplicate { found: String, first: String },
    #[error("no dimension {code:?}")]
    UnknownDimension { code: String },
    #[error("no scale {name:?}")]
    UnknownScale { name: String },
    #[error("no item {code:?}")]
    UnknownItem { code: String },
    #[error("no customer {code:?}")]
    UnknownCustomer { code: String },
    /// The codes from a dimension back to itself.
    #[error("circular: {path:?}")]
    CircularDimension { path: Vec<String> },
    #[error("{code} lies {level} levels deep, {limit} are allowed")]
    TooDeep {
        code: String,
        level: usize,
        limit: usize,
    },
    /// The kind of item takes no scale, or lacks one it needs.
    #[error("{code} needs a scale")]
    ScaleNeeded { code: String },
    /// A scored item whose options carry no score, or only 0.
    #[error("no score of {scale:?} is above 0")]
    ScaleWithoutScore { scale: String },
    /// A range from the lowest to the highest score that is none.
    #[error("all scores of {scale:?} are {score}")]
    EqualScores { scale: String, score: f64 },
    #[error("{scale:?} has more than {limit} options")]
    TooManyOptions { scale: String, limit: usize },
    /// A share of so many returns that no count of them gives, with the counts nearest to it.
    #[error("{found} of {n} is between {below} and {above} of them")]
    ImpossibleShare {
        found: String,
        n: u32,
        below: u32,
        above: u32,
    },
    /// Values of a percentage that may be shares.
    #[error("{name:?} in % holds nothing above 1")]
    PercentOrShare { name: String },
    /// Only answers of options and numbers can be scored.
    #[error("{code} cannot be scored")]
    CannotBeScored { code: String },
}
