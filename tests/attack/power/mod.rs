//! Cut off from power: what was written and not yet synced is lost, kept or torn as chance has it.
//!
//! The writes of a run are recorded with `strace` and played again up to any moment. A file keeps
//! what it had when it was last synced, and of every later write any sectors; a folder the names it
//! had when it was last synced, and any of the later changes. That is worse than most file systems
//! are. New folders are there at once.

mod disk;
mod trace;

use std::path::Path;
use std::process::{Command, Stdio};

use crate::deed::{ALL, Deed, Said};
use crate::folder::Folder;
use crate::tally::{Tally, chance, number};
use disk::Disk;
use trace::{Call, calls};

/// Runs it to its end.
pub fn whole(deed: Deed, work: &Path) -> String {
    let mut command = (deed.command)(work);
    let output = command.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", deed.name);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn cut_off_from_power_it_is_whole_or_nothing() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: strace is not on this machine");
        return;
    }
    let mut tally = Tally::default();
    for deed in ALL {
        cut(deed, number(6, 150), &mut tally);
    }
    tally.close("power losses");
}

fn cut(deed: Deed, times: usize, tally: &mut Tally) {
    let folder = tempfile::tempdir().unwrap();
    let work = folder.path().join("work");
    std::fs::create_dir(&work).unwrap();
    (deed.prepare)(&work);
    let before = Folder::read(&work);
    let calls = record(deed, &work, &folder.path().join("trace"));
    assert!(!calls.is_empty(), "{}: nothing was recorded", deed.name);
    let mut chance = chance(deed.name);
    for at in 0..times {
        // Every fourth right after the end: that is when people pull the stick.
        let end = match at % 4 {
            0 => calls.len(),
            _ => chance.usize(0..=calls.len()),
        };
        let mut disk = Disk::new(&work, &before);
        for call in &calls[..end] {
            disk.run(call);
        }
        let said = said(&calls[..end]);
        disk.crash(&mut chance).lay_out(&work);
        let outcome = (deed.holds)(&work, &said);
        let outcome = outcome.map(|seen| format!("{}: {seen}", deed.name));
        let place = format!("{} {at} after {end} of {} calls", deed.name, calls.len());
        tally.note(&place, outcome);
    }
}

fn said(calls: &[Call]) -> Said {
    let mut said = Said::default();
    for call in calls {
        match call {
            Call::Say(text) => said.text += text,
            Call::Exit(code) => said.ended = *code == 0,
            _ => {}
        }
    }
    said
}

/// What it does to files, from beginning to end.
fn record(deed: Deed, work: &Path, trace: &Path) -> Vec<Call> {
    let command = (deed.command)(work);
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-xx", "-s", "100000000", "-o"])
        .arg(trace)
        .args(["-e", trace::CALLS])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(work)
        .stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => traced.env(name, value),
            None => traced.env_remove(name),
        };
    }
    let output = traced.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", deed.name);
    calls(&std::fs::read_to_string(trace).unwrap())
}
