//! Killed at any moment.

use std::io::Read;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

use crate::deed::{ALL, Deed, Said};
use crate::folder::Folder;
use crate::tally::{Tally, chance, number};

#[test]
fn killed_at_any_moment_it_is_whole_or_nothing() {
    let mut tally = Tally::default();
    for deed in ALL {
        let times = number(2, 45);
        kill(deed, times, &mut tally);
    }
    tally.close("kills");
}

fn kill(deed: Deed, times: usize, tally: &mut Tally) {
    let folder = tempfile::tempdir().unwrap();
    let work = folder.path().join("work");
    std::fs::create_dir(&work).unwrap();
    (deed.prepare)(&work);
    let before = Folder::read(&work);
    let begin = Instant::now();
    super::power::whole(deed, &work);
    let whole = begin.elapsed();
    let mut chance = chance(deed.name);
    for at in 0..times {
        before.lay_out(&work);
        let mut child = (deed.command)(&work)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Somewhat beyond the end: what has just ended is as good a moment as any.
        let moment = whole.mul_f64(chance.f64() * 1.1);
        sleep(moment);
        let _ = child.kill();
        let ended = child.wait().unwrap().success();
        let mut text = String::new();
        child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        let outcome = (deed.holds)(&work, &Said { text, ended });
        let outcome = outcome.map(|seen| format!("{}: {seen}", deed.name));
        tally.note(&format!("{} {at} after {moment:?}", deed.name), outcome);
    }
}
