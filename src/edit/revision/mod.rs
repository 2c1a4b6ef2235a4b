//! Revisions as wholes: the next one, what sets it apart from the one before, its signatures.

mod next;
mod relation;
mod sign;

use crate::edit::{Known, Refusal};
use crate::model::{Change, Edit, RevisionId, Step, StepKind};

pub(super) use next::next;
pub use next::next_label;
pub(super) use relation::reworded;
pub use relation::{differences, dropped, earlier};
pub(super) use sign::sign;

/// Takes a draft out again.
pub(super) fn remove(known: &Known<'_>, id: RevisionId) -> Result<Step, Refusal> {
    let revision = known.data.revision(id).ok_or(Refusal::Gone)?;
    if !revision.editable() {
        return Err(Refusal::Locked);
    }
    let gone = Change::Revision(Box::new(Edit::removed(revision.clone())));
    let label = revision.label.as_str();
    Ok(Step::new(StepKind::EditQuestionnaire, label, vec![gone]))
}
