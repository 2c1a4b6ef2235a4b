//! What the check finds in a workspace somebody else had their hands in.

use rusqlite::Connection;

use super::sample::{self, Sample};
use crate::model::{ImportId, Progress, ReturnId};
use crate::store::check::{Fault, check};
use crate::store::{StoreError, sealed};

fn with_returns() -> (Sample, ImportId) {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 12);
    let import = sample.store.import(batch, &Progress::default());
    let import = import.unwrap().import.id;
    (sample, import)
}

/// What is found after the file was changed behind the store's back, and sealed again.
fn faults(sample: &Sample, sql: &str) -> Vec<Fault> {
    sample::forge(&sample.path, sql);
    check(&sample.path, &Progress::default()).unwrap()
}

#[test]
fn a_sound_workspace_has_no_fault_and_stays_as_it_is() {
    let (sample, _) = with_returns();
    let before = std::fs::read(&sample.path).unwrap();
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    assert_eq!(std::fs::read(&sample.path).unwrap(), before);
}

#[test]
fn answers_that_cannot_be_read_or_have_no_place_are_found() {
    let (sample, _) = with_returns();
    let found = faults(&sample, "UPDATE returns SET answers = x'09' WHERE id = 2");
    assert_eq!(found, [Fault::Answers(ReturnId(2))]);
    let load = sample.store.load_wave(sample.wave.id);
    assert!(matches!(load, Err(StoreError::Damaged(_))));
    let found = faults(
        &sample,
        "UPDATE returns SET answers = x'010563FFFFFFFF' WHERE id = 2",
    );
    assert_eq!(found, [Fault::Answers(ReturnId(2))], "no option 99");
    let found = faults(
        &sample,
        "UPDATE returns SET answers = x'0102FFFF' WHERE id = 2",
    );
    let short = Fault::ItemCount {
        returned: ReturnId(2),
        found: 2,
        expected: 5,
    };
    assert_eq!(found, [short]);
}

#[test]
fn a_lost_return_and_a_changed_original_are_found() {
    let (sample, import) = with_returns();
    let found = faults(&sample, "UPDATE file SET bytes = x'00'");
    assert_eq!(found, [Fault::Source(import)]);
    let found = faults(
        &sample,
        "DELETE FROM issue; DELETE FROM answer_text WHERE returned = 12;
         DELETE FROM returns WHERE id = 12",
    );
    let lost = Fault::ReturnCount {
        import,
        found: 11,
        expected: 12,
    };
    assert_eq!(found, [Fault::Source(import), lost]);
}

#[test]
fn an_original_another_program_emptied_is_found() {
    let (sample, import) = with_returns();
    let found = faults(&sample, "UPDATE file SET bytes = NULL");
    assert_eq!(found, [Fault::Source(import)]);
}

#[test]
fn broken_references_documents_and_freezing_are_found() {
    let (sample, _) = with_returns();
    let found = faults(&sample, "UPDATE revision SET frozen = 0");
    assert_eq!(found, [Fault::NotFrozen]);
    let found = faults(&sample, "UPDATE revision SET questionnaire = '{'");
    assert!(matches!(
        found[..],
        [
            Fault::Unreadable {
                table: "revision",
                ..
            },
            Fault::NotFrozen
        ]
    ));
    let load = sample.store.load();
    assert!(matches!(load, Err(StoreError::Damaged(_))));
    let found = faults(&sample, "DELETE FROM customer WHERE code = 'C001'");
    let dangling = |table: &str| Fault::Dangling {
        table: table.to_owned(),
        parent: "customer".to_owned(),
    };
    assert!(found.contains(&dangling("frame")));
    assert!(found.contains(&dangling("returns")));
    let found = faults(&sample, "DELETE FROM label");
    let label = |table: &str| Fault::Dangling {
        table: table.to_owned(),
        parent: "label".to_owned(),
    };
    assert!(found.contains(&label("issue")));
    assert!(found.contains(&label("returns")));
}

#[test]
fn a_page_written_over_is_found() {
    let (mut sample, _) = with_returns();
    let batch = sample.batch("b.xlsx", 2_000);
    sample.store.import(batch, &Progress::default()).unwrap();
    let mut bytes = std::fs::read(&sample.path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    std::fs::write(&sample.path, bytes).unwrap();
    // Which page lies in the middle changes with the tables: without some of them the file cannot
    // even be opened, which says as much.
    match check(&sample.path, &Progress::default()) {
        Ok(found) => assert!(matches!(found[0], Fault::Pages(_)), "{found:?}"),
        Err(error) => assert!(matches!(error, StoreError::Damaged(_)), "{error}"),
    }
}

#[test]
fn a_check_that_is_called_off_finds_nothing() {
    let (sample, _) = with_returns();
    sample::tamper(&sample.path, "UPDATE file SET bytes = x'00'");
    let progress = Progress::default();
    progress.cancel();
    let checked = check(&sample.path, &progress);
    assert!(matches!(checked, Err(StoreError::Cancelled(_))));
}

#[test]
fn a_change_of_any_column_of_any_row_is_found() {
    let (sample, _) = with_returns();
    for it in sealed::TABLES {
        for column in it.columns.split(", ") {
            let db = Connection::open(&sample.path).unwrap();
            db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
            let sql = format!("SELECT typeof({column}) FROM {} LIMIT 1", it.table);
            let Ok(kind) = db.query_row(&sql, [], |row| row.get::<_, String>(0)) else {
                continue;
            };
            let changed = match kind.as_str() {
                "integer" => format!("{column} + 1000"),
                "real" => format!("{column} + 1e-6"),
                "null" => continue,
                kind => format!("CAST(CAST({column} AS TEXT) || 'x' AS {kind})"),
            };
            drop(db);
            let before = std::fs::read(&sample.path).unwrap();
            let sql = format!(
                "UPDATE OR IGNORE {0} SET {column} = {changed}
                 WHERE ({1}) = (SELECT {1} FROM {0} LIMIT 1)",
                it.table, it.key
            );
            sample::tamper(&sample.path, &sql);
            let altered = std::fs::read(&sample.path).unwrap() != before;
            let found = check(&sample.path, &Progress::default());
            let silent = matches!(found, Ok(found) if found.is_empty());
            assert!(!altered || !silent, "{} {column}", it.table);
            std::fs::write(&sample.path, before).unwrap();
        }
    }
}

#[test]
fn a_line_of_the_log_that_was_changed_taken_out_or_put_in_is_found() {
    let (sample, _) = with_returns();
    let before = std::fs::read(&sample.path).unwrap();
    for (sql, line) in [
        ("UPDATE log SET subject = 'x' WHERE id = 3", 3),
        ("UPDATE log SET who = 'x' WHERE id = 4", 4),
        ("UPDATE log SET changes = '[]' WHERE id = 2", 2),
        ("DELETE FROM log WHERE id = 1", 2),
        ("DELETE FROM log WHERE id = 2", 3),
        ("DELETE FROM log WHERE id = (SELECT max(id) FROM log)", 6),
        ("UPDATE log SET hash = digest WHERE id = 5", 5),
    ] {
        sample::tamper(&sample.path, sql);
        let found = check(&sample.path, &Progress::default()).unwrap();
        assert_eq!(found, [Fault::Log(line)], "{sql}");
        std::fs::write(&sample.path, &before).unwrap();
    }
}

#[test]
fn a_lost_text_is_found() {
    let (sample, _) = with_returns();
    let found = faults(&sample, "DELETE FROM answer_text WHERE returned = 4");
    assert_eq!(found, [Fault::Texts(sample.wave.id)]);
}

#[test]
fn a_line_of_the_log_can_be_erased_and_the_chain_holds() {
    let (sample, _) = with_returns();
    sample::tamper(
        &sample.path,
        "UPDATE log SET subject = '', changes = '' WHERE id = 3",
    );
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    assert_eq!(sample.store.log(99).unwrap().len(), 6);
}

#[test]
fn rules_are_frozen_with_their_questionnaire() {
    let (sample, _) = with_returns();
    let db = Connection::open(&sample.path).unwrap();
    let frozen: i64 = db
        .query_row("SELECT frozen FROM rules", [], |row| row.get(0))
        .unwrap();
    assert_eq!(frozen, 1);
}
