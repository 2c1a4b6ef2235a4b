//! A fact: a label and what holds.

use super::Cell;

/// A label, what holds, and a word on it, which may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub label: String,
    pub value: Cell,
    pub note: String,
}

impl Fact {
    /// Without a note.
    pub fn new(label: String, value: Cell) -> Self {
        Self {
            label,
            value,
            note: String::new(),
        }
    }
}
