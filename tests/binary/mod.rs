//! Running the built program in a folder of its own.

#![allow(dead_code, reason = "each test file uses a part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

pub mod three_customers;
pub mod two_items;
pub mod workbook;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder to work in, gone with its owner.
pub struct Desk {
    folder: TempDir,
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with these words, not yet started: in Chinese, without a display.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_manyi"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("LANG", "C")
            // Settings of whoever runs the tests have no say.
            .env("XDG_CONFIG_HOME", self.folder.path().join(".config"))
            .env_remove("LC_ALL")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null());
        command
    }

    pub fn manyi(&self, words: &[&str]) -> Ran {
        let output = self.command(words).output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what has to succeed and returns what it printed.
    pub fn done(&self, words: &[&str]) -> String {
        let ran = self.manyi(words);
        assert_eq!(ran.code, Some(0), "manyi {words:?}\n{}{}", ran.out, ran.err);
        ran.out
    }

    /// Runs what has to succeed and print JSON.
    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(words)).unwrap()
    }

    /// Runs what has to be refused with this exit code and returns what it complained.
    pub fn refused(&self, code: i32, words: &[&str]) -> String {
        let ran = self.manyi(words);
        assert_eq!(
            ran.code,
            Some(code),
            "manyi {words:?}\n{}{}",
            ran.out,
            ran.err
        );
        assert!(!ran.err.trim().is_empty(), "refused without a word");
        ran.err
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }
}

/// A file of the sample company.
pub fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    folder.join(name).to_string_lossy().into_owned()
}

/// Real exports of one survey of 800, as words and as numbers of options.
pub fn phones_of_800() -> Option<[String; 2]> {
    let text = shared("data/wenjuanxing/phones_text.xls")?;
    Some([text, shared("data/wenjuanxing/phones_codes.xls")?])
}

/// A file of the corpus that lies beside the project on some machines.
pub fn shared(name: &str) -> Option<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("MANYI_SHARED").map_or(beside, PathBuf::from);
    let path = folder.join(name);
    if !path.exists() {
        println!("skipped: {name} is not on this machine");
        return None;
    }
    Some(path.to_string_lossy().into_owned())
}
