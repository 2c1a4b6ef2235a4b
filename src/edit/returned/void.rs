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

/// None of them does, for one reason; those that are void already stay as they are.
pub(in crate::edit) fn void_all(
    known: &Known<'_>,
    ids: &[ReturnId],
    reason: &str,
) -> Result<Step, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NeedsReason);
    }
    let meant: rustc_hash::FxHashSet<ReturnId> = ids.iter().copied().collect();
    let all = known.returns.ok_or(Refusal::NotRead)?.returns.iter();
    let all: Vec<&Return> = all
        .filter(|it| meant.contains(&it.id) && it.void.is_none())
        .collect();
    let subject = match all.as_slice() {
        [] => return Err(Refusal::Unchanged),
        [one] => subject(known.data, one),
        [first, rest @ ..] => format!("{} +{}", subject(known.data, first), rest.len()),
    };
    let changes = all.into_iter().map(|it| marked(it, Some(reason)));
    Ok(Step::new(StepKind::VoidReturn, subject, changes.collect()))
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
