//! An import as a whole: taken back, or let count again, whenever it was.

use super::{Known, Refusal, changed};
use crate::model::{Change, Edit, ImportId, Replaced, Return, Step, StepKind};

/// Takes an import back (`undone`), or lets it count again.
pub(super) fn mark(known: &Known<'_>, id: ImportId, undone: bool) -> Result<Step, Refusal> {
    let import = known.data.import(id).ok_or(Refusal::Gone)?;
    let edit = changed(import, |it| it.undone = undone)?;
    let kind = if undone {
        StepKind::UndoImport
    } else {
        StepKind::RestoreImport
    };
    // What it took the place of counts again, or no more: never both at once.
    let olds = import.mapping.instead_of.iter();
    let olds = olds.filter_map(|old| known.data.import(*old).filter(|it| it.undone == undone));
    let olds = olds.map(|old| changed(old, |it| it.undone = !undone).map(Change::Import));
    let olds = olds.collect::<Result<Vec<Change>, Refusal>>()?;
    let own = vec![Change::Import(edit)];
    let mut changes = if undone { [own, olds] } else { [olds, own] }.concat();
    for before in &import.mapping.replaces {
        changes.extend(replaced(known, before, undone)?);
    }
    Ok(Step::new(kind, import.file.as_str(), changes))
}

/// The same for all that came in at once with it, as the forms of a folder do, in one step.
pub(super) fn mark_together(
    known: &Known<'_>,
    id: ImportId,
    undone: bool,
) -> Result<Step, Refusal> {
    let import = known.data.import(id).ok_or(Refusal::Gone)?;
    let others = known.data.imports.iter();
    let others = others.filter(|it| it.at == import.at && it.id != id && it.undone != undone);
    let mut step = mark(known, id, undone)?;
    let mut more = 0_usize;
    for other in others {
        step.changes.extend(mark(known, other.id, undone)?.changes);
        more += 1;
    }
    if more > 0 {
        step.subject = format!("{} + {more}", import.file);
    }
    Ok(step)
}

/// A return whose place newer answers took counts again once those are taken back, and no more
/// once they are there again, unless somebody decided on it since.
fn replaced(known: &Known<'_>, before: &Replaced, undone: bool) -> Result<Option<Change>, Refusal> {
    let returned = match known.returned(before.returned) {
        Ok(returned) => returned,
        Err(Refusal::Gone) => return Ok(None),
        Err(refusal) => return Err(refusal),
    };
    let reason = Some(before.reason.clone());
    let (then, now) = if undone {
        (reason, None)
    } else {
        (None, reason)
    };
    let after = Return {
        void: now,
        ..returned.clone()
    };
    let edit = Edit::changed(returned.clone(), after);
    Ok((returned.void == then).then(|| Change::Return(Box::new(edit))))
}
