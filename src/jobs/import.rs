//! A file of returns into a wave: open, recognise, read, keep. One file is one step.

use std::path::Path;

use jiff::{Timestamp, Zoned};

use super::{JobError, wave, wave::Opening};
use crate::intake::spreadsheet::SheetInfo;
use crate::intake::{
    Context, IntakeError, Mapping, Problem, Reading, Sheet, Spreadsheet, file, mapping, returns,
};
use crate::model::{
    Customer, Data, ImportBatch, ImportId, Issue, Period, Progress, Questionnaire, SourceFile,
    Step, StepKind, Survey, Touched, Wave,
};
use crate::store::{Store, StoreError};

/// A file opened at one of its sheets, its columns recognised as far as they leave no doubt.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub source: SourceFile,
    pub sheets: Vec<SheetInfo>,
    /// Which of `sheets` this is.
    pub at: usize,
    pub sheet: Sheet,
    pub mapping: Mapping,
}

/// What the columns are recognised by.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub questionnaire: &'a Questionnaire,
    pub customers: &'a [Customer],
    /// How columns of numbers are read, if the user said so.
    pub values: Option<Reading>,
}

/// What a file came to.
#[derive(Clone, Debug)]
pub struct Taken {
    pub import: ImportId,
    pub returns: usize,
    /// Returns that count at once.
    pub valid: usize,
    pub issues: Vec<Issue>,
    /// Rows that held something but no answer.
    pub rows_without_answer: u32,
    pub touched: Touched,
}

/// Opens a file at the first visible sheet that has a column for an item; at its first
/// visible one if none has.
pub fn open(path: &Path, asked: Asked<'_>, progress: &Progress) -> Result<Candidate, JobError> {
    recognise(file::read(path)?, asked, progress)
}

/// The same for a file that is in memory already.
pub fn recognise(
    source: SourceFile,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let mut spreadsheet = Spreadsheet::open(source.clone(), progress)?;
    let sheets = spreadsheet.sheets().to_vec();
    let mut visible: Vec<usize> = (0..sheets.len()).filter(|at| !sheets[*at].hidden).collect();
    if visible.is_empty() {
        visible.push(0);
    }
    let mut first = None;
    for at in visible {
        let sheet = match spreadsheet.read(at, progress) {
            Ok(sheet) => sheet,
            // An empty or wordy sheet beside the one with the returns.
            Err(error @ IntakeError::Sheet { .. }) => {
                first = first.or(Some(Err(error)));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let mapping = mapping::propose(&sheet, asked.questionnaire, asked.customers, asked.values);
        let fits = !mapping.problems().contains(&Problem::NothingFits);
        let candidate = Candidate {
            source: source.clone(),
            sheets: sheets.clone(),
            at,
            sheet,
            mapping,
        };
        if fits {
            return Ok(candidate);
        }
        if !matches!(first, Some(Ok(_))) {
            first = Some(Ok(candidate));
        }
    }
    match first {
        Some(found) => Ok(found?),
        None => Err(JobError::Unexpected(format!(
            "{} has no sheet",
            source.name
        ))),
    }
}

/// The same file at another of its sheets.
pub fn at_sheet(
    source: SourceFile,
    at: usize,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let mut spreadsheet = Spreadsheet::open(source.clone(), progress)?;
    let sheets = spreadsheet.sheets().to_vec();
    let sheet = spreadsheet.read(at, progress)?;
    let mapping = mapping::propose(&sheet, asked.questionnaire, asked.customers, asked.values);
    Ok(Candidate {
        source,
        sheets,
        at,
        sheet,
        mapping,
    })
}

/// Reads every row and keeps it, opening the wave if it is new. Whatever fails, the workspace
/// is as it was.
pub fn take_in(
    store: &mut Store,
    data: &Data,
    survey: &Survey,
    period: Period,
    candidate: Candidate,
    progress: &Progress,
) -> Result<Taken, JobError> {
    let opening = wave::opening(store, data, survey, period, Zoned::now().date())?;
    refuse_twice(store, data, &opening.wave, &candidate.source)?;
    let context = Context {
        questionnaire: &opening.revision.questionnaire,
        customers: &data.customers,
        wave: opening.wave.id,
    };
    let Candidate {
        source,
        sheet,
        mapping,
        ..
    } = candidate;
    let imported = returns::read(&sheet, &mapping, &context, progress)?;
    let rows_without_answer = imported.rows_without_answer;
    let batch = imported.into_batch(source, &sheet, &mapping, opening.wave.id, Timestamp::now());
    drop(sheet);
    let returns = batch.returns.len();
    let valid = batch.returns.iter().filter(|one| one.valid()).count();
    let (import, touched) = keep(store, &opening, batch, progress)?;
    let after = store.load().map_err(JobError::of(store))?;
    let issues = after
        .issues
        .into_iter()
        .filter(|issue| issue.import == import);
    Ok(Taken {
        import,
        returns,
        valid,
        issues: issues.collect(),
        rows_without_answer,
        touched,
    })
}

/// Opens the wave if it is new and keeps the batch. When the batch is refused the wave is
/// closed again.
fn keep(
    store: &mut Store,
    opening: &Opening,
    batch: ImportBatch,
    progress: &Progress,
) -> Result<(ImportId, Touched), JobError> {
    if opening.changes.is_empty() {
        return store.import(batch, progress).map_err(JobError::of(store));
    }
    let period = opening.wave.period.to_string();
    let step = Step::new(StepKind::OpenWave, period, opening.changes.clone());
    store.apply(&step).map_err(JobError::of(store))?;
    match store.import(batch, progress) {
        Ok((import, _)) => Ok((
            import,
            Touched {
                waves: vec![opening.wave.id],
                everything: true,
            },
        )),
        Err(error) => {
            store.apply(&step.inverse()).map_err(JobError::of(store))?;
            Err(JobError::of(store)(error))
        }
    }
}

/// Refuses a file the wave holds already before the work of reading it.
fn refuse_twice(
    store: &Store,
    data: &Data,
    wave: &Wave,
    source: &SourceFile,
) -> Result<(), JobError> {
    let before = data
        .imports
        .iter()
        .find(|import| import.wave == wave.id && import.sha256 == source.sha256 && !import.undone);
    before.map_or(Ok(()), |import| {
        Err(JobError::of(store)(StoreError::SameFile {
            file: import.file.clone(),
            at: import.at,
        }))
    })
}
