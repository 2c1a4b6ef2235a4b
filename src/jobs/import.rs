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
    Step, StepKind, Survey, Touched,
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

/// A sheet of a file and what its columns are.
struct Found {
    sheets: Vec<SheetInfo>,
    at: usize,
    sheet: Sheet,
    mapping: Mapping,
}

impl Found {
    /// Whether any column is an item.
    fn fits(&self) -> bool {
        !self.mapping.problems().contains(&Problem::NothingFits)
    }

    fn of(self, source: SourceFile) -> Candidate {
        Candidate {
            source,
            sheets: self.sheets,
            at: self.at,
            sheet: self.sheet,
            mapping: self.mapping,
        }
    }
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
/// usable one if none has.
pub fn open(path: &Path, asked: Asked<'_>, progress: &Progress) -> Result<Candidate, JobError> {
    let (source, found) = file::read_while(path, |name, bytes| {
        first_fitting(Spreadsheet::open(name, bytes, progress)?, asked, progress)
    })?;
    Ok(found.of(source))
}

/// The same for a file that is in memory already.
pub fn recognise(
    source: &SourceFile,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let spreadsheet = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    let found = first_fitting(spreadsheet, asked, progress)?;
    Ok(found.of(source.clone()))
}

fn first_fitting(
    mut spreadsheet: Spreadsheet,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Found, JobError> {
    let sheets = spreadsheet.sheets().iter().enumerate();
    let visible: Vec<usize> = sheets
        .filter(|(_, sheet)| !sheet.hidden)
        .map(|(at, _)| at)
        .collect();
    let mut best: Option<Result<Found, JobError>> = None;
    for at in visible {
        match find(&mut spreadsheet, at, asked, progress) {
            Ok(found) if found.fits() => return Ok(found),
            Ok(found) if !matches!(best, Some(Ok(_))) => best = Some(Ok(found)),
            // An empty or wordy sheet beside the one with the returns.
            Err(JobError::Intake(error)) if matches!(*error, IntakeError::Sheet { .. }) => {
                best.get_or_insert(Err(JobError::Intake(error)));
            }
            Ok(_) => {}
            Err(error) => return Err(error),
        }
    }
    best.unwrap_or_else(|| find(&mut spreadsheet, 0, asked, progress))
}

/// The file at another of its sheets.
pub fn at_sheet(
    source: &SourceFile,
    at: usize,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let mut spreadsheet = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    let found = find(&mut spreadsheet, at, asked, progress)?;
    Ok(found.of(source.clone()))
}

fn find(
    spreadsheet: &mut Spreadsheet,
    at: usize,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Found, JobError> {
    let sheet = spreadsheet.read(at, progress)?;
    let mapping = mapping::propose(&sheet, asked.questionnaire, asked.customers, asked.values);
    Ok(Found {
        sheets: spreadsheet.sheets().to_vec(),
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
    refuse_twice(store, data, survey, &candidate.source)?;
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

/// Keeps the batch, and opens its wave in the same step if it is new.
fn keep(
    store: &mut Store,
    opening: &Opening,
    batch: ImportBatch,
    progress: &Progress,
) -> Result<(ImportId, Touched), JobError> {
    let kept = if opening.changes.is_empty() {
        store.import(batch, progress)
    } else {
        let period = opening.wave.period.to_string();
        let step = Step::new(StepKind::OpenWave, period, opening.changes.clone());
        store.open_and_import(&step, batch, progress)
    };
    kept.map_err(JobError::of(store))
}

/// Refuses a file the survey holds already before the work of reading it.
fn refuse_twice(
    store: &Store,
    data: &Data,
    survey: &Survey,
    source: &SourceFile,
) -> Result<(), JobError> {
    let before = data.import_of(survey.id, &source.sha256);
    before.map_or(Ok(()), |(import, wave)| {
        Err(JobError::of(store)(StoreError::SameFile {
            file: import.file.clone(),
            at: import.at,
            period: wave.period,
        }))
    })
}
