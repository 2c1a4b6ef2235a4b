//! Which rows of a sheet the wave holds already: an export that was downloaded again with a few
//! more returns brings those and no other.
//!
//! A row is the same return when everything it says but what is private stands in a row that came
//! in under the same titles, and what is no answer (number, time, who, from where) tells every row
//! of both sheets apart. Equal answers alone tell nothing: two customers may well agree.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use jiff::civil::Time;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{Asked, Candidate};
use crate::intake::{Cell, IntakeError, Sheet, Spreadsheet};
use crate::jobs::JobError;
use crate::model::{Data, Import, Mapping, Progress, Target, WaveId};
use crate::store::Store;

/// Rows of the candidate, as the spreadsheet numbers them, whose return the wave holds already.
///
/// # Errors
/// What the workspace says that cannot be read; [`JobError::Cancelled`]. An earlier file that is
/// no longer kept or can no longer be read tells nothing.
pub fn there(
    store: &Store,
    data: &Data,
    wave: WaveId,
    candidate: &Candidate,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<BTreeSet<u32>, JobError> {
    let (sheet, mapping) = (&candidate.sheet, &candidate.mapping);
    let mut there = BTreeSet::new();
    let before: Vec<&Import> = data
        .imports
        .iter()
        .filter(|it| it.wave == wave && !it.undone && it.mapping.fingerprint == mapping.fingerprint)
        .collect();
    if before.is_empty() || !tells_which(sheet, mapping) {
        return Ok(there);
    }
    let returns = store.load_wave(wave).map_err(JobError::of(store))?;
    for import in before {
        let Some(earlier) = earlier(store, import, asked, progress)? else {
            continue;
        };
        let of_import = returns.returns.iter();
        let of_import = of_import.filter(|it| it.import == Some(import.id));
        let rows: FxHashSet<u32> = of_import.map(|it| it.row).collect();
        let titles = shared_titles(mapping, &earlier);
        let known = Rows::of(&earlier, &titles, |row| rows.contains(&row));
        let own = Rows::of(sheet, &titles, |_| true);
        there.extend(own.repeated(&known));
    }
    Ok(there)
}

/// The sheet an import was read from, as it was kept.
fn earlier(
    store: &Store,
    import: &Import,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Option<Sheet>, JobError> {
    let kept = store.original(import.id).map_err(JobError::of(store))?;
    let Some(kept) = kept else { return Ok(None) };
    let read = || {
        let mut opened =
            Spreadsheet::open_decoded(&kept.name, &kept.bytes, asked.decoding, progress)?;
        let sheets = opened.sheets().iter();
        let at = sheets
            .take_while(|sheet| sheet.name != import.sheet)
            .count();
        let at = if at < opened.sheets().len() { at } else { 0 };
        opened.read_for(at, &asked.questionnaire.items, progress)
    };
    match read() {
        Ok(sheet) => Ok(Some(sheet)),
        Err(IntakeError::Cancelled(cancelled)) => Err(cancelled.into()),
        Err(_) => Ok(None),
    }
}

/// Whether something beside the answers says which return it is: a platform numbers and times
/// each; in a person's table a column of times does. A day, a name or a running number does not.
fn tells_which(sheet: &Sheet, mapping: &Mapping) -> bool {
    let columns = sheet.columns.iter().zip(&mapping.columns);
    let mut others = columns
        .filter(|(_, mapped)| mapped.target.item().is_none() && mapped.target != Target::Private);
    let timed = |(cell, _): (&Cell, u32)| match cell {
        Cell::Date(at) => at.time() != Time::midnight(),
        Cell::Text(text) => text.contains(':') && text.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    !sheet.platform.key.is_empty()
        || others.any(|(column, _)| column.values().next().is_some() && column.values().all(timed))
}

/// A title both sheets have, and whether answers stand below it.
type SharedTitle<'a> = (&'a str, bool);

fn shared_titles<'a>(mapping: &'a Mapping, earlier: &Sheet) -> Vec<SharedTitle<'a>> {
    let open = mapping
        .columns
        .iter()
        .filter(|it| it.target != Target::Private);
    let titles = open.map(|it| (it.title.as_str(), it.target.item().is_some()));
    let shared = titles.filter(|(title, _)| {
        let mut columns = earlier.columns.iter();
        !title.is_empty() && columns.any(|column| column.title == *title)
    });
    shared.collect()
}

/// What the rows of a sheet say.
struct Rows {
    /// Number of each row, what it says beside answers, and all it says.
    rows: Vec<(u32, u64, u64)>,
    /// How many rows say the same beside answers.
    alike: FxHashMap<u64, usize>,
}

impl Rows {
    fn of(sheet: &Sheet, titles: &[SharedTitle<'_>], wanted: impl Fn(u32) -> bool) -> Self {
        let columns: Vec<_> = titles
            .iter()
            .filter_map(|(title, answers)| {
                let column = sheet.columns.iter().find(|it| it.title == *title)?;
                Some((column, *answers))
            })
            .collect();
        let mut all = Self {
            rows: Vec::new(),
            alike: FxHashMap::default(),
        };
        for row in (0..sheet.rows()).filter(|row| wanted(sheet.row_number(*row))) {
            let (mut who, mut whole, mut named) = (FxHasher::default(), FxHasher::default(), false);
            for (column, answers) in &columns {
                let cell = column.value(row);
                let said = cell.found();
                said.hash(&mut whole);
                if !answers {
                    said.hash(&mut who);
                    named |= !cell.is_empty();
                }
            }
            if named {
                let who = who.finish();
                *all.alike.entry(who).or_default() += 1;
                all.rows.push((sheet.row_number(row), who, whole.finish()));
            }
        }
        all
    }

    /// Numbers of the rows that say the same as one of the known.
    fn repeated(&self, known: &Self) -> Vec<u32> {
        let before: FxHashSet<u64> = known.rows.iter().map(|(.., whole)| *whole).collect();
        let alone = |all: &Self, who: u64| all.alike.get(&who).is_some_and(|count| *count == 1);
        let same = self.rows.iter().filter(|(_, who, whole)| {
            before.contains(whole) && alone(self, *who) && alone(known, *who)
        });
        same.map(|(row, ..)| *row).collect()
    }
}
