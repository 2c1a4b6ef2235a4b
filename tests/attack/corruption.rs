//! Bytes of the file changed behind the program's back: whatever is changed, it neither aborts
//! nor hangs, and what `check` calls sound says what it said before.

mod change;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use manyi::model::Progress;
use manyi::store::{Store, check::check};

use crate::facts::facts;
use crate::tally::{Tally, chance, number};

/// Longer than anything here takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The golden files as the program keeps them now.
fn workspaces() -> Vec<(&'static str, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    let scratch = tempfile::tempdir().unwrap();
    let migrated = |name: &'static str| {
        let path = scratch.path().join(name);
        std::fs::copy(folder.join(name), &path).unwrap();
        drop(Store::open(&path).unwrap());
        (name, std::fs::read(&path).unwrap())
    };
    ["sample.manyi", "everything.manyi"].map(migrated).into()
}

/// All a reader can see of it; why it cannot be read.
fn seen(workspace: &Path) -> Result<String, String> {
    let store = Store::open_read_only(workspace).map_err(|error| format!("{error:?}"))?;
    let read = std::panic::AssertUnwindSafe(|| facts(&store));
    std::panic::catch_unwind(read).map_err(|_| "it does not hang together".to_owned())
}

#[test]
fn check_finds_every_byte_that_alters_what_is_read() {
    let mut chance = chance("bytes");
    let mut tally = Tally::default();
    let wanted = number(8, 500);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.manyi");
    let files = workspaces();
    let before: Vec<_> = files
        .iter()
        .map(|(_, bytes)| {
            std::fs::write(&path, bytes).unwrap();
            seen(&path).unwrap()
        })
        .collect();
    let mut altered = 0;
    while altered < wanted {
        let at = chance.usize(..files.len());
        let (name, bytes) = &files[at];
        let mut changed = bytes.clone();
        let said = change::one_byte(&mut changed, &mut chance);
        std::fs::write(&path, &changed).unwrap();
        let after = seen(&path);
        if after.as_ref() == Ok(&before[at]) {
            continue;
        }
        altered += 1;
        let found = check(&path, &Progress::default()).map_or(true, |faults| !faults.is_empty());
        let outcome = match (found, after) {
            (true, _) => Ok("found".to_owned()),
            (false, Ok(after)) => Err(format!("sound, but {}", parting(&before[at], &after))),
            (false, Err(error)) => Err(format!("sound, but cannot be read: {error}")),
        };
        tally.note(&format!("{name}: {said}"), outcome);
    }
    tally.close("bytes that alter what is read");
}

#[test]
fn check_finds_every_row_that_is_deleted() {
    let mut chance = chance("rows");
    let mut tally = Tally::default();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.manyi");
    let files = workspaces();
    for at in 0..number(20, 500) {
        let (name, bytes) = &files[at % files.len()];
        let mut changed = bytes.clone();
        let said = change::rows_deleted(&mut changed, &mut chance);
        std::fs::write(&path, &changed).unwrap();
        let outcome = match check(&path, &Progress::default()) {
            Ok(faults) if faults.is_empty() => Err("called sound".to_owned()),
            _ => Ok("found".to_owned()),
        };
        tally.note(&format!("{name} {at}: {said}"), outcome);
    }
    tally.close("rows deleted");
}

/// The first line that differs, cut to what can be read.
fn parting(before: &str, after: &str) -> String {
    let mut lines = before.lines().zip(after.lines());
    let cut = |line: &str| line.chars().take(300).collect::<String>();
    let (was, is) = lines.find(|(a, b)| a != b).unwrap_or_default();
    format!("\n  {}\nbecame\n  {}", cut(was), cut(is))
}

#[test]
fn corrupted_it_neither_aborts_nor_hangs_nor_lies() {
    let mut chance = chance("corruption");
    let mut tally = Tally::default();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.manyi");
    let files = workspaces();
    for at in 0..number(12, 2_000) {
        let (name, bytes) = &files[at % files.len()];
        let mut changed = bytes.clone();
        let said = change::any(&mut changed, &mut chance);
        std::fs::write(&path, &changed).unwrap();
        let outcome = read_by_all(&path, at).and_then(|sound| {
            if !sound {
                return Ok("found by check".to_owned());
            }
            let after = seen(&path);
            std::fs::write(&path, bytes).unwrap();
            match after == seen(&path) {
                true => Ok("altered nothing".to_owned()),
                false => Err("check finds nothing, but it is read otherwise".to_owned()),
            }
        });
        tally.note(&format!("{name} {at}: {said}"), outcome);
    }
    tally.close("corruptions");
}

/// Whether `check` calls it sound. `Err` when any command ends as none may.
fn read_by_all(path: &Path, at: usize) -> Result<bool, String> {
    let sound = ended(path, &["check"])?;
    let others: &[&str] = match at % 4 {
        0 => &["scores", "--survey", "service's 服务", "--wave", "2026Q1"],
        1 => &["trend", "--json"],
        2 => &["trend", "--survey", "销售客户 Sales \"A\""],
        _ => &["scores", "--wave", "2026H1", "--json"],
    };
    ended(path, others)?;
    Ok(sound)
}

/// Whether it succeeded.
fn ended(path: &Path, words: &[&str]) -> Result<bool, String> {
    let (job, rest) = words.split_first().unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_manyi"))
        .arg(job)
        .arg(path)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    match wait(child) {
        Some(Some(0)) => Ok(true),
        // Wrong usage too: a survey that was read in vain is one nobody knows.
        Some(Some(1 | 2)) => Ok(false),
        Some(code) => Err(format!("{job} ends with {code:?}")),
        None => Err(format!("{job} does not end")),
    }
}

/// The exit code, if it has one; `None` when it had to be stopped.
fn wait(mut child: Child) -> Option<Option<i32>> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status.code());
        }
        sleep(Duration::from_millis(2));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}
