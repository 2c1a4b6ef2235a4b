//! Whose workspace a file is, as it says itself.

use std::path::Path;

use crate::model::Progress;
use crate::store::StoreError;
use crate::store::migrate::LADDER;
use crate::store::open::Met;

/// The first version that gives every workspace a name no other one has.
const NAMED: i64 = 2;

/// Whose workspace a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    pub company: String,
    /// What no other workspace has; `None` before version 2.
    uuid: Option<String>,
}

impl Whose {
    /// Whether both are the same workspace, at whatever time. Where one is too old to say, the
    /// company decides.
    pub fn is(&self, other: &Self) -> bool {
        match (&self.uuid, &other.uuid) {
            (Some(one), Some(other)) => one == other,
            _ => self.company == other.company,
        }
    }
}

/// Whose it is.
///
/// # Errors
/// Whatever stands in the way of asking it.
pub fn whose(path: &Path) -> Result<Whose, StoreError> {
    let met = Met::at(path, LADDER)?;
    let named = met.version >= NAMED;
    let uuid = if named { "uuid" } else { "NULL" };
    let sql = format!("SELECT company, {uuid} FROM workspace");
    met.watch.over(&met.db, &Progress::default(), || {
        Ok(met.db.query_row(&sql, [], |row| {
            Ok(Whose {
                company: row.get(0)?,
                uuid: row.get(1)?,
            })
        })?)
    })
}

/// Whether a file is a workspace by its head, whatever became of the rest.
///
/// # Errors
/// What it is instead.
pub fn is_one(path: &Path) -> Result<(), StoreError> {
    Met::at(path, LADDER).map(|_| ())
}
