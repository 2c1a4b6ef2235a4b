//! Small parts of an archive, looked into before anything is known of it.

use std::sync::Arc;

use super::archive::Archive;
use super::watch::Watch;

/// Nobody looks into a larger part for a few words: what is looked for is small.
const LARGEST: u64 = 4 << 20;

/// The parts of a file that is an archive.
pub(in crate::intake) struct Parts(pub(super) Archive);

impl Parts {
    /// `None` where the file is no archive, or is damaged: whoever opens it says so.
    pub fn of(bytes: &Arc<[u8]>) -> Option<Self> {
        let archive = Archive::open(Arc::clone(bytes), &Watch::default());
        archive.ok().map(Self)
    }

    /// A part by its name in lower case; `None` where there is none, or a large one.
    pub fn read(&self, key: &str) -> Option<Vec<u8>> {
        let at = self.0.find(key)?;
        let size = self.0.parts.get(at)?.size;
        let read = (size <= LARGEST).then(|| self.0.read(at, &Watch::default()));
        read?.ok()
    }
}

/// Whether a name is one of those our forms give their places.
pub(super) fn is_ours(name: &str) -> bool {
    let start = name.get(..6);
    start.is_some_and(|start| start.eq_ignore_ascii_case("MANYI_"))
}
