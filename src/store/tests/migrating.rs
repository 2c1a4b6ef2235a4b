//! A file of an older version: brought up to date, or read as it is.

use std::fs;
use std::path::{Path, PathBuf};

use super::sample;
use crate::model::CopyRules;
use crate::store::migrate::{LADDER, Rung};
use crate::store::{Store, StoreError};

/// The ladder with a step that is not released yet.
fn taller() -> Vec<Rung> {
    let mut ladder = LADDER.to_vec();
    ladder.push(Rung::sql(
        "ALTER TABLE survey ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    ));
    ladder
}

#[test]
fn an_older_version_is_brought_up_to_date_after_a_copy_is_kept() {
    let sample = sample::open();
    let data = sample.store.load().unwrap();
    drop(sample.store);
    let store = Store::open_on(&sample.path, &taller(), CopyRules::default()).unwrap();
    assert_eq!(store.load().unwrap(), data);
    assert!(store.last_backup().unwrap().is_some());
    drop(store);
    let older = Store::open(&sample.path);
    assert!(matches!(
        older,
        Err(StoreError::Newer { found: 3, known: 2 })
    ));
    let again = Store::open_on(&sample.path, &taller(), CopyRules::default()).unwrap();
    assert_eq!(again.load().unwrap(), data);
    assert_eq!(backups(&sample.path).len(), 1, "once is enough");
    let copy = Store::open(&backups(&sample.path)[0]).unwrap();
    assert_eq!(copy.load().unwrap(), data);
}

#[test]
fn an_older_version_is_read_without_changing_it() {
    let sample = sample::open();
    let data = sample.store.load().unwrap();
    let bytes = fs::read(&sample.path).unwrap();
    let reader = Store::read_on(&sample.path, &taller()).unwrap();
    assert_eq!(reader.load().unwrap(), data);
    assert!(!reader.writable());
    assert_eq!(fs::read(&sample.path).unwrap(), bytes);
}

#[test]
fn a_migration_that_fails_leaves_the_file_as_it_was() {
    let sample = sample::open();
    let data = sample.store.load().unwrap();
    drop(sample.store);
    let mut ladder = taller();
    ladder.push(Rung::sql("DELETE FROM customer; DELETE FROM nothing"));
    assert!(Store::open_on(&sample.path, &ladder, CopyRules::default()).is_err());
    assert_eq!(Store::open(&sample.path).unwrap().load().unwrap(), data);
}

fn backups(path: &Path) -> Vec<PathBuf> {
    let folder = path.with_file_name("firm.manyi-backups");
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}
