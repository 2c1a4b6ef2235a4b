//! Rows of a sheet of returns that are none.

/// Why a row that holds something is no return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoReturn {
    /// No item has an answer.
    NoAnswer,
    /// It repeats the titles, or says them in other words: codes, another language, hints.
    Titles,
    /// It sums up the others: totals, means, counts of an option.
    Statistics,
    /// It is held against the others: targets, weights, full marks, an example, another period.
    Yardstick,
    /// Signatures, dates and notes around the table.
    Note,
    /// It is a return the wave holds already.
    There,
    /// It is a return another wave holds.
    Elsewhere,
    /// The return came in before with other answers, which stay.
    First,
    /// It belongs to another table below, whose columns stand in another order.
    OtherTitles,
    /// Somebody only tried the survey out.
    Trial,
    /// A person said it is none.
    Said,
    /// Somebody struck through all its answers.
    Struck,
    /// It has more fields than there are titles: nobody knows which belongs where.
    Shifted,
}

impl NoReturn {
    pub const ALL: [Self; 13] = [
        Self::Struck,
        Self::Shifted,
        Self::There,
        Self::Elsewhere,
        Self::First,
        Self::OtherTitles,
        Self::Trial,
        Self::Said,
        Self::NoAnswer,
        Self::Titles,
        Self::Statistics,
        Self::Yardstick,
        Self::Note,
    ];

    /// Whether the row is a return that came in before.
    pub fn is_there(self) -> bool {
        matches!(self, Self::There | Self::Elsewhere | Self::First)
    }
}

/// A row that is no return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// As the spreadsheet numbers it.
    pub row: u32,
    pub why: NoReturn,
}
