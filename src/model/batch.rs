//! What a file becomes before the store takes it in.

use super::{AnswerColumn, Import, Issue, Return, SourceFile};

/// One file ready for the store: everything enters in one transaction or nothing does.
///
/// Ids inside are not final: returns are numbered from 0 in `returns`, issues refer to those
/// numbers, and the store gives all of them their place.
#[derive(Clone, Debug)]
pub struct ImportBatch {
    pub import: Import,
    pub source: SourceFile,
    pub returns: Vec<Return>,
    /// One column an item of the wave's revision, in its order.
    pub columns: Vec<AnswerColumn>,
    pub issues: Vec<Issue>,
    /// Files kept beside the returns, the source itself among them where it shows one.
    pub files: Vec<ReturnFile>,
}

/// A file that is evidence of a return.
#[derive(Clone, Debug)]
pub struct ReturnFile {
    /// Which of the returns of its batch, from 0.
    pub returned: usize,
    pub file: SourceFile,
    /// It shows the customer's seal or stamp.
    pub sealed: bool,
}
