//! What cannot be of several things together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Plausible;
use crate::model::{Data, RevisionId};
use crate::store::StoreError;

/// Refuses revisions made from one another in a circle, and evidence and steps, which are read
/// apart from their action.
pub(in crate::store) fn together(data: &Data) -> Result<(), StoreError> {
    let damaged = |table: &str, id: i64, what: &str| {
        Err(StoreError::Damaged(format!("{table} {id}: {what}")))
    };
    if let Some(id) = in_a_circle(data) {
        return damaged("revision", id.0, "parent");
    }
    for action in &data.actions {
        let stepless = action.steps.is_empty().then_some("steps");
        if let Some(what) = action.fault().or(stepless) {
            return damaged("action", action.id.0, what);
        }
    }
    Ok(())
}

/// A revision that leads back to itself.
fn in_a_circle(data: &Data) -> Option<RevisionId> {
    let parents = data.revisions.iter().map(|it| (it.id, it.parent));
    let parents: FxHashMap<_, _> = parents.collect();
    let mut ending: FxHashSet<RevisionId> = FxHashSet::default();
    for revision in &data.revisions {
        let mut way: FxHashSet<RevisionId> = FxHashSet::default();
        let mut at = Some(revision.id).filter(|id| !ending.contains(id));
        while let Some(id) = at {
            if !way.insert(id) {
                return Some(id);
            }
            let above = parents.get(&id).copied().flatten();
            at = above.filter(|id| !ending.contains(id));
        }
        ending.extend(way);
    }
    None
}
