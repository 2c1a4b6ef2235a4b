//! Customers who would answer twice in one wave: kept, and put on the review list.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::Connection;

use crate::model::{Answered, Customer, CustomerId, ImportBatch, Issue, IssueId, WaveId};

use super::{StoreError, door};

/// An issue for every valid return of the batch whose customer has one in the wave already or
/// further up in the batch. `known` are those of the waves met before in the same step. Its cell is the one that names the customer.
pub(super) fn second_returns(
    db: &Connection,
    batch: &ImportBatch,
    known: &mut BTreeMap<WaveId, Answered>,
) -> Result<Vec<Issue>, StoreError> {
    let answered = match known.entry(batch.import.wave) {
        Entry::Occupied(answered) => answered.into_mut(),
        Entry::Vacant(room) => room.insert(answered(db, batch.import.wave.0)?),
    };
    let mut issues = Vec::new();
    for returned in &batch.returns {
        if let Some(customer) = answered.second(returned) {
            let customer: Customer = door::get(db, customer.0)?;
            let id = IssueId::default();
            issues.push(Issue::second_return(
                id,
                returned,
                Some(&batch.import),
                &customer,
            ));
        }
    }
    Ok(issues)
}

/// Customers with a valid return in the wave.
fn answered(db: &Connection, wave: i64) -> rusqlite::Result<Answered> {
    let mut query = db.prepare_cached(include_str!("second_return.sql"))?;
    query
        .query_map([wave], |row| Ok(CustomerId(row.get(0)?)))?
        .collect()
}
