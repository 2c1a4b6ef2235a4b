//! What forms asked, made ready once for all forms of a revision.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::intake::form::Asked;
use crate::model::{Revision, RevisionId};

/// What the revisions met so far ask.
#[derive(Default)]
pub(super) struct Questions<'a>(Mutex<FxHashMap<RevisionId, Arc<Asked<'a>>>>);

impl<'a> Questions<'a> {
    pub fn of(&self, revision: &'a Revision) -> Arc<Asked<'a>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = || Arc::new(Asked::of(&revision.questionnaire));
        Arc::clone(known.entry(revision.id).or_insert_with(asked))
    }
}
