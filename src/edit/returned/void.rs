//! Whether a return counts.

use super::subject;
use crate::edit::{Known, Refusal};
use crate::model::{Change, Edit, Return, ReturnId, Step, StepKind};

/// It does not, for this reason.
pub(in crate::edit) fn void(
    known: &Known<'_>,
    id: ReturnId,
    reason: &str,
) -> Result<Step, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NeedsReason);
    }
    mark(known, id, StepKind::VoidReturn, Some(reason))
}

/// It does.
pub(in crate::edit) fn count_again(known: &Known<'_>, id: ReturnId) -> Result<Step, Refusal> {
    mark(known, id, StepKind::RestoreReturn, None)
}

fn mark(
    known: &Known<'_>,
    id: ReturnId,
    kind: StepKind,
    reason: Option<&str>,
) -> Result<Step, Refusal> {
    let returned = known.returned(id)?;
    if returned.void.as_deref() == reason {
        return Err(Refusal::Unchanged);
    }
    let change = marked(returned, reason);
    Ok(Step::new(kind, subject(known.data, returned), vec![change]))
}

/// The change that makes a return void, or lets it count.
pub(super) fn marked(returned: &Return, reason: Option<&str>) -> Change {
    let after = Return {
        void: reason.map(str::to_owned),
        ..returned.clone()
    };
    Change::Return(Box::new(Edit::changed(returned.clone(), after)))
}
