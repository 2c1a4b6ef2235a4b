//! Copies kept beside the workspace.

use std::path::PathBuf;

use super::sample;
use crate::model::Progress;
use crate::store::check::check;
use crate::store::{Store, StoreError};

#[test]
fn a_copy_from_before_is_kept_with_every_import() {
    let mut sample = sample::open();
    assert_eq!(sample.store.last_backup().unwrap(), None);
    let before = sample.store.load().unwrap();
    let batch = sample.batch("a.xlsx", 5);
    sample.store.import(batch, &Progress::default()).unwrap();
    let copies = copies(&sample);
    assert_eq!(copies.len(), 1);
    assert_eq!(check(&copies[0], &Progress::default()).unwrap(), []);
    let copy = Store::open(&copies[0]).unwrap();
    assert_eq!(copy.load().unwrap(), before);
    assert!(sample.store.last_backup().unwrap().is_some());
}

#[test]
fn the_newest_ten_are_kept_and_what_others_put_there_stays() {
    let sample = sample::open();
    let first = sample.store.backup(&Progress::default()).unwrap();
    let theirs = first.parent().unwrap().join("firm 2025 final.manyi");
    std::fs::write(&theirs, "theirs").unwrap();
    let kept: Vec<_> = (0..11)
        .map(|_| sample.store.backup(&Progress::default()).unwrap())
        .collect();
    assert!(!first.exists());
    assert!(!kept[0].exists());
    assert!(kept[1..].iter().all(|copy| copy.exists()));
    assert!(theirs.exists());
    assert_eq!(copies(&sample).len(), 11);
}

#[test]
fn a_copy_that_is_called_off_leaves_nothing() {
    let sample = sample::open();
    let progress = Progress::default();
    progress.cancel();
    let copied = sample.store.backup(&progress);
    assert!(matches!(copied, Err(StoreError::Cancelled(_))));
    assert_eq!(copies(&sample), Vec::<PathBuf>::new());
}

#[test]
fn a_copy_says_how_far_it_is() {
    let sample = sample::open();
    let progress = Progress::default();
    sample.store.backup(&progress).unwrap();
    let (done, total) = progress.state();
    assert!(done > 0 && done == total, "{done} of {total} pages");
}

fn copies(sample: &sample::Sample) -> Vec<PathBuf> {
    let folder = sample.path.with_file_name("firm.manyi-backups");
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}
