//! What a file was taken for that could have been meant otherwise.

/// What is to be said of one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Its place among the columns of the mapping.
    pub column: usize,
    pub doubt: Doubt,
}

/// What could have been meant otherwise; `i18n` says it in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// Crosses are read as what was chosen, in all columns of the options of an item.
    Crosses {
        /// Code of the item.
        item: String,
    },
    /// Empty circles are, where no other tick stands.
    Circles {
        /// Code of the item.
        item: String,
    },
    /// A heading has the words of one item and the code of another; its words count.
    OtherCode {
        /// The code in the heading.
        code: String,
        /// Code of the item it is read as.
        item: String,
    },
}
