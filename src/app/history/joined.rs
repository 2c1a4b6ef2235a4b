//! Edits of one thing that follow each other, as one.

use crate::model::{Change, Edit, Step};

/// Both steps as one, when each changes one and the same thing and the second begins where
/// the first ended.
pub(super) fn joined(first: &Step, second: &Step) -> Option<Step> {
    let ([one], [two]) = (first.changes.as_slice(), second.changes.as_slice()) else {
        return None;
    };
    let change = match (one, two) {
        (Change::Workspace(a), Change::Workspace(b)) => Change::Workspace(both(a, b)?),
        (Change::Survey(a), Change::Survey(b)) => Change::Survey(both(a, b)?),
        (Change::Revision(a), Change::Revision(b)) => Change::Revision(Box::new(both(a, b)?)),
        (Change::Customer(a), Change::Customer(b)) => Change::Customer(both(a, b)?),
        (Change::Frame(a), Change::Frame(b)) => Change::Frame(both(a, b)?),
        (Change::Action(a), Change::Action(b)) => Change::Action(Box::new(both(a, b)?)),
        _ => return None,
    };
    Some(Step {
        changes: vec![change],
        ..second.clone()
    })
}

fn both<T: Clone + PartialEq>(first: &Edit<T>, second: &Edit<T>) -> Option<Edit<T>> {
    let meet = first.after.is_some() && first.after == second.before;
    let keeps = first.before.is_some() && second.after.is_some();
    (meet && keeps).then(|| Edit {
        before: first.before.clone(),
        after: second.after.clone(),
    })
}
