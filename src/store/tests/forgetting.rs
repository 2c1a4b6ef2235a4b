//! What is removed for good, and what stays.

use std::fs;

use super::sample;
use crate::model::{Change, Edit, ImportId, Progress, StepKind};
use crate::store::check::check;
use crate::store::{Rule, StoreError};

/// Two files with returns; the first carries words nobody else does.
fn two() -> (sample::Sample, ImportId, ImportId) {
    let mut sample = sample::open();
    let mut batch = sample.batch("secret.xlsx", 7);
    batch.source = batch.source.clone();
    batch.returns[5].customer_text = "无人知晓的客户".to_owned();
    batch.returns[5].respondent = "无名氏".to_owned();
    let first = sample.store.import(batch, &Progress::default()).unwrap();
    let batch = sample.batch("other.xlsx", 3);
    let second = sample.store.import(batch, &Progress::default()).unwrap();
    (sample, first.import.id, second.import.id)
}

fn undo(sample: &mut sample::Sample, id: ImportId) {
    let import = sample.store.load().unwrap().import(id).unwrap().clone();
    let mut undone = import.clone();
    undone.undone = true;
    let change = Change::Import(Edit::changed(import, undone));
    let step = sample::step(StepKind::UndoImport, vec![change]);
    sample.store.apply(&step).unwrap();
}

fn holds(sample: &sample::Sample, text: &str) -> bool {
    let bytes = fs::read(&sample.path).unwrap();
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

#[test]
fn a_kept_file_can_be_removed_and_its_returns_stay() {
    let (mut sample, first, second) = two();
    let before = sample.store.load_wave(sample.wave.id).unwrap();
    assert!(holds(&sample, "secret.xlsxsecret.xlsx"));
    sample.store.drop_original(first).unwrap();
    assert!(!holds(&sample, "secret.xlsxsecret.xlsx"), "written over");
    assert_eq!(
        sample.store.original(first).unwrap().map(|it| it.name),
        None
    );
    assert!(sample.store.original(second).unwrap().is_some());
    assert_eq!(sample.store.load_wave(sample.wave.id).unwrap(), before);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    assert_eq!(sample.store.log(1).unwrap()[0].kind, StepKind::DropOriginal);
    let kept: Vec<_> = sample.store.originals().unwrap().into_iter().collect();
    assert_eq!(kept, [(second, Some(30_000))]);
    let batch = sample.batch("secret.xlsx", 7);
    let again = sample.store.import(batch, &Progress::default());
    assert!(
        matches!(again, Err(StoreError::SameFile { .. })),
        "still known"
    );
}

#[test]
fn a_file_two_imports_share_goes_with_the_last_of_them() {
    let (mut sample, first, _) = two();
    undo(&mut sample, first);
    let batch = sample.batch("secret.xlsx", 7);
    let again = sample.store.import(batch, &Progress::default()).unwrap();
    let again = again.import.id;
    assert_eq!(sample.store.drop_original(first).unwrap(), [again]);
    assert!(sample.store.original(first).unwrap().is_none());
    assert!(sample.store.original(again).unwrap().is_some());
    assert!(holds(&sample, "secret.xlsxsecret.xlsx"));
    let lines = sample.store.log(99).unwrap().len();
    let twice = sample.store.drop_original(first);
    assert!(
        matches!(&twice, Err(StoreError::NothingKept(file)) if file == "secret.xlsx"),
        "{twice:?}"
    );
    assert_eq!(sample.store.log(99).unwrap().len(), lines);
    assert_eq!(sample.store.drop_original(again).unwrap(), []);
    assert!(!holds(&sample, "secret.xlsxsecret.xlsx"));
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
}

#[test]
fn an_import_that_was_taken_back_can_be_removed_for_good() {
    let (mut sample, first, second) = two();
    let error = sample.store.forget_import(first).unwrap_err();
    assert!(matches!(error, StoreError::Forbidden(Rule::ImportCounts)));
    undo(&mut sample, first);
    let before = sample.store.load_wave(sample.wave.id).unwrap();
    sample.store.forget_import(first).unwrap();
    let data = sample.store.load().unwrap();
    assert_eq!(data.imports.len(), 1);
    assert_eq!(data.imports[0].id, second);
    assert_eq!(sample.store.load_wave(sample.wave.id).unwrap(), before);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    for gone in ["无人知晓的客户", "无名氏", "secret.xlsxsecret.xlsx"] {
        assert!(!holds(&sample, gone), "{gone}");
    }
    let batch = sample.batch("secret.xlsx", 7);
    sample.store.import(batch, &Progress::default()).unwrap();
}
