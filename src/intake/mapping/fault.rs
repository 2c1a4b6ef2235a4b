//! What can be wrong with what the columns of a sheet were taken for.

use crate::model::Expected;

/// What keeps a mapping from being used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MappingFault {
    /// Not one column fits an item.
    #[error("no column fits an item")]
    NothingFits,
    /// Columns fit items, but none of those that are scored: the returns would count and say
    /// nothing.
    #[error("no column fits a scored item")]
    NothingScored {
        /// Codes and texts of the scored items.
        items: Vec<String>,
        /// Titles of the columns that fit nothing.
        columns: Vec<String>,
    },
    /// Several columns fit one item or field.
    #[error("{title} is named by {cells:?}")]
    Conflict {
        /// Title of the first of them.
        title: String,
        /// Title cells of all of them.
        cells: Vec<String>,
    },
    /// Its numbers may be scores or option numbers.
    #[error("{cell} {title:?}: scores or option numbers?")]
    Undecided { cell: String, title: String },
    /// A comma or a point in its numbers may stand before decimals or between thousands.
    #[error("{} {:?}: is {:?} {} or {}?", .0.cell, .0.title, .0.found, .0.numbers[0], .0.numbers[1])]
    Decimals(Box<Decimals>),
    /// What stands before its decimals was said, and its cells show something else.
    #[error("{} {:?}: shows {:?} in {}", .0.cell, .0.title, .0.found, .0.place)]
    OtherDecimals(Box<OtherDecimals>),
    /// Its numbers are those of options, and nobody told which number is which option.
    #[error("{} {:?}: which number is which option?", .0.cell, .0.title)]
    Unordered(Box<Unordered>),
    /// Under their titles stand ticks, and nothing says of which option.
    #[error("ticks under {titles:?}: of which option?")]
    Ticks {
        /// Title cell of the first of them.
        cell: String,
        /// Letters and title of each.
        titles: Vec<String>,
    },
    /// So many cells cannot be read that the column is not what it was taken for.
    #[error("{cell} {title:?}: {unreadable} of {cells} cells cannot be read")]
    WrongColumn {
        cell: String,
        title: String,
        unreadable: u64,
        cells: u64,
    },
    /// Not one of several cells can be read.
    #[error("{} {:?}: none of {} cells can be read, such as {:?}", .0.cell, .0.title, .0.cells, .0.example)]
    NoneReadable(Box<Unreadable>),
    /// More than anybody would settle by hand.
    #[error("more than {limit} things to review")]
    TooManyIssues { limit: u64 },
    /// It was made for a sheet with other columns.
    #[error("belongs to another sheet")]
    OtherSheet,
    /// The item is not in this questionnaire.
    #[error("{cell} {title:?}: its item is gone")]
    UnknownItem { cell: String, title: String },
}

/// A column of which nothing, or hardly anything, can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// Title cell.
    pub cell: String,
    pub title: String,
    /// How many hold something.
    pub cells: usize,
    /// What stands in the first that cannot be read.
    pub example: String,
    pub expected: Expected,
}

/// A column of plain numbers that are others with a point before decimals than with a comma.
#[derive(Clone, Debug, PartialEq)]
pub struct Decimals {
    /// Title cell.
    pub cell: String,
    pub title: String,
    /// A cell that is another number either way.
    pub found: String,
    /// With a point before decimals, and with a comma.
    pub numbers: [f64; 2],
}

/// A column whose decimals certainly stand behind another mark than was said.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherDecimals {
    /// Title cell.
    pub cell: String,
    pub title: String,
    /// What shows it, and where it stands.
    pub found: String,
    pub place: String,
    /// A comma stands before decimals there; else a point.
    pub comma: bool,
}

/// A column of numbers of options whose order nobody told.
#[derive(Clone, Debug, PartialEq)]
pub struct Unordered {
    /// Title cell.
    pub cell: String,
    pub title: String,
    /// Code of its item and the options as they were met: `Q2=yes;no`.
    pub options: String,
}
