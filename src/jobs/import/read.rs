//! A candidate read into what would enter the workspace.

use std::panic::resume_unwind;
use std::thread;

use jiff::Timestamp;

use super::{Candidate, Learned};
use crate::intake::{Context, Imported, IntakeError, Sheet, file, returns, without_private};
use crate::jobs::JobError;
use crate::model::{Data, ImportBatch, Mapping, Progress, Questionnaire, SetAside};

/// What a candidate holds, as it would enter.
pub(in crate::jobs) struct Read {
    pub batch: ImportBatch,
    /// Rows that hold something but are no returns.
    pub set_aside: Vec<SetAside>,
    /// Rows that are returns though they are called what sums others up.
    pub doubtful: Vec<u32>,
}

/// Reads every row, words that were settled before as they were meant, and leaves out of what is
/// kept who sat where.
///
/// # Errors
/// Those of [`returns::read`] and [`without_private`].
pub(in crate::jobs) fn read(
    data: &Data,
    candidate: &Candidate,
    context: &Context<'_>,
    at: Timestamp,
    progress: &Progress,
) -> Result<Read, JobError> {
    let Candidate {
        source,
        sheet,
        mapping,
        keep_private,
        ..
    } = candidate;
    let (mut imported, open) = thread::scope(|scope| {
        // Writing what may be kept takes as long as reading the rows.
        let kept = || without_private(sheet, mapping, progress);
        let open = (!keep_private).then(|| scope.spawn(kept));
        let imported = returns::read(sheet, mapping, context, progress)?;
        let open = open.map(|it| it.join().unwrap_or_else(|panic| resume_unwind(panic)));
        Ok::<_, IntakeError>((imported, open.transpose()?.flatten()))
    })?;
    Learned::of(data).read(&mut imported, context.questionnaire);
    returns::refuse_unreadable(sheet, mapping, context.questionnaire, &imported)?;
    let (set_aside, doubtful) = (imported.set_aside.clone(), imported.doubtful.clone());
    let mut batch = imported.into_batch(source.clone(), sheet, mapping, context.wave, at);
    if let Some(open) = open {
        batch.source = file::source(source.name.clone(), open);
    }
    Ok(Read {
        batch,
        set_aside,
        doubtful,
    })
}

/// Refuses what was read if a column holds nothing that can be read, words that were settled
/// before as they were meant.
///
/// # Errors
/// Those of [`returns::refuse_unreadable`].
pub fn refuse_unreadable(
    data: &Data,
    sheet: &Sheet,
    mapping: &Mapping,
    asked: &Questionnaire,
    imported: &Imported,
) -> Result<(), IntakeError> {
    let refused = returns::refuse_unreadable(sheet, mapping, asked, imported);
    if refused.is_ok() {
        return Ok(());
    }
    let mut known = imported.clone();
    match Learned::of(data).read(&mut known, asked) {
        0 => refused,
        _ => returns::refuse_unreadable(sheet, mapping, asked, &known),
    }
}
