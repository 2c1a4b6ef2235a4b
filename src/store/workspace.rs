//! Whose file it is: one row.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::door::Noun;
use super::{Rule, Store, StoreError};
use crate::model::{Edit, Workspace};

impl Noun for Workspace {
    const TABLE: &'static str = "workspace";
    const SELECT: &'static str = "SELECT company, document FROM workspace";

    fn id(&self) -> i64 {
        1
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            company: row.get(0)?,
            document: row.get(1)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO workspace (id, uuid, copy, company, document) VALUES (1, ?3, 0, ?1, ?2)
             ON CONFLICT (id) DO UPDATE SET company = excluded.company, document = excluded.document",
        )?
        .execute([&self.company, &self.document, &fresh_uuid()])?;
        Ok(())
    }

    /// There is always exactly one.
    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        if edit.before.is_none() || edit.after.is_none() {
            return Err(StoreError::Forbidden(Rule::DifferentThings));
        }
        Ok(())
    }
}

impl Store {
    /// What no other workspace has and every copy of this one shares.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is none, and whatever stands in the way of asking for it.
    pub fn uuid(&self) -> Result<Uuid, StoreError> {
        self.looking(|db| {
            let uuid: String = db.query_row("SELECT uuid FROM workspace", [], |row| row.get(0))?;
            Uuid::parse_str(&uuid).map_err(|_| StoreError::Damaged(format!("workspace: {uuid:?}")))
        })
    }
}

/// A name no other workspace has.
pub(super) fn fresh_uuid() -> String {
    Uuid::new_v4().to_string()
}

/// Copies a workspace can have at most, the first file aside.
const COPIES: u128 = (1 << 22) - 1;

/// The number of a copy, by chance: whoever makes one need not know of the others.
pub(super) fn fresh_copy() -> i64 {
    let copy = Uuid::new_v4().as_u128() % COPIES + 1;
    i64::try_from(copy).unwrap_or(1)
}
