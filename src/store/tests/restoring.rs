//! A copy in the workspace's place, also when the one who puts it there is killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;

use super::sample;
use crate::model::{CopyReason, CopyState, Data, Progress};
use crate::store::check::check;
use crate::store::copies::{Moment, copies, path_of, restore, restore_watched, verify};
use crate::store::{Store, StoreError};

const MOMENTS: [Moment; 4] = [
    Moment::Brought,
    Moment::Kept,
    Moment::Cleared,
    Moment::Replaced,
];

/// Workspace, copy and moment for the child.
const ORDER: &str = "MANYI_TEST_KILLED_RESTORE";

/// A workspace with an older copy of it.
struct Old {
    path: PathBuf,
    copy: PathBuf,
    /// What the copy holds, and what the workspace does.
    then: Data,
    now: Data,
    _folder: tempfile::TempDir,
}

fn old() -> Old {
    let mut sample = sample::open();
    let then = sample.store.load().unwrap();
    let copy = sample.store.backup(&Progress::default()).unwrap();
    let batch = sample.batch("later.xlsx", 300);
    sample.store.import(batch, &Progress::default()).unwrap();
    let now = sample.store.load().unwrap();
    Old {
        path: sample.path,
        copy,
        then,
        now,
        _folder: sample._folder,
    }
}

impl Old {
    fn restore(&self) -> Result<Option<PathBuf>, StoreError> {
        restore(&self.path, &self.copy, &Progress::default())
    }

    fn journal(&self) -> PathBuf {
        beside(&self.path, "-journal")
    }

    /// A writer killed in the middle leaves half a change and the journal that takes it back.
    fn interrupt(&self) {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("half.manyi");
        fs::copy(&self.path, &copy).unwrap();
        let db = Connection::open(&copy).unwrap();
        db.execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;
             UPDATE survey SET name = name || ' half';
             UPDATE returns SET customer_text = 1 WHERE 0;
             CREATE TABLE half AS SELECT * FROM returns;
             INSERT INTO half SELECT * FROM half; INSERT INTO half SELECT * FROM half;",
        )
        .unwrap();
        assert_ne!(fs::read(&copy).unwrap(), fs::read(&self.path).unwrap());
        fs::copy(&copy, &self.path).unwrap();
        fs::copy(beside(&copy, "-journal"), self.journal()).unwrap();
        assert!(fs::metadata(self.journal()).unwrap().len() > 512);
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn data(path: &Path) -> Data {
    assert_eq!(check(path, &Progress::default()).unwrap(), [], "{path:?}");
    Store::open_read_only(path).unwrap().load().unwrap()
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
fn a_copy_takes_the_place_of_the_workspace_which_is_kept() {
    let old = old();
    let kept = old.restore().unwrap().unwrap();
    assert_eq!(data(&old.path), old.then);
    assert_eq!(data(&kept), old.now);
    let name = kept.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(name.starts_with("firm (before restore 2"), "{name}");
    assert_eq!(names(&old.path).len(), 3, "{:?}", names(&old.path));
    let listed = copies(&old.path).unwrap();
    assert_eq!(listed[0].name, name, "newest first");
    assert_eq!(listed[0].reason, Some(CopyReason::Restore));
    assert_eq!(path_of(&old.path, &name).unwrap(), kept);
    assert_eq!(path_of(&old.path, &listed[1].name).unwrap(), old.copy);

    let back = restore(&old.path, &kept, &Progress::default()).unwrap();
    assert_eq!(data(&old.path), old.now);
    assert_eq!(data(&back.unwrap()), old.then);
    assert!(Store::open(&old.path).unwrap().writable());
}

#[test]
fn a_journal_left_behind_is_rolled_back_and_never_meets_the_new_file() {
    let old = old();
    old.interrupt();
    let kept = old.restore().unwrap().unwrap();
    assert!(!old.journal().exists());
    assert_eq!(data(&old.path), old.then);
    assert_eq!(data(&kept), old.now);
}

#[test]
fn what_cannot_be_opened_is_kept_byte_for_byte_with_its_journal() {
    let old = old();
    old.interrupt();
    let mut bytes = fs::read(&old.path).unwrap();
    bytes[..4096].fill(0x5a);
    fs::write(&old.path, &bytes).unwrap();
    // A journal SQLite does not take for its own.
    let journal = b"no journal at all".repeat(100);
    fs::write(old.journal(), &journal).unwrap();
    let kept = old.restore().unwrap().unwrap();
    assert_eq!(data(&old.path), old.then);
    assert!(!old.journal().exists());
    assert_eq!(fs::read(&kept).unwrap(), bytes);
    assert_eq!(fs::read(beside(&kept, "-journal")).unwrap(), journal);
    assert_eq!(copies(&old.path).unwrap()[0].state, CopyState::Damaged);
}

#[test]
fn a_workspace_that_is_gone_or_empty_comes_back() {
    let old = old();
    fs::remove_file(&old.path).unwrap();
    assert_eq!(copies(&old.path).unwrap().len(), 1);
    assert_eq!(old.restore().unwrap(), None);
    assert_eq!(data(&old.path), old.then);
    fs::write(&old.path, "").unwrap();
    assert_eq!(old.restore().unwrap(), None);
    assert_eq!(data(&old.path), old.then);
}

#[test]
fn who_has_it_open_is_not_robbed_of_it() {
    let old = old();
    let bytes = fs::read(&old.path).unwrap();
    let store = Store::open(&old.path).unwrap();
    assert!(matches!(old.restore(), Err(StoreError::Held { .. })));
    drop(store);
    assert_eq!(fs::read(&old.path).unwrap(), bytes);
}

#[test]
fn a_damaged_copy_and_one_called_off_change_nothing() {
    let old = old();
    let before = (fs::read(&old.path).unwrap(), names(&old.path));
    let unchanged = || (fs::read(&old.path).unwrap(), names(&old.path)) == before;
    let progress = Progress::default();
    progress.cancel();
    let called_off = restore(&old.path, &old.copy, &progress);
    assert!(matches!(called_off, Err(StoreError::Cancelled(_))));
    assert!(unchanged());

    let mut bytes = fs::read(&old.copy).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(&old.copy, bytes).unwrap();
    let looked = verify(&old.copy, &Progress::default());
    assert!(matches!(looked, Err(StoreError::Damaged(_))), "{looked:?}");
    assert!(matches!(old.restore(), Err(StoreError::Damaged(_))));
    assert!(unchanged());
}

#[test]
fn what_a_killed_restore_left_is_cleaned_away() {
    let old = old();
    let key = "0123456789abcdef.part";
    let left = [
        format!(".firm.manyi.{key}"),
        format!(".firm (before restore 2026-11-22 05.58.12.345).manyi.{key}"),
        format!(".firm (before restore 2026-11-22 05.58.12.345, damaged).manyi-journal.{key}"),
    ];
    let theirs = old.path.with_file_name(format!(".other.manyi.{key}"));
    for name in &left {
        fs::write(old.path.with_file_name(name), "cut").unwrap();
    }
    fs::write(&theirs, "").unwrap();
    Store::open(&old.path).unwrap();
    let found = names(&old.path);
    assert!(left.iter().all(|name| !found.contains(name)), "{found:?}");
    assert!(theirs.exists());
}

#[cfg(unix)]
#[test]
fn the_new_file_and_the_kept_one_are_as_private_as_the_old() {
    use std::os::unix::fs::PermissionsExt;

    let old = old();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(&old.path, fs::Permissions::from_mode(0o600)).unwrap();
    let kept = old.restore().unwrap().unwrap();
    assert_eq!((mode(&old.path), mode(&kept)), (0o600, 0o600));
}

/// Not a test: what the process does that is killed.
#[test]
#[ignore = "started by the test below"]
fn the_one_that_is_killed() {
    let Ok(order) = std::env::var(ORDER) else {
        return;
    };
    let order: Vec<&str> = order.split('\n').collect();
    let (workspace, copy) = (Path::new(order[0]), Path::new(order[1]));
    let stop = |moment: Moment| {
        if format!("{moment:?}") == order[2] {
            std::process::abort();
        }
    };
    restore_watched(workspace, copy, &Progress::default(), &stop).unwrap();
}

fn killed_at(old: &Old, moment: Moment) {
    let order = format!("{}\n{}\n{moment:?}", old.path.display(), old.copy.display());
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored"])
        .arg("store::tests::restoring::the_one_that_is_killed")
        .env(ORDER, order)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success(), "it was not killed at {moment:?}");
}

#[test]
fn a_kill_at_any_point_leaves_the_old_or_the_new_whole() {
    for moment in MOMENTS {
        for interrupted in [false, true] {
            let old = old();
            if interrupted {
                old.interrupt();
            }
            killed_at(&old, moment);
            let expected = match moment {
                Moment::Replaced => &old.then,
                _ => &old.now,
            };
            assert_eq!(data(&old.path), *expected, "{moment:?} {interrupted}");
            // And nothing stands in the way of doing it again.
            old.restore().unwrap();
            assert_eq!(data(&old.path), old.then);
            let left = names(&old.path);
            let clean = |name: &String| !name.ends_with(".part") && !name.contains("-journal");
            assert!(left.iter().all(clean), "{left:?}");
        }
    }
}
