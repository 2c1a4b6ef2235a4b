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
