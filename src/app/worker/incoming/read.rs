//! The file at hand read as far as its columns are decided, or why nothing can be taken in.

use crate::intake::{Context, Imported, IntakeError, MappingFault, SheetFault, returns};
use crate::jobs::JobError;
use crate::jobs::import::{self, Candidate};
use crate::model::{Data, Progress, Undecided};
use crate::ui::Refusal;

/// What would be taken in, columns that are not decided yet left out.
pub(super) fn read(
    data: &Data,
    candidate: &Candidate,
    context: &Context<'_>,
    progress: &Progress,
) -> Result<(Option<Imported>, Option<Refusal>), JobError> {
    let settled = candidate.mapping.settled();
    if settled.undecided().contains(&Undecided::NothingFits) {
        return Ok((None, None));
    }
    let read = match candidate.mapping.undecided().is_empty() {
        true => returns::read,
        false => returns::read_decided,
    };
    let place = |cell: &str| {
        let mut columns = settled.columns.iter();
        columns.position(|it| it.cell == cell).unwrap_or(0)
    };
    let read = read(&candidate.sheet, &settled, context, progress);
    let read = read.and_then(|imported| {
        let asked = context.questionnaire;
        import::refuse_unreadable(data, &candidate.sheet, &settled, asked, &imported)?;
        Ok(imported)
    });
    let refusal = match read {
        Ok(imported) => return Ok((Some(imported), None)),
        Err(IntakeError::Sheet {
            fault: SheetFault::NoReturns | SheetFault::OpenForm { .. },
            ..
        }) => Refusal::NoReturns,
        Err(IntakeError::Sheet {
            fault: SheetFault::AllThere { returns },
            ..
        }) => Refusal::AllThere(returns),
        Err(IntakeError::Mapping {
            fault: MappingFault::NothingScored { .. },
            ..
        }) => Refusal::NothingScored,
        Err(IntakeError::Mapping {
            fault: MappingFault::WrongColumn { cell, .. },
            ..
        }) => Refusal::WrongColumn(place(&cell)),
        Err(IntakeError::Mapping {
            fault: MappingFault::NoneReadable(unread),
            ..
        }) => Refusal::NoneReadable {
            column: place(&unread.cell),
            example: unread.example,
        },
        Err(IntakeError::Mapping {
            fault: MappingFault::TooManyIssues { limit },
            ..
        }) => Refusal::TooManyIssues(limit),
        Err(error) => return Err(error.into()),
    };
    Ok((None, Some(refusal)))
}
