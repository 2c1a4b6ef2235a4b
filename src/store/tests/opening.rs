//! Opening what is no sound workspace, and a sound one twice.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::sample::{self, step};
use crate::model::{Change, Edit, StepKind};
use crate::store::migrate::{LADDER, newest};
use crate::store::{Store, StoreError};

/// Opens both ways, expects the same of both, and that not a byte nor a file changed.
fn refused(path: &Path, expected: fn(&StoreError) -> bool) {
    let bytes = fs::read(path).ok();
    let beside = names(path);
    for open in [Store::open, Store::open_read_only] {
        let error = open(path).unwrap_err();
        assert!(expected(&error), "{error:?}");
    }
    assert_eq!(fs::read(path).ok(), bytes);
    assert_eq!(names(path), beside);
}

fn names(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_not_there_or_no_database_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let none = folder.path().join("none.manyi");
    refused(&none, |error| matches!(error, StoreError::Missing(_)));
    let empty = file("empty.manyi", b"");
    refused(&empty, |error| matches!(error, StoreError::Empty(_)));
    let text = file("text.manyi", &b"PK\x03\x04 no database".repeat(500));
    refused(&text, |error| matches!(error, StoreError::NotAWorkspace(_)));
    let short = file("short.manyi", b"SQLite format 3\0");
    refused(&short, |error| {
        matches!(error, StoreError::NotAWorkspace(_))
    });
    let inner = folder.path().join("folder.manyi");
    fs::create_dir(&inner).unwrap();
    refused(&inner, |error| {
        matches!(error, StoreError::NotAWorkspace(_))
    });
}

#[test]
fn the_database_of_another_program_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA application_id = 7; CREATE TABLE survey (id)")
        .unwrap();
    db.close().unwrap();
    refused(&path, |error| {
        matches!(
            error,
            StoreError::Foreign {
                application_id: 7,
                ..
            }
        )
    });
}

#[test]
fn a_newer_version_is_said() {
    let sample = sample::open();
    sample::tamper(&sample.path, "PRAGMA user_version = 99");
    drop(sample.store);
    refused(&sample.path, |error| {
        matches!(error, StoreError::Newer { found: 99, .. })
    });
}

#[test]
fn a_damaged_or_truncated_file_is_said() {
    let sample = sample::open();
    drop(sample.store);
    let bytes = fs::read(&sample.path).unwrap();
    fs::write(&sample.path, &bytes[..bytes.len() / 2]).unwrap();
    refused(&sample.path, |error| {
        matches!(error, StoreError::Damaged(_))
    });
    let mut torn = bytes.clone();
    torn[100..].fill(0x5a);
    fs::write(&sample.path, torn).unwrap();
    refused(&sample.path, |error| {
        matches!(error, StoreError::Damaged(_))
    });
    fs::write(&sample.path, bytes).unwrap();
    sample::tamper(&sample.path, "DELETE FROM counter");
    refused(&sample.path, |error| {
        matches!(error, StoreError::Damaged(_))
    });
}

#[test]
fn opening_and_closing_changes_no_byte() {
    let sample = sample::open();
    drop(sample.store);
    let bytes = fs::read(&sample.path).unwrap();
    let store = Store::open(&sample.path).unwrap();
    store.load().unwrap();
    store.load_wave(sample.wave.id).unwrap();
    drop(store);
    assert_eq!(fs::read(&sample.path).unwrap(), bytes);
    assert_eq!(names(&sample.path), ["firm.manyi"]);
}

#[test]
fn a_second_window_is_told_who_has_it_and_may_read() {
    let mut sample = sample::open();
    let StoreError::Held { by, since } = Store::open(&sample.path).unwrap_err() else {
        panic!("opened twice");
    };
    let host = gethostname::gethostname();
    assert!(by.ends_with(&*host.to_string_lossy()), "{by}");
    assert!(since.unwrap() <= jiff::Timestamp::now());
    let again = Store::create(&sample.path, &sample::workspace());
    assert!(matches!(again, Err(StoreError::Exists(_))));

    let reader = Store::open_read_only(&sample.path).unwrap();
    let mut renamed = sample.customers[0].clone();
    renamed.name = "新名".to_owned();
    let edit = Edit::changed(sample.customers[0].clone(), renamed.clone());
    let rename = step(StepKind::EditCustomers, vec![Change::Customer(edit)]);
    sample.store.apply(&rename).unwrap();
    assert_eq!(reader.load().unwrap().customers[0], renamed);

    drop(sample.store);
    assert!(Store::open(&sample.path).unwrap().writable());
}

#[test]
fn a_write_protected_file_opens_for_reading() {
    let sample = sample::open();
    drop(sample.store);
    let mut permissions = fs::metadata(&sample.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&sample.path, permissions).unwrap();
    let bytes = fs::read(&sample.path).unwrap();
    let mut store = Store::open(&sample.path).unwrap();
    assert!(!store.writable());
    assert_eq!(*store.load().unwrap().customers, sample.customers);
    let remove = Change::Customer(Edit::removed(sample.customers[0].clone()));
    let written = store.apply(&step(StepKind::EditCustomers, vec![remove]));
    assert!(matches!(written, Err(StoreError::ReadOnly)));
    drop(store);
    assert_eq!(fs::read(&sample.path).unwrap(), bytes);
    assert_eq!(names(&sample.path), ["firm.manyi"]);
}

#[cfg(unix)]
#[test]
fn a_write_protected_folder_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt;

    let sample = sample::open();
    drop(sample.store);
    let folder = sample.path.parent().unwrap();
    let set = |mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    // Root writes wherever it likes.
    let everywhere = fs::write(folder.join("probe"), "").is_ok();
    let opened = Store::open(&sample.path);
    let created = Store::create(&folder.join("new.manyi"), &sample::workspace());
    set(0o755);
    let opened = opened.unwrap();
    assert_eq!(opened.writable(), everywhere);
    assert_eq!(created.is_ok(), everywhere);
    assert_eq!(*opened.load().unwrap().customers, sample.customers);
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_lock_of_the_file_itself() {
    let sample = sample::open();
    let link = sample.path.with_file_name("link.manyi");
    std::os::unix::fs::symlink(&sample.path, &link).unwrap();
    assert!(matches!(Store::open(&link), Err(StoreError::Held { .. })));
}

#[test]
fn a_new_workspace_takes_the_place_of_an_empty_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.manyi");
    fs::write(&path, "").unwrap();
    let store = Store::create(&path, &sample::workspace()).unwrap();
    assert_eq!(store.load().unwrap().workspace, sample::workspace());
    drop(store);
    let again = Store::create(&path, &sample::workspace());
    assert!(matches!(again, Err(StoreError::Exists(_))));
    let nowhere = folder.path().join("no/such/new.manyi");
    let nowhere = Store::create(&nowhere, &sample::workspace());
    assert!(matches!(nowhere, Err(StoreError::NoFolder(_))));
}

#[test]
fn the_file_says_what_it_is() {
    let sample = sample::open();
    let bytes = fs::read(&sample.path).unwrap();
    assert_eq!(&bytes[68..72], b"Mnyi");
    let pragma = |name| -> String {
        let db = &sample.store.db;
        db.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))
            .unwrap()
    };
    assert_eq!(pragma("journal_mode"), r#"Text("delete")"#);
    // EXTRA: the folder is synced too, once the journal is gone.
    assert_eq!(pragma("synchronous"), "Integer(3)");
    assert_eq!(pragma("foreign_keys"), "Integer(1)");
    let version = format!("Integer({})", newest(LADDER));
    assert_eq!(pragma("user_version"), version);
}

#[cfg(unix)]
#[test]
fn a_link_planted_beside_a_workspace_leads_nowhere() {
    let (folder, path, store) = sample::empty();
    drop(store);
    let victim = folder.path().join("victim.txt");
    fs::write(&victim, "precious").unwrap();
    std::os::unix::fs::symlink(&victim, folder.path().join("firm.manyi.holder")).unwrap();
    drop(Store::open(&path).unwrap());
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    for name in ["firm.manyi.lock", "firm.manyi-journal"] {
        let beside = folder.path().join(name);
        std::os::unix::fs::symlink("/dev/zero", &beside).unwrap();
        let error = Store::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::Io { .. }), "{error:?}");
        fs::remove_file(beside).unwrap();
    }
}
