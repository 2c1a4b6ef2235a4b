//! A file of an older version: brought up to date, or read as it is.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension;
use serde_json::json;

use super::sample;
use crate::model::{CopyRules, Mapping, Progress, Stage, StepKind};
use crate::store::check::check;
use crate::store::migrate::{LADDER, Rung, newest};
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
    let store = Store::open_on(
        &sample.path,
        &taller(),
        CopyRules::default(),
        &Progress::default(),
    )
    .unwrap();
    assert_eq!(store.load().unwrap(), data);
    assert!(store.last_backup().unwrap().is_some());
    drop(store);
    let older = Store::open(&sample.path);
    let known = newest(LADDER);
    assert!(matches!(
        older,
        Err(StoreError::Newer { found, known: ours }) if (found, ours) == (known + 1, known)
    ));
    let again = Store::open_on(
        &sample.path,
        &taller(),
        CopyRules::default(),
        &Progress::default(),
    )
    .unwrap();
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
    assert!(
        Store::open_on(
            &sample.path,
            &ladder,
            CopyRules::default(),
            &Progress::default()
        )
        .is_err()
    );
    assert_eq!(Store::open(&sample.path).unwrap().load().unwrap(), data);
}

/// The golden file of version 1 that holds every kind of thing, changed before it is opened.
fn golden(sql: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("firm.manyi");
    let file = "tests/golden/v1/everything.manyi";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::copy(file, &path).unwrap();
    sample::tamper(&path, sql);
    (folder, path)
}

#[test]
fn the_log_says_that_a_file_was_brought_up_to_date_and_by_whom() {
    let (_folder, path) = golden("");
    let before = Store::open_read_only(&path).unwrap().saved_at().unwrap();
    let store = Store::open(&path).unwrap();
    let line = &store.log(1).unwrap()[0];
    assert_eq!(line.kind, StepKind::Migrate);
    assert_eq!(line.subject, format!("1 → {}", newest(LADDER)));
    assert_eq!(line.who, crate::store::lock::who());
    assert_eq!(line.changes, json!([]));
    assert_eq!(
        store.saved_at().unwrap(),
        before,
        "nothing it holds changed"
    );
    drop(store);
    assert_eq!(check(&path, &Progress::default()).unwrap(), []);
    let again = Store::open(&path).unwrap().log(2).unwrap();
    assert_ne!(again[1].kind, StepKind::Migrate, "once");
    let (_folder, _, new) = sample::empty();
    assert_eq!(new.log(9).unwrap().len(), 1, "a new file was never older");
}

#[test]
fn a_mapping_that_cannot_be_read_is_kept_in_the_log() {
    let (_folder, path) = golden(
        "UPDATE import SET mapping = '{\"columns\": 7}' WHERE id =
        (SELECT min(id) FROM import)",
    );
    let store = Store::open(&path).unwrap();
    let import = store
        .load()
        .unwrap()
        .imports
        .iter()
        .min_by_key(|it| it.id)
        .unwrap()
        .clone();
    assert_eq!(*import.mapping, Mapping::default());
    let line = &store.log(1).unwrap()[0];
    assert_eq!(
        line.changes,
        json!([{
            "noun": "import",
            "id": import.id.0,
            "before": {"mapping": "{\"columns\": 7}"},
            "after": {"mapping": null},
        }])
    );
    assert_eq!(check(&path, &Progress::default()).unwrap(), []);
}

#[test]
fn measures_of_closed_actions_were_done_when_those_were_closed() {
    let (_folder, path) = golden("");
    let store = Store::open(&path).unwrap();
    let done = |id: i64| -> Option<String> {
        let sql = "SELECT done FROM measure WHERE action = ?1";
        let done = store.db.query_row(sql, [id], |row| row.get(0));
        done.optional().unwrap().flatten()
    };
    let actions = store.load().unwrap().actions;
    let mut closed = 0;
    for action in actions.iter().filter(|it| !it.measure.is_empty()) {
        let last = action.steps.last().unwrap();
        let when = (last.stage == Stage::Closed).then(|| last.date.to_string());
        closed += usize::from(when.is_some());
        assert_eq!(done(action.id.0), when, "{}", action.number);
    }
    assert!(closed > 0);
    assert!(
        actions
            .iter()
            .any(|it| !it.closed() && !it.measure.is_empty())
    );
}

fn backups(path: &Path) -> Vec<PathBuf> {
    let folder = path.with_file_name("firm.manyi-backups");
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}
