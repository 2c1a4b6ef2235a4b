//! Workspaces made by somebody who means harm, or changed by another program.

use std::fs;
use std::ops::Not;
use std::path::Path;

use super::sample::{self, Sample, forge, tamper};
use crate::model::Progress;
use crate::store::check::{self, Fault};
use crate::store::{Store, StoreError};

/// A workspace with returns, closed, and changed behind the store's back.
fn tampered(sql: &str) -> Sample {
    let mut sample = sample::open();
    let batch = sample.batch("a.csv", 12);
    sample.store.import(batch, &Progress::default()).unwrap();
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    tamper(&sample.path, sql);
    sample
}

/// The same by somebody who knows of the seals.
fn forged(sql: &str) -> Sample {
    let sample = tampered("");
    forge(&sample.path, sql);
    sample
}

/// Everything a job reads of a workspace.
fn read(path: &Path) -> Result<(), StoreError> {
    let store = Store::open_read_only(path)?;
    let data = store.load()?;
    for wave in &data.waves {
        store.load_wave(wave.id)?;
    }
    store.log(1_000)?;
    store.saved_at()?;
    Ok(())
}

fn faults(path: &Path) -> Result<Vec<Fault>, StoreError> {
    check::check(path, &Progress::default())
}

#[test]
fn tables_that_are_not_the_programs_own_are_not_opened() {
    for sql in [
        "CREATE TABLE more (id INTEGER)",
        "CREATE VIEW more AS SELECT 1",
        "ALTER TABLE customer RENAME TO hidden;
         CREATE VIEW customer AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)
         SELECT n AS id, n AS code, n AS name, n AS turnover, n AS key, n AS attributes FROM n",
        "CREATE TRIGGER lie AFTER INSERT ON returns BEGIN
         UPDATE returns SET answers = x'010100' WHERE id = new.id; END",
        "CREATE INDEX odd ON returns (row)",
        "CREATE INDEX endless ON customer (printf('%.*c', 99999999, 'x'))",
        "DROP INDEX frame_of_customer",
        "DROP TABLE log",
        "ALTER TABLE customer ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL",
        "ALTER TABLE customer DROP COLUMN attributes",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema
         SET sql = replace(sql, 'CHECK (id = 1)', 'CHECK (id > 0)') WHERE name = 'workspace'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema
         SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'survey'),
         sql = 'CREATE TABLE workspace (id INTEGER PRIMARY KEY, company TEXT)'
         WHERE name = 'workspace'",
        "PRAGMA user_version = -3",
        "PRAGMA user_version = 0",
    ] {
        let sample = tampered(sql);
        let bytes = fs::read(&sample.path).unwrap();
        for open in [Store::open, Store::open_read_only] {
            let error = open(&sample.path).unwrap_err();
            assert!(matches!(error, StoreError::Altered(_)), "{sql}: {error:?}");
        }
        let error = faults(&sample.path).unwrap_err();
        assert!(matches!(error, StoreError::Altered(_)), "{sql}: {error:?}");
        assert_eq!(fs::read(&sample.path).unwrap(), bytes, "{sql}");
    }
}

#[test]
fn a_schema_that_cannot_be_parsed_is_damage() {
    let sample = tampered(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE TABLE log (' WHERE name = 'log'",
    );
    let error = Store::open(&sample.path).unwrap_err();
    assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
}

#[test]
fn statistics_sqlite_gathers_do_no_harm() {
    let sample = tampered("ANALYZE");
    read(&sample.path).unwrap();
    assert_eq!(faults(&sample.path).unwrap(), []);
    tamper(&sample.path, "UPDATE sqlite_stat1 SET stat = '9 9 9 9 9'");
    read(&sample.path).unwrap();
}

/// Values no window and no file brings in.
const IMPOSSIBLE: &[&str] = &[
    "UPDATE counter SET next = 9223372036854775807",
    "UPDATE counter SET next = -5",
    "UPDATE workspace SET company = replace(hex(zeroblob(200000)), '0', 'x')",
    "UPDATE survey SET id = 9223372036854775807",
    "UPDATE survey SET id = -1",
    "UPDATE customer SET turnover = 9e999",
    "UPDATE customer SET turnover = -1.0",
    "UPDATE customer SET turnover = 1e300",
    "UPDATE frame SET turnover = -9e999",
    "UPDATE customer SET attributes = '{\"a\":1}'",
    "UPDATE revision SET number = 0",
    "UPDATE revision SET number = -7",
    "UPDATE revision SET parent = id",
    "UPDATE revision SET effective = '2026-13-45'",
    "UPDATE revision SET signatures = '{\"prepared\":{\"name\":\"x\",\"date\":\"99999-01-01\"}}'",
    "UPDATE revision SET questionnaire = replace(hex(zeroblob(100000)), '00', '[')",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[0].weight', -1)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[0].weight', 0)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[0].weight', 1e308)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[1].lineage', 901)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[1].lineage', -901)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[1].code', 'Q1')",
    "UPDATE revision SET questionnaire =
     json_set(questionnaire, '$.is.items[0].scale.options[0].score', 1e308)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.dimensions[0].parent', 'Q')",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.dimensions[0].weight', 1e308)",
    "UPDATE rules SET content = json_set(content, '$.is.target', 1e308)",
    "UPDATE rules SET content = json_set(content, '$.is.min_answered', -1)",
    "UPDATE rules SET content = json_set(content, '$.is.bands[0].from', 200)",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items',
     (WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 6000)
      SELECT json_group_array(json(json_set(questionnaire -> '$.is.items[3]', '$.lineage', n,
      '$.code', 'c' || n))) FROM n))",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.is.items[0].scale.options',
     (WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10000)
      SELECT json_group_array(json(json_set(questionnaire -> '$.is.items[0].scale.options[0]',
      '$.label', 'o' || n))) FROM n))",
    "UPDATE wave SET period = '9999H1'",
    "UPDATE wave SET opened = '-99999-01-01'",
    "UPDATE import SET returns = 200000000",
    "UPDATE import SET returns = -1",
    "UPDATE import SET returns = 9223372036854775807",
    "UPDATE import SET at = 'yesterday'",
    "UPDATE returns SET date = 20261399",
    "UPDATE returns SET date = 9223372036854775807",
    "UPDATE returns SET row = -1",
    "UPDATE returns SET channel = 999999",
    "UPDATE returns SET answers = x'01ffffff7f'",
    "UPDATE returns SET answers = x''",
    "UPDATE returns SET answers = zeroblob(100000)",
    "UPDATE returns SET answers = x'01056363fffb00ff'",
    "UPDATE returns SET answers = x'0105c7ffffffff' WHERE row = 3",
    "UPDATE issue SET expected = kind",
    "UPDATE issue SET kind = 999999",
];

#[test]
fn what_cannot_be_is_damage_wherever_it_stands() {
    for sql in IMPOSSIBLE {
        let sample = forged(sql);
        let error = read(&sample.path).expect_err(sql);
        assert!(matches!(error, StoreError::Damaged(_)), "{sql}: {error:?}");
        // The check may refuse to open it, or say what is wrong; it never calls it sound.
        assert!(
            faults(&sample.path).is_ok_and(|it| it.is_empty()).not(),
            "{sql}"
        );
    }
}

#[test]
fn a_text_without_its_place_is_damage() {
    for item in ["9223372036854775807", "-1", "0"] {
        let sql = format!("INSERT INTO answer_text (returned, item, text) VALUES (1, {item}, 'x')");
        let error = read(&tampered(&sql).path).expect_err(&sql);
        assert!(matches!(error, StoreError::Damaged(_)), "{sql}: {error:?}");
    }
}

#[test]
fn nothing_is_taken_into_a_file_that_was_damaged_since_it_was_opened() {
    let mut sample = sample::open();
    let first = sample.batch("a.csv", 12);
    sample.store.import(first, &Progress::default()).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'customer'";
    let root: u32 = sample
        .store
        .db
        .query_row(root, [], |row| row.get(0))
        .unwrap();
    let page = (root as usize - 1) * 4096;
    let mut bytes = fs::read(&sample.path).unwrap();
    bytes[page..page + 4096].fill(0);
    // Counted as a change, so that what SQLite remembers of the pages is given up.
    bytes[24] ^= 1;
    fs::write(&sample.path, &bytes).unwrap();
    let second = sample.batch("b.csv", 12);
    let error = sample
        .store
        .import(second, &Progress::default())
        .unwrap_err();
    assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
    assert_eq!(fs::read(&sample.path).unwrap(), bytes);
}
