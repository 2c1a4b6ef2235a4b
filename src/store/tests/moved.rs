//! The open file is moved, deleted or replaced: nothing is written any more, and what is open
//! can be saved elsewhere.

use std::fs;

use super::sample::{self, step};
use crate::model::{Change, Edit, Progress, StepKind};
use crate::store::check::check;
use crate::store::{Store, StoreError};

#[cfg(unix)]
#[test]
fn a_file_that_is_gone_is_told_and_saved_elsewhere() {
    for replaced in [false, true] {
        let mut sample = sample::open();
        let before = sample.store.load().unwrap();
        let away = sample.path.with_file_name("away.manyi");
        fs::rename(&sample.path, &away).unwrap();
        if replaced {
            fs::copy(&away, &sample.path).unwrap();
        }
        let bytes = fs::read(&away).unwrap();
        let mut renamed = sample.customers[0].clone();
        renamed.name = "新名".to_owned();
        let edit = Edit::changed(sample.customers[0].clone(), renamed);
        let rename = step(StepKind::EditCustomers, vec![Change::Customer(edit)]);
        let refused = sample.store.apply(&rename).unwrap_err();
        assert!(matches!(refused, StoreError::Moved), "{refused:?}");
        assert!(fs::read(&away).unwrap() == bytes);

        let progress = Progress::default();
        let elsewhere = sample.path.with_file_name("copy.manyi");
        let mut places = vec![elsewhere];
        // Back to where it was, unless something else lies there now.
        if replaced {
            let taken = sample.store.save_copy(&sample.path, &progress).unwrap_err();
            assert!(matches!(taken, StoreError::Exists(_)), "{taken:?}");
        } else {
            places.push(sample.path.clone());
        }
        for place in &places {
            sample.store.save_copy(place, &progress).unwrap();
            assert_eq!(check(place, &progress).unwrap(), []);
        }
        drop(sample.store);
        for place in &places {
            let store = Store::open(place).unwrap();
            assert!(store.writable());
            assert_eq!(store.load().unwrap(), before);
        }
    }
}

#[test]
fn a_copy_gives_numbers_the_first_file_never_gives() {
    let mut sample = sample::open();
    let place = sample.path.with_file_name("copy.manyi");
    sample
        .store
        .save_copy(&place, &Progress::default())
        .unwrap();
    let mut copy = Store::open(&place).unwrap();
    let taken = copy.fresh_id() - sample.store.fresh_id();
    assert!(taken >= 1 << 39, "{taken}");
    let batch = sample.batch("a.xlsx", 3);
    let there = copy.import(batch.clone(), &Progress::default()).unwrap();
    let here = sample.store.import(batch, &Progress::default()).unwrap();
    assert_ne!(there.import.id, here.import.id);
    let ids = |store: &Store| -> Vec<i64> {
        let returns = store.load_wave(sample.wave.id).unwrap().returns;
        returns.iter().map(|it| it.id.0).collect()
    };
    assert!(ids(&copy)[0] > ids(&sample.store)[2]);
    for path in [&place, &sample.path] {
        assert_eq!(check(path, &Progress::default()).unwrap(), []);
    }
}
