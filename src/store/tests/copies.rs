//! Copies kept beside the workspace: when, how, and what of them stays.

use std::fs;
use std::path::{Path, PathBuf};

use super::sample::{self, Sample, step};
use crate::model::{Change, CopyReason, CopyRules, CopyState, Customer, Edit, Progress, StepKind};
use crate::store::check::check;
use crate::store::copies::{Note, copies};
use crate::store::{Store, StoreError};

/// A workspace of another day: opened, nothing changed yet.
fn opened() -> Sample {
    let mut sample = sample::open();
    let (_folder, _, other) = sample::empty();
    drop(std::mem::replace(&mut sample.store, other));
    sample.store = Store::open(&sample.path).unwrap();
    sample
}

/// Gives the first customer another name, or its own again.
fn rename(sample: &mut Sample) {
    let before: Customer = sample.store.load().unwrap().customers[0].clone();
    let mut after = before.clone();
    after.name += "新";
    let edit = Edit::changed(before, after);
    let renamed = step(StepKind::EditCustomers, vec![Change::Customer(edit)]);
    sample.store.apply(&renamed).unwrap();
}

fn folder(path: &Path) -> PathBuf {
    path.with_file_name("firm.manyi-backups")
}

fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder(path)) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn reasons(path: &Path) -> Vec<Option<CopyReason>> {
    let copies = copies(path).unwrap().into_iter();
    copies.map(|copy| copy.reason).collect()
}

#[test]
fn the_first_change_of_a_session_keeps_the_only_copy() {
    let mut sample = opened();
    let before = sample.store.load().unwrap();
    assert_eq!(sample.store.last_backup().unwrap(), None);
    for file in ["a.xlsx", "b.xlsx", "c.xlsx"] {
        let batch = sample.batch(file, 5);
        sample.store.import(batch, &Progress::default()).unwrap();
        rename(&mut sample);
    }
    assert_eq!(reasons(&sample.path), [Some(CopyReason::First)]);
    assert!(sample.store.last_backup().unwrap().is_some());
    assert!(sample.store.copy_notes().is_empty());
    let kept = &files(&sample.path)[0];
    assert_eq!(check(kept, &Progress::default()).unwrap(), []);
    assert_eq!(Store::open(kept).unwrap().load().unwrap(), before);
}

#[test]
fn looking_and_a_workspace_just_made_keep_none() {
    let mut new = sample::open();
    rename(&mut new);
    assert_eq!(files(&new.path), Vec::<PathBuf>::new());
    let sample = opened();
    sample.store.load().unwrap();
    drop(sample.store);
    assert!(!folder(&sample.path).exists());
}

#[test]
fn who_asks_gets_one_and_who_only_reads_does_not() {
    let mut sample = opened();
    let copy = sample.store.backup(&Progress::default()).unwrap();
    assert!(copy.exists());
    rename(&mut sample);
    assert_eq!(reasons(&sample.path), [Some(CopyReason::Asked)]);
    let mut reader = Store::open_read_only(&sample.path).unwrap();
    let refused = reader.backup(&Progress::default());
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
}

#[test]
fn the_newest_ten_are_kept_and_what_others_put_there_stays() {
    let mut sample = opened();
    let mut backup = || sample.store.backup(&Progress::default()).unwrap();
    let first = backup();
    let theirs = folder(&sample.path).join("firm 2025 final.manyi");
    fs::write(&theirs, "theirs").unwrap();
    let kept: Vec<_> = (0..11).map(|_| backup()).collect();
    assert!(!first.exists());
    assert!(!kept[0].exists());
    assert!(kept[1..].iter().all(|copy| copy.exists()));
    assert!(theirs.exists());
    assert_eq!(copies(&sample.path).unwrap().len(), 10);
}

#[test]
fn the_room_asked_for_is_kept_to() {
    let mut sample = opened();
    let one = fs::metadata(&sample.path).unwrap().len();
    let room = 3 * one + one / 2;
    sample
        .store
        .set_copy_rules(CopyRules { room, second: None });
    for _ in 0..6 {
        sample.store.backup(&Progress::default()).unwrap();
    }
    assert_eq!(copies(&sample.path).unwrap().len(), 3);
}

/// Writes over a page in the middle, which nobody has in memory.
fn damage(sample: &Sample) {
    let mut bytes = fs::read(&sample.path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(&sample.path, bytes).unwrap();
    sample.store.db.release_memory().unwrap();
}

#[test]
fn a_damaged_workspace_is_copied_marked_and_told_and_pushes_out_no_sound_copy() {
    let mut sample = opened();
    let batch = sample.batch("big.xlsx", 500);
    sample.store.import(batch, &Progress::default()).unwrap();
    let sound: Vec<_> = (0..4)
        .map(|_| sample.store.backup(&Progress::default()).unwrap())
        .collect();
    damage(&sample);
    for _ in 0..20 {
        sample.store.backup(&Progress::default()).unwrap();
    }
    assert!(sound.iter().all(|copy| copy.exists()));
    let copies = copies(&sample.path).unwrap();
    let damaged = copies.iter().filter(|it| it.state == CopyState::Damaged);
    assert_eq!(damaged.count(), 3);
    assert_eq!(copies.len(), 5 + 3);
    let notes = sample.store.copy_notes();
    assert!(matches!(notes[..], [Note::Damaged(_)]), "{notes:?}");
    sample.store.backup(&Progress::default()).unwrap();
    assert!(sample.store.copy_notes().is_empty(), "told once");
}

#[test]
fn a_value_that_changed_on_the_disk_makes_a_damaged_copy() {
    let mut sample = opened();
    let batch = sample.batch("a.xlsx", 5);
    sample.store.import(batch, &Progress::default()).unwrap();
    sample::tamper(&sample.path, "UPDATE returns SET date = date + 1");
    sample.store.backup(&Progress::default()).unwrap();
    let newest = &copies(&sample.path).unwrap()[0];
    assert_eq!(newest.state, CopyState::Damaged);
    let notes = sample.store.copy_notes();
    assert!(matches!(notes[..], [Note::Damaged(_)]), "{notes:?}");
}

#[test]
fn a_copy_that_cannot_be_made_is_told_and_stops_no_change() {
    let mut sample = opened();
    fs::write(folder(&sample.path), "in the way").unwrap();
    rename(&mut sample);
    rename(&mut sample);
    let notes = sample.store.copy_notes();
    assert!(matches!(notes[..], [Note::NotKept(_)]), "{notes:?}");
    assert!(sample.store.backup(&Progress::default()).is_err());
}

#[test]
fn a_copy_that_is_called_off_leaves_nothing() {
    let mut sample = opened();
    let progress = Progress::default();
    progress.cancel();
    let copied = sample.store.backup(&progress);
    assert!(matches!(copied, Err(StoreError::Cancelled(_))));
    let before = sample.store.load().unwrap();
    let batch = sample.batch("a.xlsx", 5);
    let imported = sample.store.import(batch, &progress);
    assert!(matches!(imported, Err(StoreError::Cancelled(_))));
    assert_eq!(sample.store.load().unwrap(), before);
    assert_eq!(files(&sample.path), Vec::<PathBuf>::new());
}

#[test]
fn a_copy_says_how_far_it_is() {
    let mut sample = opened();
    let progress = Progress::default();
    sample.store.backup(&progress).unwrap();
    let (done, total) = progress.state();
    assert!(done > 0 && done == total, "{done} of {total} pages");
}

#[test]
fn what_a_killed_copy_left_is_cleaned_away() {
    let mut sample = opened();
    let folder = folder(&sample.path);
    fs::create_dir(&folder).unwrap();
    let old = folder.join("firm 2026-11-22 05.58.12.345.part");
    let new = folder.join(".firm 2026-11-22 05.58.12.345 first.manyi.0123456789abcdef.part");
    let theirs = folder.join("notes.part");
    for path in [&old, &new, &theirs] {
        fs::write(path, "cut").unwrap();
    }
    rename(&mut sample);
    assert!(!old.exists() && !new.exists() && theirs.exists());
}

#[cfg(unix)]
#[test]
fn copies_are_as_private_as_the_workspace_and_follow_no_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut sample = opened();
    fs::set_permissions(&sample.path, fs::Permissions::from_mode(0o600)).unwrap();
    let copy = sample.store.backup(&Progress::default()).unwrap();
    assert_eq!((mode(&copy), mode(&folder(&sample.path))), (0o600, 0o700));

    let victim = sample.path.with_file_name("victim");
    fs::write(&victim, "mine").unwrap();
    let planted = folder(&sample.path).join("firm 2026-11-22 05.58.12.345.part");
    symlink(&victim, &planted).unwrap();
    sample.store.backup(&Progress::default()).unwrap();
    assert_eq!(fs::read(&victim).unwrap(), b"mine");
}

/// Where the copies of the workspace lie in a second place, which holds nothing else.
fn second(place: &Path) -> Vec<PathBuf> {
    let folders: Vec<_> = fs::read_dir(place).unwrap().collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    let entries = fs::read_dir(folders[0].as_ref().unwrap().path()).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_second_place_gets_each_copy_too_and_keeps_as_many() {
    let mut sample = opened();
    let place = tempfile::tempdir().unwrap();
    let rules = CopyRules {
        second: Some(place.path().to_owned()),
        ..CopyRules::default()
    };
    sample.store.set_copy_rules(rules);
    for _ in 0..12 {
        sample.store.backup(&Progress::default()).unwrap();
        assert!(sample.store.last_copy_notes().is_empty());
    }
    let there = second(place.path());
    assert_eq!(there.len(), 10);
    for copy in there {
        let beside = folder(&sample.path).join(copy.file_name().unwrap());
        assert_eq!(fs::read(&copy).unwrap(), fs::read(beside).unwrap());
    }
    // One on its way when the workspace is closed still arrives.
    let last = sample.store.backup(&Progress::default()).unwrap();
    drop(sample.store);
    let names: Vec<_> = second(place.path());
    assert!(
        names
            .iter()
            .any(|copy| copy.file_name() == last.file_name())
    );
}

#[test]
fn a_second_place_that_is_gone_is_told_once_and_stops_nothing() {
    let mut sample = opened();
    let rules = CopyRules {
        second: Some(sample.path.with_file_name("no such disk")),
        ..CopyRules::default()
    };
    sample.store.set_copy_rules(rules);
    rename(&mut sample);
    let notes = sample.store.last_copy_notes();
    assert!(
        matches!(notes[..], [Note::NotInSecondPlace { .. }]),
        "{notes:?}"
    );
    sample.store.backup(&Progress::default()).unwrap();
    assert!(sample.store.last_copy_notes().is_empty());
    assert_eq!(copies(&sample.path).unwrap().len(), 2);
    assert!(!sample.path.with_file_name("no such disk").exists());
}
