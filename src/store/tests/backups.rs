//! Copies kept beside the workspace.

use std::path::PathBuf;

use super::sample;
use crate::model::Progress;
use crate::store::Store;
use crate::store::check::check;

#[test]
fn a_copy_from_before_is_kept_with_every_import() {
    let mut sample = sample::open();
    assert_eq!(sample.store.last_backup().unwrap(), None);
    let before = sample.store.load().unwrap();
    let batch = sample.batch("a.xlsx", 5);
    sample.store.import(batch, &Progress::default()).unwrap();
    let copies = copies(&sample);
    assert_eq!(copies.len(), 1);
    assert_eq!(check(&copies[0]).unwrap(), []);
    let copy = Store::open(&copies[0]).unwrap();
    assert_eq!(copy.load().unwrap(), before);
    assert!(sample.store.last_backup().unwrap().is_some());
}

#[test]
fn the_newest_ten_are_kept_and_what_others_put_there_stays() {
    let sample = sample::open();
    let first = sample.store.backup().unwrap();
    let theirs = first.parent().unwrap().join("firm 2025 final.manyi");
    std::fs::write(&theirs, "theirs").unwrap();
    let kept: Vec<_> = (0..11).map(|_| sample.store.backup().unwrap()).collect();
    assert!(!first.exists());
    assert!(!kept[0].exists());
    assert!(kept[1..].iter().all(|copy| copy.exists()));
    assert!(theirs.exists());
    assert_eq!(copies(&sample).len(), 11);
}

fn copies(sample: &sample::Sample) -> Vec<PathBuf> {
    let folder = sample.path.with_file_name("firm.manyi-backups");
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}
