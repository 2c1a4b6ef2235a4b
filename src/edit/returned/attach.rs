//! Files beside a return: evidence that what it says is what the customer said.

use super::subject;
use crate::edit::{Known, Refusal, changed};
use crate::model::{Attachment, AttachmentId, Change, Edit, ReturnId, Step, StepKind};

/// Lays files beside a return; one that lies there already is left out.
///
/// # Errors
/// [`Refusal::Unchanged`] when all of them lie there; [`Refusal::NotRead`] while the returns of
/// its wave are not there.
pub(in crate::edit) fn attach(
    known: &Known<'_>,
    id: ReturnId,
    files: &[Attachment],
) -> Result<Step, Refusal> {
    let returned = known.returned(id)?;
    let there = |file: &Attachment| {
        known
            .data
            .attached_to(id)
            .any(|it| it.sha256 == file.sha256)
    };
    let new = files.iter().filter(|file| !there(file));
    let changes: Vec<Change> = new
        .map(|file| {
            let file = Attachment {
                of: id,
                ..file.clone()
            };
            Change::Attachment(Edit::created(file))
        })
        .collect();
    if changes.is_empty() {
        return Err(Refusal::Unchanged);
    }
    let subject = subject(known.data, returned);
    Ok(Step::new(StepKind::Attach, subject, changes))
}

/// Says that a file shows the customer's seal, or does not.
pub(in crate::edit) fn mark_sealed(
    known: &Known<'_>,
    id: AttachmentId,
    sealed: bool,
) -> Result<Step, Refusal> {
    let file = find(known, id)?;
    let edit = changed(file, |it| it.sealed = sealed)?;
    let changes = vec![Change::Attachment(edit)];
    Ok(Step::new(StepKind::Attach, file.name.as_str(), changes))
}

/// Takes a file away from a return.
pub(in crate::edit) fn detach(known: &Known<'_>, id: AttachmentId) -> Result<Step, Refusal> {
    let file = find(known, id)?;
    let changes = vec![Change::Attachment(Edit::removed(file.clone()))];
    Ok(Step::new(StepKind::Detach, file.name.as_str(), changes))
}

fn find<'a>(known: &Known<'a>, id: AttachmentId) -> Result<&'a Attachment, Refusal> {
    let mut files = known.data.attachments.iter();
    files.find(|it| it.id == id).ok_or(Refusal::Gone)
}
