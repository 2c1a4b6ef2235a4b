//! Documents that are looked at.

use crate::paper::Document;

/// What was laid out last to be looked at, each under the number it was asked for with.
#[derive(Default)]
pub(super) struct Documents {
    /// What a wave found.
    pub(super) wave: Option<(u64, Document)>,
    pub(super) form: Option<(u64, Document)>,
}

impl Documents {
    /// The one laid out under a number.
    pub(super) fn of(&self, number: u64) -> Option<&Document> {
        let mut all = [&self.wave, &self.form].into_iter().flatten();
        all.find(|(known, _)| *known == number).map(|(_, it)| it)
    }
}
