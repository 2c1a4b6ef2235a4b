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
}
