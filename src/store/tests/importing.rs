//! Taking files in: all or nothing, each once.

use super::sample::{self, step};
use crate::model::{
    Answer, AnswerColumn, Change, CustomerId, Edit, ImportBatch, IssueKind, Progress, ReturnFile,
    ReturnId, StepKind, Wave, WaveId,
};
use crate::store::check::check;
use crate::store::{Rule, StoreError};

/// Imports what has to be refused and leaves everything as it was.
fn refused(sample: &mut sample::Sample, batch: ImportBatch) -> StoreError {
    let before = sample.store.load().unwrap();
    let error = sample
        .store
        .import(batch, &Progress::default())
        .unwrap_err();
    assert_eq!(sample.store.load().unwrap(), before);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    error
}

#[test]
fn the_same_file_enters_a_wave_once_unless_taken_back() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 3);
    sample
        .store
        .import(batch.clone(), &Progress::default())
        .unwrap();
    let mut renamed = batch.clone();
    renamed.import.file = "b.xlsx".to_owned();
    let error = refused(&mut sample, renamed);
    assert!(matches!(
        error,
        StoreError::SameFile { file, at, period }
            if file == "a.xlsx" && at == batch.import.at && period == sample.wave.period
    ));

    let import = sample.store.load().unwrap().imports[0].clone();
    let mut undone = import.clone();
    undone.undone = true;
    let undo = Change::Import(Edit::changed(import, undone));
    let undo = step(StepKind::UndoImport, vec![undo]);
    sample.store.apply(&undo).unwrap();
    sample.store.import(batch, &Progress::default()).unwrap();
    let restored = sample.store.apply(&undo.inverse());
    assert!(matches!(restored, Err(StoreError::SameFile { .. })));
    let returns = sample.store.load_wave(sample.wave.id).unwrap().returns;
    assert_eq!(returns[0].id, ReturnId(4), "numbers are not used again");
}

#[test]
fn a_second_return_of_a_customer_is_put_on_the_review_list() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 3);
    sample.store.import(batch, &Progress::default()).unwrap();
    let mut batch = sample.batch("b.xlsx", 5);
    batch.issues.clear();
    let customers = [0, 1, 2, 2, 2].map(|at| Some(sample.customers[at].id));
    for (returned, customer) in batch.returns.iter_mut().zip(customers) {
        returned.customer = customer;
    }
    batch.returns[0].void = Some("作废".to_owned());
    batch.returns[1].customer = None;
    batch.returns[4].customer_text.clear();
    batch.returns[4].void = None;
    let import = sample.store.import(batch, &Progress::default());
    let import = import.unwrap().import.id;
    let data = sample.store.load().unwrap();
    let second: Vec<_> = data
        .issues
        .iter()
        .filter(|issue| issue.kind == IssueKind::SecondReturn)
        .collect();
    assert!(second.iter().all(|issue| issue.import == Some(import)));
    let places: Vec<_> = second
        .iter()
        .map(|issue| (issue.returned.0, issue.cell.as_str(), issue.found.as_str()))
        .collect();
    assert_eq!(
        places,
        [(6, "A4", "C002"), (7, "A5", "C003"), (8, "A6", "C003")]
    );
    let mut ids: Vec<_> = data.issues.iter().map(|issue| issue.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 4, "every issue has its own number");
}

#[test]
fn a_second_return_is_none_when_the_first_one_is_void_or_taken_back() {
    let mut sample = sample::open();
    let mut batch = sample.batch("a.xlsx", 1);
    batch.returns[0].void = Some("作废".to_owned());
    sample.store.import(batch, &Progress::default()).unwrap();
    let batch = sample.batch("b.xlsx", 1);
    sample.store.import(batch, &Progress::default()).unwrap();
    let import = sample.store.load().unwrap().imports[1].clone();
    let mut undone = import.clone();
    undone.undone = true;
    let undo = Change::Import(Edit::changed(import, undone));
    let undo = step(StepKind::UndoImport, vec![undo]);
    sample.store.apply(&undo).unwrap();
    let batch = sample.batch("c.xlsx", 1);
    sample.store.import(batch, &Progress::default()).unwrap();
    let issues = sample.store.load().unwrap().issues;
    assert!(
        issues
            .iter()
            .all(|issue| issue.kind == IssueKind::UnreadableCell)
    );
}

#[test]
fn a_batch_that_does_not_hang_together_is_refused() {
    let mut sample = sample::open();
    let good = sample.batch("a.xlsx", 3);
    let mut wrong = vec![good.clone(), good.clone(), good.clone(), good.clone()];
    wrong[0].columns.pop();
    wrong[1].columns[0].push(Answer::Blank);
    wrong[2].columns[0] = AnswerColumn::Choice(vec![0, 5, 0]);
    wrong[3].columns[3] = AnswerColumn::Other(vec![Answer::Number(f64::NAN); 3]);
    for batch in wrong {
        assert!(matches!(
            refused(&mut sample, batch),
            StoreError::Forbidden(Rule::AnswerOutsideScale)
        ));
    }
    let mut wrong = vec![good.clone(), good.clone()];
    wrong[0].issues[0].returned = ReturnId(3);
    wrong[1].returns[2].customer = Some(CustomerId(999));
    for batch in wrong {
        assert!(matches!(
            refused(&mut sample, batch),
            StoreError::Forbidden(Rule::Dangling)
        ));
    }
    let mut elsewhere = good.clone();
    elsewhere.import.wave = WaveId(999);
    assert!(matches!(
        refused(&mut sample, elsewhere),
        StoreError::NotHere { table: "wave", .. }
    ));
    sample.store.import(good, &Progress::default()).unwrap();
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 3_000);
    let progress = Progress::default();
    progress.cancel();
    let before = sample.store.load().unwrap();
    let cancelled = sample.store.import(batch, &progress);
    assert!(matches!(cancelled, Err(StoreError::Cancelled(_))));
    assert_eq!(sample.store.load().unwrap(), before);
}

#[test]
fn a_full_disk_leaves_nothing_and_the_next_import_goes_through() {
    let mut sample = sample::open();
    let pages: i64 = sample
        .store
        .db
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    let limit = |sample: &sample::Sample, pages: i64| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        sample.store.db.execute_batch(&sql).unwrap();
    };
    for room in [0, 1, 8, 20] {
        limit(&sample, pages + room);
        let batch = sample.batch("a.xlsx", 3_000);
        assert!(matches!(refused(&mut sample, batch), StoreError::DiskFull));
    }
    limit(&sample, pages + 1_000);
    let batch = sample.batch("a.xlsx", 3_000);
    sample.store.import(batch, &Progress::default()).unwrap();
    let loaded = sample.store.load_wave(sample.wave.id).unwrap();
    assert_eq!(loaded.returns.len(), 3_000);
}

#[test]
fn an_empty_batch_is_an_import_of_nothing() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 0);
    let import = sample.store.import(batch, &Progress::default());
    let import = import.unwrap().import.id;
    assert_eq!(sample.store.load().unwrap().imports[0].id, import);
    let loaded = sample.store.load_wave(sample.wave.id).unwrap();
    assert!(loaded.returns.is_empty());
    assert_eq!(loaded.columns.len(), 5);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
}

#[test]
fn the_first_file_brings_its_wave_along_or_neither_is_kept() {
    let mut sample = sample::open();
    let wave = Wave {
        id: WaveId(sample.store.fresh_id()),
        period: "2026H2".parse().unwrap(),
        ..sample.wave.clone()
    };
    let opening = step(
        StepKind::OpenWave,
        vec![Change::Wave(Edit::created(wave.clone()))],
    );
    let mut batch = sample.batch("a.xlsx", 3_000);
    batch.import.wave = wave.id;

    let before = sample.store.load().unwrap();
    let progress = Progress::default();
    progress.cancel();
    let cancelled = sample
        .store
        .open_and_import(&opening, batch.clone(), &progress);
    assert!(matches!(cancelled, Err(StoreError::Cancelled(_))));
    assert_eq!(sample.store.load().unwrap(), before);

    let entered = sample
        .store
        .open_and_import(&opening, batch, &Progress::default())
        .unwrap();
    assert!(entered.touched.everything);
    let after = sample.store.load().unwrap();
    assert_eq!(after.wave(wave.id), Some(&wave));
    assert_eq!(after.import(entered.import.id), Some(&entered.import));
    assert_eq!(*after.issues, entered.issues);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
}

#[test]
fn nothing_is_taken_into_a_damaged_workspace() {
    let mut sample = sample::open();
    let batch = sample.batch("a.csv", 20);
    sample.store.import(batch, &Progress::default()).unwrap();
    sample::tamper(
        &sample.path,
        "UPDATE returns SET row = row + 1 WHERE id = 3",
    );
    let before = std::fs::read(&sample.path).unwrap();
    let batch = sample.batch("b.csv", 20);
    let refused = sample.store.import(batch, &Progress::default());
    assert!(
        matches!(refused, Err(StoreError::Damaged(_))),
        "{refused:?}"
    );
    assert!(std::fs::read(&sample.path).unwrap() == before);
}

#[test]
fn several_files_enter_together_or_not_at_all() {
    let mut sample = sample::open();
    let progress = Progress::default();
    let mut first = sample.batch("a.jpg", 1);
    first.files = vec![ReturnFile {
        returned: 0,
        file: first.source.clone(),
        sealed: false,
    }];
    let second = sample.batch("b.jpg", 1);
    let twice = vec![first.clone(), first.clone()];
    let refused = sample.store.import_all(twice, &progress).unwrap_err();
    assert!(
        matches!(refused, StoreError::SameFile { .. }),
        "{refused:?}"
    );
    assert!(sample.store.load().unwrap().imports.is_empty());

    let entered = sample.store.import_all(vec![first, second], &progress);
    let entered = entered.unwrap();
    let again = |at: usize| {
        let mut issues = entered[at].issues.iter();
        issues.any(|it| it.kind == IssueKind::SecondReturn)
    };
    assert_eq!((again(0), again(1)), (false, true), "over the files");
    let data = sample.store.load().unwrap();
    assert_eq!(data.imports.len(), 2);
    let [scan] = &data.attachments[..] else {
        panic!("{:?}", data.attachments);
    };
    assert_eq!(scan.name, "a.jpg");
    let kept = sample.store.attached(scan.id).unwrap().unwrap();
    assert_eq!(kept.sha256, data.imports[0].sha256);
    assert_eq!(check(&sample.path, &progress).unwrap(), []);
}
