//! What the program does while it is attacked, and what has to hold afterwards.

mod backup;
mod edit;
mod export;
mod import;
mod migrate;
mod new;
mod restore;
mod sound;

use std::path::Path;
use std::process::{Command, Stdio};

use crate::folder::Folder;

/// One thing the program does in a folder.
#[derive(Clone, Copy)]
pub struct Deed {
    pub name: &'static str,
    /// Lays out what is there before.
    pub prepare: fn(&Path),
    /// The process that does it.
    pub command: fn(&Path) -> Command,
    /// What is there after it was cut off: a word for it, or what is wrong with it.
    pub holds: fn(&Path, &Said) -> Result<String, String>,
}

/// What the process had said before it was cut off.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub text: String,
    /// It had ended, with success.
    pub ended: bool,
}

pub const ALL: [Deed; 7] = [
    import::DEED,
    backup::DEED,
    edit::DEED,
    new::DEED,
    export::DEED,
    migrate::DEED,
    restore::DEED,
];

/// The program, asked from within the folder.
pub fn manyi(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_manyi"));
    command.args(words).env("LANG", "C").env_remove("LC_ALL");
    quiet(command, folder)
}

/// A test of this file as a process of its own: it is told the folder by [`IN`].
fn child(folder: &Path, test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "--ignored", "--nocapture", test]);
    command.env(IN, folder);
    quiet(command, folder)
}

/// Which folder a child works in.
const IN: &str = "MANYI_TEST_ATTACKED_FOLDER";

fn quiet(mut command: Command, folder: &Path) -> Command {
    command
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null());
    command
}

/// Once it was done again, nothing of the run that was cut off is in the way.
fn cleared(folder: &Path) -> Result<(), String> {
    let all = Folder::read(folder);
    let half = |name: &&String| {
        let endings = [".part", "-journal", ".draft"];
        endings.iter().any(|ending| name.ends_with(ending))
    };
    match all.0.keys().find(half) {
        Some(name) => Err(format!("{name} is left over")),
        None => Ok(()),
    }
}

/// Runs what has to succeed, and says what it printed or complained.
pub fn ran(mut command: Command) -> Result<String, String> {
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    match output.status.success() {
        true => Ok(told),
        false => Err(format!("{command:?}: {told}{complaint}")),
    }
}
