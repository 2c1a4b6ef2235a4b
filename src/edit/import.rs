//! An import as a whole: taken back, or let count again, whenever it was.

use super::{Known, Refusal, changed};
use crate::model::{Change, ImportId, Step, StepKind};

/// Takes an import back (`undone`), or lets it count again.
pub(super) fn mark(known: &Known<'_>, id: ImportId, undone: bool) -> Result<Step, Refusal> {
    let import = known.data.import(id).ok_or(Refusal::Gone)?;
    let edit = changed(import, |it| it.undone = undone)?;
    let kind = if undone {
        StepKind::UndoImport
    } else {
        StepKind::RestoreImport
    };
    Ok(Step::new(
        kind,
        import.file.as_str(),
        vec![Change::Import(edit)],
    ))
}
