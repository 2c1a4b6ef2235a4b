//! Spreadsheets made to fill the memory or never to end, given to the program as a whole: it
//! takes them in or says why not, within the memory of an ordinary machine.

mod archives;
mod old;
mod texts;

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::binary::sample;
use crate::deed::{manyi, ran};
use crate::tally::{Tally, number};

/// One file, made as large as it is told.
struct Sheet {
    name: &'static str,
    write: fn(&Path, usize),
    /// Its size in a usual run, and in a full one.
    few: usize,
    full: usize,
}

const ALL: [Sheet; 14] = [
    texts::COMMAS,
    texts::CELL,
    texts::UNMATCHED,
    texts::RETURNS,
    texts::WORDY,
    archives::ONE_PART,
    archives::DEEP,
    archives::DEEP_ODS,
    archives::BOMB,
    archives::SHARED,
    archives::USED_OFTEN,
    archives::REPEATED,
    archives::BINARY,
    old::FULL,
];

/// The budget of a file, and what the program is without one.
const MEMORY: u64 = 600 << 20;
const POLL: Duration = Duration::from_millis(3);

#[test]
fn whatever_a_sheet_holds_it_fits_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let definition = sample("definition_A3.xlsx");
    ran(manyi(
        folder.path(),
        &["new", "empty.manyi", "--definition", &definition],
    ))
    .unwrap();
    let only = std::env::var("MANYI_ATTACK_SHEET").ok();
    let mut tally = Tally::default();
    for sheet in ALL {
        if only.as_ref().is_some_and(|only| only != sheet.name) {
            continue;
        }
        tally.note(sheet.name, take_in(folder.path(), &sheet));
    }
    tally.close("sheets");
}

fn take_in(folder: &Path, sheet: &Sheet) -> Result<String, String> {
    fs::copy(folder.join("empty.manyi"), folder.join("a.manyi")).unwrap();
    (sheet.write)(&folder.join(sheet.name), number(sheet.few, sheet.full));
    let begun = std::time::Instant::now();
    let words = ["import", "a.manyi", sheet.name, "--wave", "2027H1"];
    let mut child = manyi(folder, &words)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let peak = peak(&mut child);
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    println!(
        "{}: {:?} after {:.1} s with {} MB: {}",
        sheet.name,
        output.status.code(),
        begun.elapsed().as_secs_f64(),
        peak >> 20,
        told.trim()
    );
    fs::remove_file(folder.join(sheet.name)).unwrap();
    if peak > MEMORY {
        return Err(format!("{} MB", peak >> 20));
    }
    match output.status.code() {
        Some(0) => Ok("taken in".to_owned()),
        Some(1..=9) if !told.trim().is_empty() => Ok("refused".to_owned()),
        _ => Err(format!("{}: {told}", output.status)),
    }
}

/// The most memory the process had until it ended; 0 where the system does not say.
fn peak(child: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let lines = fs::read_to_string(&status).unwrap_or_default();
        let most = lines.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let most = most.and_then(|most| most.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(most.unwrap_or(0) << 10);
        sleep(POLL);
    }
    peak
}
