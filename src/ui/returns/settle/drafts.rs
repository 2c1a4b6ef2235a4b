//! What stands on the cards and is not decided yet.

use std::collections::{BTreeMap, BTreeSet};

/// What is typed or ticked and not decided yet, by the key of its card.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) typed: BTreeMap<u64, String>,
    pub(super) ticked: BTreeMap<u64, Vec<u8>>,
    /// Whether the decision holds for files to come, where the user said so.
    pub(super) learn: BTreeMap<u64, bool>,
    /// Groups whose things are wanted one by one.
    apart: BTreeSet<u64>,
}

impl Drafts {
    pub(super) fn is_apart(&self, key: u64) -> bool {
        self.apart.contains(&key)
    }

    /// How many are apart: they only become more.
    pub(super) fn apart(&self) -> usize {
        self.apart.len()
    }

    pub(super) fn take_apart(&mut self, key: u64) {
        self.apart.insert(key);
    }
}
