//! Returns that came in before with other answers: what was chosen of them, done.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{Candidate, Repeats};
use crate::jobs::JobError;
use crate::model::{Change, Edit, NoReturn, RepeatChoice, Replaced, Return, ReturnId, WaveId};
use crate::store::Store;

/// The rows that bring no return, once nothing is left to be asked.
///
/// # Errors
/// [`JobError::Repeats`] with what would have to be chosen.
pub(super) fn decided(
    candidate: &Candidate,
    repeats: &Repeats,
) -> Result<BTreeMap<u32, NoReturn>, JobError> {
    if candidate.repeats.is_none() && !repeats.asked.is_empty() {
        return Err(JobError::Repeats {
            file: candidate.source.name.clone(),
            sheet: candidate.sheet.name.clone(),
            returns: repeats.asked.clone(),
        });
    }
    Ok(repeats.aside(candidate.repeats))
}

/// Returns that newer answers take the place of, and what makes them count no more.
#[derive(Default)]
pub(super) struct Replacing {
    pub replaces: Vec<Replaced>,
    pub changes: Vec<Change>,
}

pub(super) fn replacing(
    store: &Store,
    candidate: &Candidate,
    repeats: &Repeats,
    wave: WaveId,
) -> Result<Replacing, JobError> {
    let mut replacing = Replacing::default();
    let differ = repeats.asked.iter().filter(|it| !it.differs.is_empty());
    let ids: FxHashSet<ReturnId> = differ.map(|it| it.before).collect();
    if candidate.repeats != Some(RepeatChoice::Newest) || ids.is_empty() {
        return Ok(replacing);
    }
    let returns = store.load_wave(wave).map_err(JobError::of(store))?;
    let before = returns.returns.iter().filter(|it| ids.contains(&it.id));
    for returned in before.filter(|it| it.void.is_none()) {
        replacing.replaces.push(Replaced {
            returned: returned.id,
            reason: candidate.replaced.clone(),
        });
        let after = Return {
            void: Some(candidate.replaced.clone()),
            ..returned.clone()
        };
        let edit = Edit::changed(returned.clone(), after);
        replacing.changes.push(Change::Return(Box::new(edit)));
    }
    Ok(replacing)
}
