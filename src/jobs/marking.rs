//! A firm's own form marked on its blank: marks written into the cells are taken from there, and
//! kept with the blank.

use std::path::Path;

use jiff::Zoned;

use super::JobError;
use crate::edit::{Intent, Known, Refusal};
use crate::intake::{
    FileFault, ForeignKind, IntakeError, MappingFault, SheetFault, file, form, marking,
};
use crate::model::{
    BlankSheet, Data, Marking, MarkingFault, MarkingId, Progress, Questionnaire, SourceFile, Step,
    SurveyId,
};
use crate::paper::excel;
use crate::store::Store;

/// Reads a blank with marks in its cells.
///
/// # Errors
/// Those of reading a file; [`JobError::Marking`] with what is wrong with its marks.
pub fn read(
    path: &Path,
    asked: &Questionnaire,
    progress: &Progress,
) -> Result<(SourceFile, Marking), JobError> {
    let source = file::read(path, progress)?;
    let wrong = |sheet: &str, fault| JobError::Marking {
        file: source.name.clone(),
        sheet: sheet.to_owned(),
        fault,
    };
    let blanks = marking::blanks(&source, progress)?;
    for blank in &blanks {
        let (sheet, marks) =
            marking::written(blank, asked).map_err(|fault| wrong(&blank.name, fault))?;
        if marks.is_empty() {
            continue;
        }
        if let Some(fault) = Marking::fault(&sheet, &marks, asked) {
            return Err(wrong(&blank.name, fault));
        }
        let marking = Marking {
            id: MarkingId::default(),
            survey: SurveyId::default(),
            file: source.name.clone(),
            sha256: source.sha256.clone(),
            sheet,
            marks,
        };
        return Ok((source, marking));
    }
    let sheet = blanks.first().map_or("", |it| it.name.as_str());
    Err(wrong(sheet, MarkingFault::NoAnswer))
}

/// Whether a file is a blank with marks in its cells, and they are right; one that cannot be read is
/// told where other files are looked at.
///
/// # Errors
/// [`JobError::Marking`] with what is wrong with its marks; [`JobError::Cancelled`].
pub fn is_marked(
    path: &Path,
    asked: &Questionnaire,
    progress: &Progress,
) -> Result<bool, JobError> {
    let small = file::head(path).is_ok_and(|(size, _)| size <= form::LARGEST as u64);
    if !small {
        return Ok(false);
    }
    let source = file::read(path, progress);
    let marked = source.is_ok_and(|it| holds_marks(&it, asked, progress));
    progress.wanted()?;
    match marked {
        true => read(path, asked, progress).map(|_| true),
        false => Ok(false),
    }
}

/// Whether somebody wrote marks into the cells of a file, right or wrong.
pub fn holds_marks(source: &SourceFile, asked: &Questionnaire, progress: &Progress) -> bool {
    let marked = |it: &BlankSheet| marking::is_marked(it, asked);
    let blanks = marking::blanks(source, progress);
    blanks.is_ok_and(|all| all.iter().any(marked))
}

/// The form with its marks in its cells, as it can be read in again; items go by the codes of the
/// newest revision.
///
/// # Errors
/// [`JobError::NoQuestionnaire`]; those of writing a workbook.
pub fn workbook(data: &Data, marking: &Marking) -> Result<Vec<u8>, JobError> {
    let survey = data.survey(marking.survey);
    let survey = survey.map(|it| it.name.clone()).unwrap_or_default();
    let revision = data.revisions_of(marking.survey).next_back();
    let revision = revision.ok_or(JobError::NoQuestionnaire { survey })?;
    let asked = &revision.questionnaire;
    let cells = marking::as_text(&marking.sheet, &marking.marks, asked);
    Ok(excel::marked(&marking.sheet, &cells)?)
}

/// Keeps a form that was marked, with its blank; `None` where it is kept so already.
///
/// # Errors
/// Those of the workspace; [`JobError::Refused`].
pub fn keep(
    store: &mut Store,
    data: &Data,
    (source, marking): (&SourceFile, &Marking),
) -> Result<Option<Step>, JobError> {
    let wanted = Marking {
        id: MarkingId(store.fresh_id()),
        ..marking.clone()
    };
    let known = Known {
        data,
        returns: None,
        ids: &store.ids(),
        today: Zoned::now().date(),
        who: &crate::store::who(),
    };
    let step = match Intent::SetMarking(Box::new(wanted)).step(&known) {
        Ok(step) => step,
        Err(Refusal::Unchanged) => return Ok(None),
        Err(why) => return Err(JobError::Refused(why)),
    };
    store.keep_file(source).map_err(JobError::of(store))?;
    store.apply(&step).map_err(JobError::of(store))?;
    Ok(Some(step))
}

/// Whether a file that was refused may be a form that only has to be marked.
pub fn may_help(error: &JobError) -> bool {
    let JobError::Intake(error) = error else {
        return false;
    };
    match error.as_ref() {
        IntakeError::Sheet { fault, .. } => matches!(
            fault,
            SheetFault::NoHeader
                | SheetFault::Turned { .. }
                | SheetFault::RowPerAnswer { .. }
                | SheetFault::NoReturns
                | SheetFault::NoQuestion
                | SheetFault::Unanchored { .. }
                | SheetFault::StaleMarking { .. }
        ),
        IntakeError::Mapping { fault, .. } => *fault == MappingFault::NothingFits,
        IntakeError::File { fault, .. } => *fault == FileFault::NotASpreadsheet(ForeignKind::Word),
        _ => false,
    }
}

/// Whether it was refused as a form that was marked.
pub fn was_marked(error: &JobError) -> bool {
    let JobError::Intake(error) = error else {
        return false;
    };
    matches!(
        error.as_ref(),
        IntakeError::Sheet {
            fault: SheetFault::Unanchored { .. } | SheetFault::StaleMarking { .. },
            ..
        }
    )
}
