//! Everything but the returns, in one go.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Store, StoreError, action, door, load_issues, plausible, seal, sealed};
use crate::model::{Data, FrameEntry, Shared, Wave, WaveId};

impl Store {
    /// Everything but the returns.
    pub fn load(&self) -> Result<Data, StoreError> {
        self.looking(|db| {
            if !self.sealed.get() {
                if let Some(fault) = seal::first_fault(db, nouns())? {
                    return Err(StoreError::Damaged(fault));
                }
                self.sealed.set(true);
            }
            everything(db)
        })
    }
}

/// Every table but those of returns, which are looked at wave by wave as they are read.
fn nouns() -> impl Iterator<Item = &'static sealed::Sealed> {
    sealed::TABLES
        .iter()
        .filter(|it| !matches!(it.table, "returns" | "answer_text"))
}

/// The same, of one state of the file.
pub(super) fn everything(db: &Connection) -> Result<Data, StoreError> {
    let mut waves: Vec<Wave> = door::all(db)?;
    waves.sort_by(|a, b| (a.survey, a.period, &a.label).cmp(&(b.survey, b.period, &b.label)));
    let mut frames: BTreeMap<WaveId, Shared<Vec<FrameEntry>>> = BTreeMap::new();
    for entry in door::all::<FrameEntry>(db)? {
        frames.entry(entry.wave).or_default().push(entry);
    }
    let data = Data {
        workspace: door::get(db, 1)?,
        surveys: door::all(db)?.into(),
        revisions: door::all(db)?.into(),
        customers: door::all(db)?.into(),
        waves: waves.into(),
        frames: frames.into(),
        imports: door::all(db)?.into(),
        issues: load_issues::standing(db)?.into(),
        actions: action::all(db)?.into(),
        attachments: door::all(db)?.into(),
        contacts: door::all(db)?.into(),
        past: door::all(db)?.into(),
        kpis: door::all(db)?.into(),
        tags: door::all(db)?.into(),
        taggings: door::all(db)?.into(),
        markings: door::all(db)?.into(),
    };
    plausible::together(&data)?;
    Ok(data)
}
