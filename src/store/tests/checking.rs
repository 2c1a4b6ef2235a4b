//! What the check finds in a workspace somebody else had their hands in.

use super::sample::{self, Sample};
use crate::model::{ImportId, Progress, ReturnId};
use crate::store::StoreError;
use crate::store::check::{Fault, check};

fn with_returns() -> (Sample, ImportId) {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 12);
    let import = sample.store.import(batch, &Progress::default());
    let import = import.unwrap().import.id;
    (sample, import)
}

/// What is found after the file was changed behind the store's back.
fn faults(sample: &Sample, sql: &str) -> Vec<Fault> {
    sample::tamper(&sample.path, sql);
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
    let found = faults(&sample, "UPDATE source SET bytes = x'00'");
    assert_eq!(found, [Fault::Source(import)]);
    let found = faults(
        &sample,
        "DELETE FROM source; DELETE FROM issue; DELETE FROM returns WHERE id = 12",
    );
    let lost = Fault::ReturnCount {
        import,
        found: 11,
        expected: 12,
    };
    assert_eq!(found, [Fault::Source(import), lost]);
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
    let found = check(&sample.path, &Progress::default()).unwrap();
    assert!(matches!(found[0], Fault::Pages(_)), "{found:?}");
}

#[test]
fn a_check_that_is_called_off_finds_nothing() {
    let (sample, _) = with_returns();
    sample::tamper(&sample.path, "UPDATE source SET bytes = x'00'");
    let progress = Progress::default();
    progress.cancel();
    let checked = check(&sample.path, &progress);
    assert!(matches!(checked, Err(StoreError::Cancelled(_))));
}
