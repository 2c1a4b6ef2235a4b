//! Getting out of a damaged workspace what is still there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::types::Value;

use super::corruption::{Dice, damage, rounds};
use super::sample::{self, Sample};
use crate::model::Progress;
use crate::store::check;
use crate::store::salvage::{Salvaged, Why, salvage};
use crate::store::{Store, StoreError, connect};

fn workspace() -> (Sample, PathBuf) {
    let mut sample = sample::open();
    for file in ["a.csv", "b.csv"] {
        let batch = sample.batch(file, 60);
        sample.store.import(batch, &Progress::default()).unwrap();
    }
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    let new = sample.path.with_file_name("new.manyi");
    (sample, new)
}

fn saved(sample: &Sample, new: &Path) -> Result<Salvaged, StoreError> {
    let _ = fs::remove_file(new);
    salvage(&sample.path, new, &Progress::default())
}

/// Every value of every table, by column; what a rescue may change itself is left out.
fn values(path: &Path) -> BTreeSet<String> {
    let (db, _) = connect::reader(path).unwrap();
    let mut all = BTreeSet::new();
    for it in crate::store::sealed::TABLES {
        let table = it.table;
        if matches!(table, "counter" | "workspace" | "tally") {
            continue;
        }
        let columns = it.columns.split(", ").collect::<Vec<_>>();
        let mut query = db
            .prepare(&format!("SELECT {} FROM {table}", it.columns))
            .unwrap();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let key: Value = row.get(0).unwrap();
            for (at, column) in columns.iter().enumerate() {
                let value: Value = row.get(at).unwrap();
                let counted = matches!(
                    (table, *column),
                    ("import", "returns") | ("action", "stage") | ("file", "size")
                );
                if value != Value::Null && !counted {
                    all.insert(format!("{table} {key:?} {column} {value:?}"));
                }
            }
        }
    }
    all
}

#[test]
fn from_a_sound_file_everything_comes_out() {
    let (sample, new) = workspace();
    let bytes = fs::read(&sample.path).unwrap();
    let before = Store::open_read_only(&sample.path).unwrap();
    let salvaged = saved(&sample, &new).unwrap();
    assert_eq!(salvaged.lost, []);
    let after = Store::open_read_only(&new).unwrap();
    assert_eq!(after.load().unwrap(), before.load().unwrap());
    let wave = sample.wave.id;
    assert_eq!(
        after.load_wave(wave).unwrap(),
        before.load_wave(wave).unwrap()
    );
    let (lines, more) = (before.log(99).unwrap(), after.log(99).unwrap());
    assert_eq!(more[1..], lines);
    assert_eq!(fs::read(&sample.path).unwrap(), bytes);
    let again = salvage(&sample.path, &new, &Progress::default());
    assert!(matches!(again, Err(StoreError::Exists(_))));
}

#[test]
fn a_row_that_changed_is_named_and_left_out() {
    let (sample, new) = workspace();
    sample::tamper(
        &sample.path,
        "UPDATE customer SET name = 'X' || name WHERE code = 'C002'",
    );
    let salvaged = saved(&sample, &new).unwrap();
    let first = &salvaged.lost[0];
    assert_eq!((first.table, first.why), ("customer", Why::Changed));
    assert!(first.was.contains("C002"), "{first:?}");
    assert_eq!(check::check(&new, &Progress::default()).unwrap(), []);
    // Its returns stay, without their customer.
    let store = Store::open_read_only(&new).unwrap();
    assert_eq!(store.load_wave(sample.wave.id).unwrap().returns.len(), 120);
}

#[test]
fn rows_another_program_took_out_are_told() {
    let (sample, new) = workspace();
    sample::tamper(&sample.path, "DELETE FROM frame WHERE wave > 0");
    let salvaged = saved(&sample, &new).unwrap();
    let told: Vec<_> = salvaged.lost.iter().map(|it| (it.table, it.why)).collect();
    assert_eq!(told, [("frame", Why::Taken)]);
    assert_eq!(salvaged.lost[0].was, "3");
    assert_eq!(check::check(&new, &Progress::default()).unwrap(), []);
}

#[test]
fn tables_that_were_taken_away_or_added_do_not_stop_it() {
    for sql in [
        "DROP TABLE answer_text",
        "DROP TABLE log",
        "CREATE VIEW more AS SELECT 1; CREATE TABLE other (id INTEGER)",
        "CREATE TRIGGER lie AFTER INSERT ON returns BEGIN DELETE FROM returns; END",
    ] {
        let (sample, new) = workspace();
        sample::tamper(&sample.path, sql);
        saved(&sample, &new).unwrap();
        assert_eq!(
            check::check(&new, &Progress::default()).unwrap(),
            [],
            "{sql}"
        );
        let store = Store::open_read_only(&new).unwrap();
        let loaded = store.load_wave(sample.wave.id).unwrap();
        assert_eq!(loaded.returns.len(), 120, "{sql}");
    }
}

#[test]
fn lost_returns_of_a_whole_original_can_be_taken_in_again() {
    let (sample, new) = workspace();
    sample::tamper(
        &sample.path,
        "UPDATE returns SET row = row + 1 WHERE id < 10",
    );
    let salvaged = saved(&sample, &new).unwrap();
    assert_eq!(salvaged.repeatable, ["a.csv"]);
}

#[test]
fn what_a_killed_writer_left_beside_the_file_is_taken_back() {
    let (sample, new) = workspace();
    let bytes = fs::read(&sample.path).unwrap();
    let before = values(&sample.path);
    let (half, journal) = {
        let db = rusqlite::Connection::open(&sample.path).unwrap();
        db.execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;
             UPDATE returns SET row = row + 5; UPDATE label SET text = text || 'x';",
        )
        .unwrap();
        let beside = sample.path.with_file_name("firm.manyi-journal");
        (fs::read(&sample.path).unwrap(), fs::read(beside).unwrap())
    };
    assert!(half != bytes, "nothing was spilled");
    fs::write(&sample.path, half).unwrap();
    let beside = sample.path.with_file_name("firm.manyi-journal");
    fs::write(&beside, &journal).unwrap();
    let salvaged = saved(&sample, &new).unwrap();
    assert_eq!(salvaged.lost, []);
    assert_eq!(values(&new), before);
    assert_eq!(fs::read(&beside).unwrap(), journal);
}

#[test]
fn what_is_lost_is_called_by_what_it_belonged_to() {
    let (sample, new) = workspace();
    sample::tamper(
        &sample.path,
        "UPDATE returns SET respondent = 'x' WHERE id IN (2, 70)",
    );
    let salvaged = saved(&sample, &new).unwrap();
    let lost: Vec<_> = salvaged
        .lost
        .iter()
        .filter(|it| it.table == "returns")
        .collect();
    let period = sample.wave.period.to_string();
    for (loss, file) in lost.iter().zip(["a.csv:", "b.csv:"]) {
        assert!(
            loss.was.contains(&period) && loss.was.contains(file),
            "{loss:?}"
        );
    }
    assert_eq!(lost.len(), 2, "{lost:?}");
    let import = salvaged
        .lost
        .iter()
        .find(|it| it.table == "import")
        .unwrap();
    assert!(
        import.was.contains(&period) && import.was.contains("a.csv (59/60)"),
        "{import:?}"
    );
}

#[test]
fn a_lost_original_is_none_that_was_removed() {
    let (mut sample, new) = workspace();
    sample.store = Store::open(&sample.path).unwrap();
    let imports = sample.store.load().unwrap().imports;
    sample.store.drop_original(imports[1].id).unwrap();
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    sample::tamper(
        &sample.path,
        "UPDATE file SET bytes = x'00' WHERE bytes IS NOT NULL",
    );
    let salvaged = saved(&sample, &new).unwrap();
    let lost: Vec<_> = salvaged
        .lost
        .iter()
        .map(|it| (it.table, it.was.as_str()))
        .collect();
    assert_eq!(lost, [("file", "a.csv")]);
    let kept = Store::open_read_only(&new).unwrap().originals().unwrap();
    assert_eq!(kept.get(&imports[0].id), Some(&None));
    assert_eq!(kept.get(&imports[1].id), None);
    assert_eq!(check::check(&new, &Progress::default()).unwrap(), []);
}

#[test]
fn what_is_too_large_or_holds_no_table_is_not_read() {
    let (sample, new) = workspace();
    let file = fs::File::create(&sample.path).unwrap();
    for (bytes, whole) in [(20_u64 << 30, true), (3 << 30, false)] {
        file.set_len(bytes).unwrap();
        let begun = Instant::now();
        let error = saved(&sample, &new).unwrap_err();
        assert_eq!(
            matches!(error, StoreError::Oversized { .. }),
            whole,
            "{error:?}"
        );
        assert_eq!(
            matches!(error, StoreError::NotAWorkspace(_)),
            !whole,
            "{error:?}"
        );
        assert!(begun.elapsed() < Duration::from_secs(5));
        assert!(!new.exists());
    }
}

#[test]
fn what_a_killed_rescue_left_goes_with_the_next_one() {
    let (sample, new) = workspace();
    let part = new.with_file_name(".new.manyi.0123456789abcdef.part");
    let room = new.with_file_name(".new.manyi.0123456789abcdee.part");
    fs::write(&part, "half").unwrap();
    fs::create_dir(&room).unwrap();
    fs::write(room.join("damaged"), "half").unwrap();
    saved(&sample, &new).unwrap();
    assert!(!part.exists() && !room.exists());
    let folder = fs::read_dir(new.parent().unwrap()).unwrap();
    let hidden = |name: &str| name.starts_with('.');
    let left: Vec<_> = folder
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(!left.iter().any(|name| hidden(name)), "{left:?}");
}

#[test]
fn what_is_no_workspace_gives_none() {
    let (sample, new) = workspace();
    fs::write(&sample.path, b"PK\x03\x04".repeat(5_000)).unwrap();
    let error = saved(&sample, &new).unwrap_err();
    assert!(matches!(error, StoreError::NotAWorkspace(_)), "{error:?}");
    assert!(!new.exists());
}

#[test]
fn whatever_was_damaged_the_rescue_is_sound_and_adds_nothing() {
    let (sample, new) = workspace();
    let sound = fs::read(&sample.path).unwrap();
    let before = values(&sample.path);
    let (mut whole, mut part, mut none) = (0, 0, 0);
    for round in 0..rounds(60, 300) {
        let mut bytes = sound.clone();
        let mut dice = Dice(round.wrapping_mul(77));
        let mut what = vec![damage(&mut bytes, &mut dice)];
        while dice.below(2) == 0 && bytes.len() > 8_192 {
            what.push(damage(&mut bytes, &mut dice));
        }
        fs::write(&sample.path, &bytes).unwrap();
        let begun = Instant::now();
        match saved(&sample, &new) {
            Ok(salvaged) => {
                let faults = check::check(&new, &Progress::default()).unwrap();
                assert_eq!(faults, [], "round {round}: {what:?}");
                let more: Vec<_> = values(&new).difference(&before).cloned().collect();
                let invented = more.iter().filter(|it| !it.contains(" answers "));
                assert_eq!(invented.count(), 0, "round {round}: {what:?} {more:?}");
                whole += u32::from(salvaged.lost.is_empty());
                part += u32::from(!salvaged.lost.is_empty());
            }
            Err(StoreError::NotAWorkspace(_)) => {
                none += 1;
                println!("round {round}: {what:?} of {} bytes: nothing", bytes.len());
            }
            Err(error) => panic!("round {round}: {what:?}: {error:?}"),
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "round {round}");
        assert_eq!(fs::read(&sample.path).unwrap(), bytes);
    }
    println!("{whole} whole, {part} in part, {none} not at all");
    assert!(part > 0 && whole > 0);
}

/// The golden file of a version, and the same brought up to date.
fn older(version: usize) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let golden = format!("tests/golden/v{version}/everything.manyi");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(golden);
    let folder = tempfile::tempdir().unwrap();
    let (old, now) = (
        folder.path().join("old.manyi"),
        folder.path().join("now.manyi"),
    );
    fs::copy(&golden, &old).unwrap();
    fs::copy(&golden, &now).unwrap();
    drop(Store::open(&now).unwrap());
    (folder, old, now)
}

#[test]
fn of_a_sound_file_of_any_version_nothing_is_lost() {
    for version in 1..=4 {
        let (folder, old, now) = older(version);
        let new = folder.path().join("new.manyi");
        let salvaged = salvage(&old, &new, &Progress::default()).unwrap();
        assert_eq!(salvaged.lost, [], "version {version}");
        assert_eq!(check::check(&new, &Progress::default()).unwrap(), []);
        let (now, new) = (values(&now), values(&new));
        let lost: Vec<_> = now.difference(&new).collect();
        let more: Vec<_> = new.difference(&now).collect();
        assert!(
            lost.is_empty() && more.is_empty(),
            "version {version}: {lost:?} {more:?}"
        );
    }
}

#[test]
fn a_damaged_file_of_an_older_version_gives_what_is_still_as_it_was_written() {
    for version in [2, 3] {
        let (folder, old, now) = older(version);
        let (sound, before) = (fs::read(&old).unwrap(), values(&now));
        let new = folder.path().join("new.manyi");
        let mut kept = 0;
        for round in 0..rounds(20, 100) {
            let mut bytes = sound.clone();
            damage(&mut bytes, &mut Dice(round.wrapping_mul(77)));
            fs::write(&old, &bytes).unwrap();
            let _ = fs::remove_file(&new);
            match salvage(&old, &new, &Progress::default()) {
                Ok(_) => {
                    let faults = check::check(&new, &Progress::default()).unwrap();
                    assert_eq!(faults, [], "version {version}, round {round}");
                    let saved = values(&new);
                    let more: Vec<_> = saved.difference(&before).collect();
                    let invented = more.iter().filter(|it| !it.contains(" answers "));
                    assert_eq!(invented.count(), 0, "{version}, round {round}: {more:?}");
                    kept += u32::from(saved.iter().any(|it| it.starts_with("returns ")));
                }
                Err(StoreError::NotAWorkspace(_)) => {}
                Err(error) => panic!("version {version}, round {round}: {error:?}"),
            }
        }
        assert!(
            kept > 10,
            "version {version}: returns came back {kept} times"
        );
    }
}
