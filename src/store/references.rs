//! References SQLite does not hold for us, since they would cost too much on every return:
//! from a return to its customer, and to labels.

use rusqlite::Connection;
use rustc_hash::FxHashSet;

use super::{Rule, StoreError};
use crate::model::{Change, CustomerId, Step};

/// Holds what a step could break, once at its end.
pub(super) fn hold(db: &Connection, step: &Step) -> Result<(), StoreError> {
    let removes = |change: &Change| matches!(change, Change::Customer(it) if it.after.is_none());
    let restores = |change: &Change| match change {
        Change::Import(edit) => edit.after.as_ref().is_some_and(|import| !import.undone),
        _ => false,
    };
    for (reaches, rule) in [
        (step.changes.iter().any(removes), Rule::InUse),
        (step.changes.iter().any(restores), Rule::Dangling),
    ] {
        if reaches && !loose(db, "customer")?.is_empty() {
            return Err(StoreError::Forbidden(rule));
        }
    }
    let named = step.changes.iter().filter_map(|change| match change {
        Change::Return(edit) => edit.after.as_ref()?.customer,
        _ => None,
    });
    customers_exist(db, named)
}

/// Refuses a customer nobody knows.
pub(super) fn customers_exist(
    db: &Connection,
    customers: impl Iterator<Item = CustomerId>,
) -> Result<(), StoreError> {
    let distinct: FxHashSet<CustomerId> = customers.collect();
    let mut query = db.prepare_cached("SELECT 1 FROM customer WHERE id = ?1")?;
    for customer in distinct {
        if !query.exists([customer.0])? {
            return Err(StoreError::Forbidden(Rule::Dangling));
        }
    }
    Ok(())
}

/// Tables with a row that names a row of `parent` which is not there. A return that was taken
/// back with its import may have lost its customer; it is looked at before it comes back.
pub(super) fn loose(db: &Connection, parent: &str) -> rusqlite::Result<Vec<&'static str>> {
    let columns: &[(&'static str, &str)] = match parent {
        "customer" => &[("returns", "customer")],
        "wave" => &[("returns", "wave")],
        "import" => &[("returns", "import")],
        "file" => &[("returns", "file")],
        _ => &[
            ("returns", "customer_text"),
            ("returns", "channel"),
            ("returns", "collector"),
            ("returns", "role"),
            ("issue", "kind"),
            ("issue", "sheet"),
            ("issue", "found"),
            ("issue", "expected"),
        ],
    };
    let mut tables = Vec::new();
    for (table, column) in columns {
        // Nothing is not in an empty table either, to SQL.
        let counts = match *column {
            "customer" => {
                "AND (import IS NULL OR import IN (SELECT id FROM import WHERE NOT undone))"
            }
            _ => "",
        };
        let sql = format!(
            "SELECT 1 FROM {table}
             WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent}) {counts}"
        );
        if db.prepare_cached(&sql)?.exists([])? {
            tables.push(*table);
        }
    }
    Ok(tables)
}
