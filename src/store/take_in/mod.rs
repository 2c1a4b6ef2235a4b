//! Taking a file in: the whole batch in one transaction, or nothing.

mod rows;
mod write;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::{Connection, TransactionBehavior};

use self::write::write;
use super::apply::{self, loose_end};
use super::second_return::second_returns;
use super::{Rule, Store, StoreError, counter, door, file, fit, import, log, references};
use crate::model::{
    Attachment, AttachmentId, Change, Edit, Ids, Import, ImportBatch, ImportId, Issue, Item,
    Progress, ReturnId, Revision, Step, StepKind, Touched, Wave, WaveId,
};

/// What the workspace holds after a file was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    pub import: Import,
    /// What waits to be settled of it.
    pub issues: Vec<Issue>,
    pub touched: Touched,
}

impl Store {
    /// Takes in a file: the whole batch or nothing. A copy of the workspace is kept first if it
    /// is time for one.
    ///
    /// Ids in the batch are replaced as [`ImportBatch`] says, and a customer who has another
    /// valid return in the wave, in this file or before, is put on the review list.
    ///
    /// # Errors
    /// [`StoreError::SameFile`] when a wave of the survey holds this file already;
    /// [`Rule::AnswerOutsideScale`] when the columns do not fit the wave's revision;
    /// [`Rule::Dangling`] when a return or issue refers to nothing.
    pub fn import(
        &mut self,
        batch: ImportBatch,
        progress: &Progress,
    ) -> Result<Entered, StoreError> {
        self.enter_one(None, batch, progress)
    }

    /// The same in one transaction with the step that opens the wave: the first file brings
    /// its wave along, or neither is kept.
    ///
    /// # Errors
    /// Those of [`Store::import`] and of [`Store::apply`].
    pub fn open_and_import(
        &mut self,
        opening: &Step,
        batch: ImportBatch,
        progress: &Progress,
    ) -> Result<Entered, StoreError> {
        self.enter_one(Some(opening), batch, progress)
    }

    /// Several files in one transaction: all of them or none. A customer who answers in two of
    /// them has answered twice.
    ///
    /// # Errors
    /// Those of [`Store::import`].
    pub fn import_all(
        &mut self,
        batches: Vec<ImportBatch>,
        progress: &Progress,
    ) -> Result<Vec<Entered>, StoreError> {
        self.enter(None, batches, progress)
    }

    /// The same in one transaction with the step that takes back what they stand for from now on.
    ///
    /// # Errors
    /// Those of [`Store::import`] and of [`Store::apply`].
    pub fn import_all_instead(
        &mut self,
        opening: &Step,
        batches: Vec<ImportBatch>,
        progress: &Progress,
    ) -> Result<Vec<Entered>, StoreError> {
        self.enter(Some(opening), batches, progress)
    }

    fn enter_one(
        &mut self,
        opening: Option<&Step>,
        batch: ImportBatch,
        progress: &Progress,
    ) -> Result<Entered, StoreError> {
        let mut entered = self.enter(opening, vec![batch], progress)?;
        let none = || StoreError::Unexpected("one file became none".to_owned());
        entered.pop().ok_or_else(none)
    }

    fn enter(
        &mut self,
        opening: Option<&Step>,
        batches: Vec<ImportBatch>,
        progress: &Progress,
    ) -> Result<Vec<Entered>, StoreError> {
        self.must_write()?;
        let mut asked: BTreeMap<WaveId, (Wave, Revision)> = BTreeMap::new();
        for batch in &batches {
            let (wave, revision) = match asked.entry(batch.import.wave) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(room) => {
                    let wave = match opening.and_then(|step| opened(step, batch.import.wave)) {
                        Some(wave) => wave,
                        None => door::get(&self.db, batch.import.wave.0)?,
                    };
                    let revision = door::get(&self.db, wave.revision.0)?;
                    room.insert((wave, revision))
                }
            };
            whole(batch, &revision.questionnaire.items)?;
            if wave.closed().is_some() && batch.returns.iter().any(|it| !it.late) {
                return Err(StoreError::Forbidden(Rule::WaveClosed));
            }
            let customers = batch.returns.iter().filter_map(|it| it.customer);
            references::customers_exist(&self.db, customers)?;
            // What the step before takes back first is looked for again behind it.
            if !opening.is_some_and(takes_back) {
                import::enters_once(&self.db, &batch.import, wave.survey)?;
            }
        }
        self.hold_sound(progress)?;
        self.changing(progress, |store| {
            store.enter_sound(opening, batches, progress)
        })
    }

    /// The same once nothing stands in its way but the disk.
    fn enter_sound(
        &mut self,
        opening: Option<&Step>,
        mut batches: Vec<ImportBatch>,
        progress: &Progress,
    ) -> Result<Vec<Entered>, StoreError> {
        let ids = self.ids.clone();
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(step) = opening {
            apply::write(&tx, step)?;
        }
        let mut answered = BTreeMap::new();
        for batch in &mut batches {
            let first = ids.fresh_returns(batch.returns.len()).0;
            number(batch, ImportId(ids.fresh()), first)?;
            // Two files of the same bytes are one file, in one transaction too.
            let wave: Wave = door::get(&tx, batch.import.wave.0)?;
            import::enters_once(&tx, &batch.import, wave.survey)?;
            let second = second_returns(&tx, batch, &mut answered)?;
            batch.issues.extend(second);
            for issue in &mut batch.issues {
                issue.id.0 = ids.fresh();
            }
            write(&tx, batch, progress)?;
            beside(&tx, batch, first, &ids)?;
            log::append(&tx, &step(&batch.import))?;
        }
        let next = opening.map_or(0, counter::beyond).max(ids.next());
        counter::keep(&tx, next)?;
        tx.commit().map_err(|error| loose_end(error, false))?;
        self.ids.pass(next);
        let entered = batches.into_iter().map(|batch| Entered {
            touched: Touched {
                waves: vec![batch.import.wave],
                everything: opening.is_some(),
                tags: false,
            },
            import: batch.import,
            issues: batch.issues,
        });
        Ok(entered.collect())
    }
}

/// Keeps the files beside the returns; `first` is the number of the first return.
fn beside(db: &Connection, batch: &ImportBatch, first: i64, ids: &Ids) -> Result<(), StoreError> {
    for kept in &batch.files {
        file::put(db, &kept.file)?;
        let place = i64::try_from(kept.returned).unwrap_or(i64::MAX);
        let attachment = Attachment {
            id: AttachmentId(ids.fresh()),
            of: ReturnId(first.saturating_add(place)),
            name: kept.file.name.clone(),
            sha256: kept.file.sha256.clone(),
            size: kept.file.bytes.len() as u64,
            sealed: kept.sealed,
            at: batch.import.at,
        };
        door::pass(db, &Edit::created(attachment))?;
    }
    Ok(())
}

/// Whether a step takes an import back.
fn takes_back(step: &Step) -> bool {
    let mut changes = step.changes.iter();
    changes.any(|change| matches!(change, Change::Import(_)))
}

/// The wave a step opens.
fn opened(step: &Step, id: WaveId) -> Option<Wave> {
    step.changes.iter().find_map(|change| match change {
        Change::Wave(edit) => edit.after.clone().filter(|wave| wave.id == id),
        _ => None,
    })
}

/// Refuses a batch that does not hang together.
fn whole(batch: &ImportBatch, items: &[Item]) -> Result<(), StoreError> {
    let rows = batch.returns.len();
    let fits = batch.columns.len() == items.len()
        && batch
            .columns
            .iter()
            .zip(items)
            .all(|(column, item)| column.len() == rows && fit::column_fits(column, item));
    if !fits {
        return Err(StoreError::Forbidden(Rule::AnswerOutsideScale));
    }
    let placed = batch
        .issues
        .iter()
        .all(|issue| usize::try_from(issue.returned.0).is_ok_and(|row| row < rows))
        && batch.files.iter().all(|kept| kept.returned < rows);
    if !placed {
        return Err(StoreError::Forbidden(Rule::Dangling));
    }
    Ok(())
}

/// Gives everything but the issues its final number; `first` is that of the first return.
fn number(batch: &mut ImportBatch, id: ImportId, first: i64) -> Result<(), StoreError> {
    let wave = batch.import.wave;
    let too_many = |_| StoreError::Unexpected("more returns than can be counted".to_owned());
    batch.import.id = id;
    batch.import.undone = false;
    batch.import.returns = u32::try_from(batch.returns.len()).map_err(too_many)?;
    for (at, returned) in (first..).zip(&mut batch.returns) {
        returned.id = ReturnId(at);
        returned.import = Some(id);
        returned.wave = wave;
    }
    for issue in &mut batch.issues {
        issue.returned.0 += first;
        issue.import = Some(id);
        issue.wave = wave;
    }
    Ok(())
}

/// What the log says of it.
fn step(import: &Import) -> Step {
    let change = Change::Import(Edit::created(import.clone()));
    Step::new(StepKind::Import, import.file.clone(), vec![change])
}
