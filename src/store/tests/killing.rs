//! Killed in the middle of an import: the whole file is in, or nothing of it.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::sample::{self, Sample};
use crate::model::Progress;
use crate::store::Store;
use crate::store::check::check;

/// Which workspace the child imports into.
const WORKSPACE: &str = "MANYI_TEST_KILLED_WORKSPACE";
const ROWS: usize = 20_000;

/// Not a test: what the process does that is killed. It says with a file that it begins.
#[test]
#[ignore = "started by the test below"]
fn the_one_that_is_killed() {
    let Some(path) = std::env::var_os(WORKSPACE) else {
        return;
    };
    let path = Path::new(&path);
    let mut template = sample::open();
    let batch = template.batch("big.xlsx", ROWS);
    template.store = Store::open(path).unwrap();
    std::fs::write(path.with_extension("begun"), "").unwrap();
    template.store.import(batch, &Progress::default()).unwrap();
}

#[test]
fn a_killed_import_is_in_whole_or_not_at_all() {
    let sample = sample::open();
    let pristine = std::fs::read(&sample.path).unwrap();
    let Sample { path, store, .. } = &sample;
    let before = store.load().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(path.file_name().unwrap());

    std::fs::write(&copy, &pristine).unwrap();
    let mut child = begun(&copy);
    let start = Instant::now();
    assert!(child.wait().unwrap().success());
    let whole = start.elapsed();
    assert_eq!(rows(&copy, &sample), ROWS);

    let mut seen = Vec::new();
    for eighth in 0..=8 {
        std::fs::remove_file(copy.with_extension("begun")).unwrap();
        std::fs::write(&copy, &pristine).unwrap();
        let mut child = begun(&copy);
        sleep(whole * eighth / 8);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(
            check(&copy, &Progress::default()).unwrap(),
            [],
            "{eighth}/8"
        );
        let rows = rows(&copy, &sample);
        assert!(rows == 0 || rows == ROWS, "{rows} at {eighth}/8");
        if rows == 0 {
            assert_eq!(Store::open(&copy).unwrap().load().unwrap(), before);
        }
        seen.push(rows);
    }
    assert_eq!(seen[0], 0, "killed as it began");
}

/// A child that has opened the workspace and begins to import.
fn begun(workspace: &Path) -> Child {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored"])
        .arg("store::tests::killing::the_one_that_is_killed")
        .env(WORKSPACE, workspace)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let patience = Instant::now() + Duration::from_secs(60);
    while !workspace.with_extension("begun").exists() {
        assert!(Instant::now() < patience, "the child does not begin");
        sleep(Duration::from_millis(1));
    }
    child
}

/// Returns in the workspace, once it is opened for writing again: the lock died with its owner.
fn rows(workspace: &Path, sample: &Sample) -> usize {
    let store = Store::open(workspace).unwrap();
    assert!(store.writable());
    store.load_wave(sample.wave.id).unwrap().returns.len()
}
