//! The one door for edits.

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::door::pass;
use super::{Rule, Store, StoreError, counter, log, references, revision, touched, wave};
use crate::model::{Change, Progress, Step, Touched};

impl Store {
    /// The one door for edits: one transaction, every `before` compared with what stands there.
    ///
    /// Nothing is changed beyond what the step says. The step that opens a wave therefore
    /// carries the change that freezes its revision, and its inverse thaws it again. A step
    /// without changes does nothing.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::Taken`] or [`StoreError::Forbidden`] when the step
    /// is refused, and nothing of it was kept.
    pub fn apply(&mut self, step: &Step) -> Result<Touched, StoreError> {
        self.must_write()?;
        if step.changes.is_empty() {
            return Ok(Touched::default());
        }
        self.changing(&Progress::default(), |store| store.write(step))
    }

    fn write(&mut self, step: &Step) -> Result<Touched, StoreError> {
        let next = self.ids.next().max(counter::beyond(step));
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        write(&tx, step)?;
        counter::keep(&tx, next)?;
        if let Some(next) = counter::beyond_returns(step) {
            counter::keep_return(&tx, next)?;
        }
        let removes = step.changes.iter().any(removes);
        tx.commit().map_err(|error| loose_end(error, removes))?;
        self.ids.pass(next);
        Ok(touched::touched(step))
    }
}

/// The changes of a step and its line in the log, within a transaction.
pub(super) fn write(db: &Connection, step: &Step) -> Result<(), StoreError> {
    for change in &step.changes {
        make(db, change)?;
    }
    revision::waves_are_frozen(db)?;
    wave::withdrawn_are_unused(db)?;
    references::hold(db, step)?;
    Ok(log::append(db, step)?)
}

fn make(db: &Connection, change: &Change) -> Result<(), StoreError> {
    match change {
        Change::Workspace(edit) => pass(db, edit),
        Change::Survey(edit) => pass(db, edit),
        Change::Revision(edit) => pass(db, edit),
        Change::Freeze(edit) => pass(db, edit),
        Change::Sign(edit) => pass(db, edit),
        Change::Customer(edit) => pass(db, edit),
        Change::Wave(edit) => pass(db, edit),
        Change::Frame(edit) => pass(db, edit),
        Change::Import(edit) => pass(db, edit),
        Change::Return(edit) => pass(db, edit),
        Change::Answer(edit) => pass(db, edit),
        Change::Issue(edit) => pass(db, edit),
        Change::Action(edit) => pass(db, edit),
        Change::Attachment(edit) => pass(db, edit),
        Change::Contact(edit) => pass(db, edit),
        Change::Past(edit) => pass(db, edit),
        Change::Kpi(edit) => pass(db, edit),
        Change::Tag(edit) => pass(db, edit),
        Change::Tagging(edit) => pass(db, edit),
        Change::Marking(edit) => pass(db, edit),
    }
}

/// References are checked when the transaction ends: a step that removes something left
/// others pointing at it, any other points at nothing.
pub(super) fn loose_end(error: rusqlite::Error, removes: bool) -> StoreError {
    if error.sqlite_error_code() != Some(ErrorCode::ConstraintViolation) {
        return error.into();
    }
    StoreError::Forbidden(if removes { Rule::InUse } else { Rule::Dangling })
}

fn removes(change: &Change) -> bool {
    match change {
        Change::Survey(edit) => edit.after.is_none(),
        Change::Revision(edit) => edit.after.is_none(),
        Change::Customer(edit) => edit.after.is_none(),
        Change::Wave(edit) => edit.after.is_none(),
        Change::Return(edit) => edit.after.is_none(),
        Change::Tag(edit) => edit.after.is_none(),
        Change::Workspace(_)
        | Change::Freeze(_)
        | Change::Sign(_)
        | Change::Frame(_)
        | Change::Import(_)
        | Change::Answer(_)
        | Change::Issue(_)
        | Change::Action(_)
        | Change::Attachment(_)
        | Change::Contact(_)
        | Change::Past(_)
        | Change::Kpi(_)
        | Change::Tagging(_)
        | Change::Marking(_) => false,
    }
}
