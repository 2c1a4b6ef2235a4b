//! The last step of taking a file in: the batch is kept, with what has to happen before it.

use crate::edit::Opening;
use crate::jobs::JobError;
use crate::model::{Change, Edit, Import, ImportBatch, Progress, Step, StepKind};
use crate::store::{Entered, Store};

/// Lets an import that was taken back count again, in its wave.
pub(super) fn again(opening: &Opening, import: &Import) -> Step {
    let undone = Import {
        undone: true,
        ..import.clone()
    };
    let mut changes = opening.changes.clone();
    changes.push(Change::Import(Edit::changed(undone, import.clone())));
    Step::new(StepKind::RestoreImport, import.file.clone(), changes)
}

/// Keeps the batch, and opens its wave in the same step if it is new.
pub(super) fn keep(
    store: &mut Store,
    opening: &Opening,
    (batch, instead): (ImportBatch, bool),
    progress: &Progress,
) -> Result<Entered, JobError> {
    let kept = if opening.changes.is_empty() {
        store.import(batch, progress)
    } else if instead {
        let file = batch.import.file.clone();
        let step = Step::new(StepKind::UndoImport, file, opening.changes.clone());
        store.open_and_import(&step, batch, progress)
    } else {
        let period = opening.wave.period.to_string();
        let step = Step::new(StepKind::OpenWave, period, opening.changes.clone());
        store.open_and_import(&step, batch, progress)
    };
    kept.map_err(JobError::of(store))
}
