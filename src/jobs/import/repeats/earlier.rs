//! The sheets that came in before, as they were kept.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{Asked, Candidate};
use crate::intake::{IntakeError, Sheet, SheetColumn, Spreadsheet};
use crate::jobs::{JobError, imports};
use crate::model::{
    ColumnMapping, Data, FORM, Import, Progress, RepeatedReturn, Return, ReturnId, SCAN, SurveyId,
    Target, Wave,
};
use crate::store::Store;

/// Share of the items of a sheet that an earlier one must hold too.
const SHARED: f64 = 0.5;

/// A sheet that came in before.
pub(super) struct Earlier<'a> {
    pub import: &'a Import,
    pub wave: &'a Wave,
    pub sheet: Sheet,
    /// Returns it brought, by their row.
    returns: FxHashMap<u32, ReturnId>,
    /// Those of them that do not count.
    void: FxHashSet<u32>,
}

impl Earlier<'_> {
    /// Whether a row, as the spreadsheet numbers it, brought a return that is still there.
    pub fn brought(&self, row: u32) -> bool {
        self.returns.contains_key(&row)
    }

    /// Whether the return a row brought counts.
    pub fn counts(&self, row: u32) -> bool {
        !self.void.contains(&row)
    }

    /// The return a row brought.
    pub fn repeated(&self, row: u32) -> RepeatedReturn {
        RepeatedReturn {
            row,
            before: self.returns.get(&row).copied().unwrap_or_default(),
            before_row: row,
            file: self.import.file.clone(),
            differs: Vec::new(),
        }
    }

    /// The column that was taken for something.
    pub fn column_of(&self, target: Target) -> Option<&SheetColumn> {
        let letters = self.mapping_of(target)?.letters();
        let mut columns = self.sheet.columns.iter();
        columns.find(|it| it.cell.trim_end_matches(|c: char| c.is_ascii_digit()) == letters)
    }

    /// How the column was read that was taken for something.
    pub fn mapping_of(&self, target: Target) -> Option<&ColumnMapping> {
        let mut mapped = self.import.mapping.columns.iter();
        mapped.find(|it| it.target == target)
    }

    /// What a column was taken for.
    pub fn target_of(&self, column: &SheetColumn) -> Target {
        let letters = column.cell.trim_end_matches(|c: char| c.is_ascii_digit());
        let mut mapped = self.import.mapping.columns.iter();
        let found = mapped.find(|it| it.letters() == letters);
        found.map_or(Target::Ignore, |it| it.target)
    }
}

/// The sheets of a survey that hold what the candidate holds, the newest first.
///
/// # Errors
/// What the workspace says that cannot be read; [`JobError::Cancelled`].
pub(super) fn earlier<'a>(
    store: &Store,
    data: &'a Data,
    survey: SurveyId,
    candidate: &Candidate,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Vec<Earlier<'a>>, JobError> {
    let items = |import: &crate::model::Mapping| -> FxHashSet<_> {
        import
            .columns
            .iter()
            .filter_map(|it| it.target.item())
            .collect()
    };
    let own = items(&candidate.mapping);
    let mut all = Vec::new();
    let mut waves: FxHashMap<_, Vec<Return>> = FxHashMap::default();
    // Forms and scans are one return each, known by whose they are.
    let is_table = |it: &&Import| it.platform != FORM && it.platform != SCAN;
    let counting = data.imports.iter().rev().filter(|it| !it.undone);
    for import in counting.filter(is_table) {
        let wave = data.wave(import.wave).filter(|it| it.survey == survey);
        let shared = items(&import.mapping).intersection(&own).count();
        let (Some(wave), true) = (
            wave,
            shared > 0 && shared as f64 >= SHARED * own.len() as f64,
        ) else {
            continue;
        };
        let Some(sheet) = kept(store, import, asked, progress)? else {
            continue;
        };
        let returns = match waves.entry(wave.id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                let loaded = store.load_wave(wave.id).map_err(JobError::of(store))?;
                free.insert(loaded.returns.clone())
            }
        };
        let returns = returns.iter();
        let returns = returns.filter(|it| it.import == Some(import.id));
        let void = returns.clone().filter(|it| it.void.is_some());
        all.push(Earlier {
            import,
            wave,
            sheet,
            void: void.map(|it| it.row).collect(),
            returns: returns.map(|it| (it.row, it.id)).collect(),
        });
    }
    Ok(all)
}

/// The sheet an import was read from, as it was kept.
fn kept(
    store: &Store,
    import: &Import,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Option<Sheet>, JobError> {
    let Some(kept) = imports::original(store, import)? else {
        return Ok(None);
    };
    let read = || {
        let mut opened =
            Spreadsheet::open_decoded(&kept.name, &kept.bytes, asked.decoding, progress)?;
        let mut sheets = opened.sheets().iter();
        let at = sheets.position(|sheet| sheet.name == import.sheet);
        let (items, markings) = (&asked.questionnaire.items, asked.markings);
        opened.read_marked(at.unwrap_or(0), items, markings, progress)
    };
    match read() {
        Ok(sheet) => Ok(Some(sheet)),
        Err(IntakeError::Cancelled(cancelled)) => Err(cancelled.into()),
        Err(_) => Ok(None),
    }
}
