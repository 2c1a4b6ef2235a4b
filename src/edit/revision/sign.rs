//! Signing: prepared, reviewed, approved, each with a name and a date. A signature is
//! superseded by a later one, never taken back.

use crate::edit::{Known, Refusal};
use crate::model::{RevisionId, Role, Signature, Step, StepKind};

/// Signs a revision.
pub(in crate::edit) fn sign(
    known: &Known<'_>,
    id: RevisionId,
    role: Role,
    given: &Signature,
) -> Result<Step, Refusal> {
    let revision = known.data.revision(id).ok_or(Refusal::Gone)?;
    let name = given.name.trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::NeedsName);
    }
    let date = given.date;
    let signatures = revision.signatures.clone();
    let signatures = signatures.with(role, Signature { name, date });
    if signatures == revision.signatures {
        return Err(Refusal::Unchanged);
    }
    let change = revision.sign(signatures);
    Ok(Step::new(
        StepKind::Sign,
        revision.label.as_str(),
        vec![change],
    ))
}
