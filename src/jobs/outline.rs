//! A questionnaire outlined from an export: the sheet that holds the returns, and what they say
//! was asked.

use std::path::Path;

use super::JobError;
use crate::i18n::Language;
use crate::intake::outline::{Outline, Words, outline};
use crate::intake::{Decoding, IntakeError, Sheet, Spreadsheet, definition, file};
use crate::model::{BestEnd, Progress, SourceFile};
use crate::tr;

/// How an export is read.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Name of the sheet; the one that holds most where nobody says.
    pub sheet: Option<&'a str>,
    /// Which end of scales is the best where their labels do not say.
    pub best: Option<BestEnd>,
    pub decoding: Decoding,
    /// Of what the program puts in its own words.
    pub language: Language,
}

/// Reads the export; nothing is kept yet.
///
/// # Errors
/// [`SheetFault::BestUnknown`](crate::intake::SheetFault::BestUnknown) where `best` is needed and
/// not said; [`JobError::UnknownSheet`].
pub fn read(path: &Path, asked: Asked<'_>, progress: &Progress) -> Result<Outline, JobError> {
    read_source(&file::read(path, progress)?, asked, progress)
}

/// The same for a file that is in memory already.
pub(super) fn read_source(
    source: &SourceFile,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Outline, JobError> {
    let (name, bytes) = (&source.name, &source.bytes);
    let mut opened = Spreadsheet::open_decoded(name, bytes, asked.decoding, progress)?;
    let sheet = sheet(&mut opened, asked.sheet, progress)?;
    let words = Words {
        overall: tr!(asked.language, "outline-overall"),
        yes: tr!(asked.language, "sheet-yes"),
        no: tr!(asked.language, "sheet-no"),
    };
    Ok(outline(&sheet, asked.best, &words, progress)?)
}

/// Whether a file is a definition workbook, not an export.
///
/// # Errors
/// Those of opening it.
pub(super) fn is_definition(source: &SourceFile, progress: &Progress) -> Result<bool, JobError> {
    let opened = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    Ok(definition::defines(&opened))
}

/// The sheet of that name, or the visible one that holds most.
fn sheet(
    opened: &mut Spreadsheet,
    named: Option<&str>,
    progress: &Progress,
) -> Result<Sheet, JobError> {
    let sheets = opened.sheets().to_vec();
    let wanted = |at: &usize| {
        let sheet = sheets.get(*at);
        sheet.is_some_and(|it| named.map_or(!it.hidden, |named| it.name == named))
    };
    let places: Vec<usize> = (0..sheets.len()).filter(wanted).collect();
    if let (true, Some(name)) = (places.is_empty(), named) {
        return Err(JobError::UnknownSheet {
            file: opened.file().to_owned(),
            name: name.to_owned(),
            known: sheets.into_iter().map(|it| it.name).collect(),
        });
    }
    let holds = |sheet: &Sheet| u64::from(sheet.rows()) * sheet.columns.len() as u64;
    let (mut best, mut fault): (Option<Sheet>, _) = (None, None);
    for at in places {
        match opened.read(at, progress) {
            Ok(sheet) if best.as_ref().is_none_or(|best| holds(&sheet) > holds(best)) => {
                best = Some(sheet);
            }
            Ok(_) => {}
            Err(error @ IntakeError::Sheet { .. }) => {
                fault.get_or_insert(error);
            }
            Err(error) => return Err(error.into()),
        }
    }
    match (best, fault) {
        (Some(best), _) => Ok(best),
        (None, Some(fault)) => Err(fault.into()),
        (None, None) => Ok(opened.read(0, progress)?),
    }
}
