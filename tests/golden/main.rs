//! Files of every version that was ever released, opened by the program as it is now: they
//! migrate, check sound, and say what they said then.
//!
//! The README of each version tells what each file holds and how it was made. What is
//! expected was written by the program of that version and is never written anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod exports;
mod facts;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use manyi::model::Progress;
use manyi::store::{Store, check::check};
use serde_json::Value;
use tempfile::TempDir;

/// Workspaces by version and name.
const FILES: [&str; 9] = [
    "v1/sample",
    "v1/everything",
    "v2/everything",
    "v3/everything",
    "v4/everything",
    "v5/everything",
    "v6/everything",
    "v7/everything",
    "v8/everything",
];

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A folder with a copy of one of the files; it goes when the folder is dropped.
fn copy(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = format!("{name}.manyi");
    let path = folder.path().join("firm.manyi");
    std::fs::copy(golden().join(&file), &path).unwrap();
    (folder, path)
}

/// What was expected of a file, one a line: the name of the expected text, and the words of the
/// command line that print it, parted by tabs. `OUT` stands for a file to be written.
fn commands(name: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(golden().join(format!("{name}.tsv"))).unwrap();
    let lines = text.lines().map(|line| {
        let mut words = line.split('\t').map(str::to_owned);
        (words.next().unwrap(), words.collect())
    });
    lines.collect()
}

fn expected(name: &str, text: &str) -> String {
    std::fs::read_to_string(golden().join(name).join(text)).unwrap()
}

/// What the command line prints; what it complains of is no part of it.
fn printed(workspace: &Path, words: &[String]) -> Vec<u8> {
    let (job, rest) = words.split_first().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_manyi"))
        .arg(job)
        .arg(workspace)
        .args(rest)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {complaint}");
    output.stdout
}

/// Every expected text of a workspace is what the program says of it now.
fn says_the_same(name: &str, workspace: &Path) {
    let folder = tempfile::tempdir().unwrap();
    for (at, mut words) in commands(name) {
        let expected = expected(name, &at);
        let book = folder.path().join("book.xlsx");
        match words.iter_mut().find(|word| *word == "OUT") {
            Some(out) => {
                *out = book.to_string_lossy().into_owned();
                printed(workspace, &words);
                exports::hold(&at, &expected, &exports::text(&book));
                std::fs::remove_file(&book).unwrap();
            }
            None => {
                let said: Value = serde_json::from_slice(&printed(workspace, &words)).unwrap();
                let expected: Value = serde_json::from_str(&expected).unwrap();
                let text = |value: &Value| serde_json::to_string_pretty(value).unwrap();
                let parting = || parting(&text(&expected), &text(&said));
                assert!(tells(&said, &expected), "{name}/{at}: {}", parting());
            }
        }
    }
}

/// Everything expected is said, and nothing else of it. A later version may tell more of a thing,
/// under names of their own.
fn tells(said: &Value, expected: &Value) -> bool {
    match (said, expected) {
        (Value::Object(said), Value::Object(expected)) => {
            let mut expected = expected.iter();
            expected.all(|(name, value)| said.get(name).is_some_and(|it| tells(it, value)))
        }
        (Value::Array(said), Value::Array(expected)) => {
            let mut both = said.iter().zip(expected);
            said.len() == expected.len() && both.all(|(said, expected)| tells(said, expected))
        }
        _ => said == expected,
    }
}

/// Everything expected is there. Lines of the log, which come last, may have been added.
fn holds(name: &str, expected: &str, held: &str) {
    let there = held.starts_with(expected);
    assert!(there, "{name}: {}", parting(expected, held));
}

fn sound(name: &str, path: &Path) {
    let faults = check(path, &Progress::default()).unwrap();
    assert_eq!(faults, [], "{name}");
}

/// Where two texts part, for a message that can be read.
fn parting(expected: &str, said: &str) -> String {
    let lines = expected.lines().zip(said.lines());
    let parting = (1..).zip(lines).find(|(_, (a, b))| a != b);
    match parting {
        Some((line, (a, b))) => format!("line {line}: expected\n  {a}\ncame\n  {b}"),
        None => format!(
            "{} lines expected, {} came",
            expected.lines().count(),
            said.lines().count()
        ),
    }
}

#[test]
fn files_of_every_version_open_check_sound_and_hold_what_they_held() {
    for name in FILES {
        let (_folder, path) = copy(name);
        let expected = expected(name, "facts.txt");
        for opened in ["first", "again"] {
            let store = Store::open(&path).unwrap();
            assert!(store.writable());
            holds(
                &format!("{name}, {opened}"),
                &expected,
                &facts::facts(&store),
            );
            drop(store);
            sound(&format!("{name}, {opened}"), &path);
        }
        let once = std::fs::read(&path).unwrap();
        drop(Store::open(&path).unwrap());
        let twice = std::fs::read(&path).unwrap();
        assert!(once == twice, "{name}: opened again, it is written again");
    }
}

#[test]
fn files_of_every_version_say_what_they_said() {
    for name in FILES {
        let (_folder, path) = copy(name);
        drop(Store::open(&path).unwrap());
        says_the_same(name, &path);
    }
}

#[test]
fn files_of_every_version_are_read_as_they_lie() {
    for name in FILES {
        let (folder, path) = copy(name);
        let before = std::fs::read(&path).unwrap();
        let store = Store::open_read_only(&path).unwrap();
        holds(name, &expected(name, "facts.txt"), &facts::facts(&store));
        drop(store);
        sound(name, &path);
        says_the_same(name, &path);
        let after = std::fs::read(&path).unwrap();
        assert!(before == after, "{name}: reading has changed the file");
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(
            beside, 1,
            "{name}: reading has left something beside the file"
        );
    }
}

/// What the program of this version says of the golden file of this version.
#[test]
#[ignore = "writes anew what is expected of the newest version"]
fn what_is_expected_of_version_8_is_written() {
    let name = "v8/everything";
    let (folder, path) = copy(name);
    let expected = golden().join(name);
    std::fs::create_dir_all(&expected).unwrap();
    let store = Store::open_read_only(&path).unwrap();
    std::fs::write(expected.join("facts.txt"), facts::facts(&store)).unwrap();
    for (at, mut words) in commands(name) {
        let book = folder.path().join("book.xlsx");
        let text = match words.iter_mut().find(|word| *word == "OUT") {
            Some(out) => {
                *out = book.to_string_lossy().into_owned();
                printed(&path, &words);
                let text = exports::text(&book);
                std::fs::remove_file(&book).unwrap();
                text.into_bytes()
            }
            None => printed(&path, &words),
        };
        std::fs::write(expected.join(at), text).unwrap();
    }
}
