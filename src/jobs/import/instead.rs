//! A file read once more, otherwise: the import it takes the place of is taken back in the same
//! step, and what people decided of its returns goes over to the returns of the same rows.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Asked, Candidate, named, recognise};
use crate::intake::Decoding;
use crate::jobs::{JobError, imports};
use crate::model::{
    Change, CustomerId, Data, Edit, Import, ImportBatch, ImportId, Issue, IssueId, IssueKind, Item,
    Progress, Return, ReturnFile, ReturnId, SCAN, WaveReturns,
};
use crate::store::Store;

/// What went over, and what found no row to go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Returns that stay void.
    pub void: usize,
    /// Answers that stay corrected.
    pub corrected: usize,
    /// Things that stay settled.
    pub settled: usize,
    /// Decisions about rows that are no returns any more, or are read otherwise.
    pub lost: usize,
}

/// The kept file of an import, to be looked at once more.
///
/// # Errors
/// [`JobError::NothingKept`] when it was removed; those of reading a file.
pub fn once_more(
    store: &Store,
    import: &Import,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let kept = imports::kept(store, import)?;
    let asked = Asked {
        decoding: Decoding::Recognised,
        ..asked
    };
    let candidate = recognise(&kept, asked, progress)?;
    let of_sheet = |name: &String| *name == import.sheet;
    let mut candidate = match candidate.sheets.iter().any(|it| of_sheet(&it.name)) {
        true => named(candidate, &import.sheet, asked, progress)?,
        false => candidate,
    };
    candidate.instead_of = Some(import.id);
    candidate.mapping.rows.clone_from(&import.mapping.rows);
    // What was stripped of its private columns once stays as it is kept.
    candidate.keep_private = true;
    Ok(candidate)
}

/// The workspace as if the import was taken back already.
pub fn without(data: &Arc<Data>, id: Option<ImportId>) -> Arc<Data> {
    match id {
        Some(id) => Arc::new(without_imports(data, &[id])),
        None => Arc::clone(data),
    }
}

/// The same for several.
pub(in crate::jobs) fn without_imports(data: &Data, ids: &[ImportId]) -> Data {
    let mut seen = Data::clone(data);
    for import in seen.imports.iter_mut().filter(|it| ids.contains(&it.id)) {
        import.undone = true;
    }
    seen.issues
        .retain(|it| it.import.is_none_or(|id| !ids.contains(&id)));
    seen
}

/// The change that takes the import back.
pub(in crate::jobs) fn taken_back(import: &Import) -> Change {
    let undone = |undone| Import {
        undone,
        ..import.clone()
    };
    Change::Import(Edit::changed(undone(false), undone(true)))
}

/// Puts what was decided of the old returns on those of the same rows; on those of the same
/// customers where they are scans, whose pages may lie in another file now.
pub(in crate::jobs) fn carry(
    store: &Store,
    import: &Import,
    batch: &mut ImportBatch,
    items: &[Item],
) -> Result<Carried, JobError> {
    let returns = store.load_wave(import.wave).map_err(JobError::of(store))?;
    // Those that wait and those that were settled: the data at hand may leave them out.
    let data = store.load().map_err(JobError::of(store))?;
    let mut carrying = Carrying {
        returns: &returns,
        items,
        rows: rows(import, &returns, batch),
        carried: Carried::default(),
    };
    carrying.voids(import.id, batch);
    for issue in data.issues.iter().filter(|it| it.import == Some(import.id)) {
        if issue.settled.is_some() && issue.kind != IssueKind::SecondReturn {
            carrying.issue(issue, batch);
        }
    }
    let rows = carrying.rows;
    for file in &data.attachments {
        let Some(Some(at)) = rows.get(&file.of) else {
            continue;
        };
        let same = |it: &&mut ReturnFile| it.returned == *at && it.file.sha256 == file.sha256;
        if let Some(there) = batch.files.iter_mut().find(same) {
            there.sealed |= file.sealed;
        } else if let Some(kept) = store.attached(file.id).map_err(JobError::of(store))? {
            batch.files.push(ReturnFile {
                returned: *at,
                file: kept,
                sealed: file.sealed,
            });
        }
    }
    Ok(carrying.carried)
}

/// Where each old return goes.
fn rows(
    import: &Import,
    returns: &WaveReturns,
    batch: &ImportBatch,
) -> FxHashMap<ReturnId, Option<usize>> {
    let scanned = import.platform == SCAN;
    let same_sheet = batch.import.sheet == import.sheet;
    let who = |it: &Return| match scanned {
        true => (0, it.customer),
        false => (it.row, None),
    };
    let new = batch.returns.iter().enumerate();
    let new: FxHashMap<(u32, Option<CustomerId>), usize> =
        new.map(|(at, it)| (who(it), at)).collect();
    let old = returns
        .returns
        .iter()
        .filter(|it| it.import == Some(import.id));
    old.map(|it| (it.id, new.get(&who(it)).copied().filter(|_| same_sheet)))
        .collect()
}

struct Carrying<'a> {
    returns: &'a WaveReturns,
    items: &'a [Item],
    rows: FxHashMap<ReturnId, Option<usize>>,
    carried: Carried,
}

impl Carrying<'_> {
    fn voids(&mut self, import: ImportId, batch: &mut ImportBatch) {
        let old = self.returns.returns.iter();
        for old in old.filter(|it| it.import == Some(import)) {
            let place = self.rows.get(&old.id).copied().flatten();
            match (place.and_then(|at| batch.returns.get_mut(at)), &old.void) {
                (Some(new), Some(_)) if new.void.is_none() => {
                    new.void.clone_from(&old.void);
                    self.carried.void += 1;
                }
                (None, Some(_)) => self.carried.lost += 1,
                _ => {}
            }
        }
    }

    /// Something settled, or an answer put right.
    fn issue(&mut self, issue: &Issue, batch: &mut ImportBatch) {
        let Some(at) = self.rows.get(&issue.returned).copied().flatten() else {
            self.carried.lost += 1;
            return;
        };
        let Some(old) = self.old(issue.returned) else {
            return;
        };
        let here = ReturnId(i64::try_from(at).unwrap_or(i64::MAX));
        let same = |it: &Issue| {
            let place = (it.returned, it.item, it.kind) == (here, issue.item, issue.kind);
            place && it.found == issue.found && it.settled.is_none()
        };
        let waiting = batch.issues.iter().position(same);
        if issue.kind == IssueKind::Correction {
            if !self.answer(issue, at, batch) {
                self.carried.lost += 1;
                return;
            }
            batch.issues.retain(|it| {
                let of_cell = it.returned == here && it.item == issue.item;
                !(of_cell && it.settled.is_none())
            });
            batch.issues.push(Issue {
                id: IssueId::default(),
                returned: here,
                ..issue.clone()
            });
            self.carried.corrected += 1;
            return;
        }
        // Read otherwise it may be no doubt any more.
        let Some(waiting) = waiting else { return };
        match issue.item {
            Some(_) => {
                self.answer(issue, at, batch);
            }
            None => {
                if let Some(new) = batch.returns.get_mut(at) {
                    new.customer = new.customer.or(old.customer);
                    new.date = new.date.or(old.date);
                }
            }
        }
        if let Some(waiting) = batch.issues.get_mut(waiting) {
            waiting.settled.clone_from(&issue.settled);
            self.carried.settled += 1;
        }
    }

    fn old(&self, id: ReturnId) -> Option<&Return> {
        let all = &self.returns.returns;
        all.get(all.binary_search_by_key(&id, |it| it.id).ok()?)
    }

    /// The answer the old return gives to the item of an issue.
    fn answer(&self, issue: &Issue, at: usize, batch: &mut ImportBatch) -> bool {
        let given = || {
            let place = self
                .items
                .iter()
                .position(|it| Some(it.lineage) == issue.item)?;
            let all = &self.returns.returns;
            let row = all.binary_search_by_key(&issue.returned, |it| it.id).ok()?;
            Some((place, self.returns.columns.get(place)?.get(row)))
        };
        let Some((place, answer)) = given() else {
            return false;
        };
        let column = batch.columns.get_mut(place);
        column.map(|column| column.set(at, answer)).is_some()
    }
}
