//! Customers who would answer twice in one wave: kept, and put on the review list.

use rusqlite::Connection;
use rustc_hash::FxHashSet;

use crate::model::{
    Customer, CustomerId, Expected, ImportBatch, Issue, IssueId, IssueKind, Return,
};

use super::{StoreError, door};

/// An issue for every valid return of the batch whose customer has one in the wave already or
/// further up in the batch. Its cell is the one that names the customer.
pub(super) fn second_returns(
    db: &Connection,
    batch: &ImportBatch,
) -> Result<Vec<Issue>, StoreError> {
    let mut answered = answered(db, batch.import.wave.0)?;
    let mut issues = Vec::new();
    for returned in batch.returns.iter().filter(|returned| returned.valid()) {
        let Some(customer) = returned.customer else {
            continue;
        };
        if !answered.insert(customer) {
            issues.push(issue(db, batch, returned, customer)?);
        }
    }
    Ok(issues)
}

/// Customers with a valid return in the wave.
fn answered(db: &Connection, wave: i64) -> rusqlite::Result<FxHashSet<CustomerId>> {
    let mut query = db.prepare_cached(include_str!("second_return.sql"))?;
    query
        .query_map([wave], |row| Ok(CustomerId(row.get(0)?)))?
        .collect()
}

fn issue(
    db: &Connection,
    batch: &ImportBatch,
    returned: &Return,
    customer: CustomerId,
) -> Result<Issue, StoreError> {
    let found = match returned.customer_text.as_str() {
        "" => door::get::<Customer>(db, customer.0)?.code,
        text => text.to_owned(),
    };
    Ok(Issue {
        id: IssueId::default(),
        wave: returned.wave,
        import: returned.import,
        kind: IssueKind::SecondReturn,
        returned: returned.id,
        item: None,
        sheet: batch.import.sheet.clone(),
        cell: batch.import.customer_cell(returned.row),
        found,
        expected: Expected::OneReturnPerCustomer,
        settled: None,
    })
}
