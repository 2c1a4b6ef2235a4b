//! Why a register of customers, or one row of it, is not taken in.

/// What is wrong with a customer register or one row of it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CustomerFault {
    /// No column names the customers.
    #[error("no column holds code or name")]
    NoNameColumn,
    #[error("column {title:?} stands in {first} already")]
    DuplicateColumn { title: String, first: String },
    /// Neither code nor name in a row that holds something else.
    #[error("neither code nor name")]
    Nameless,
    #[error("code {code:?} stands in {first} already")]
    DuplicateCode { code: String, first: String },
    #[error("turnover {found:?} is no number from 0 up")]
    Turnover { found: String },
    #[error("turnover {found} is more than {limit}")]
    TurnoverTooLarge { found: String, limit: f64 },
    /// A formula that failed or was never calculated.
    #[error("{found} has no value")]
    Failed { found: String },
    #[error("{found:?} is neither yes nor no")]
    Flag { found: String },
}
