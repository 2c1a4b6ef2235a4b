//! From the start of a program to its first frame: the window is shown once that is drawn,
//! and `xev` says at what moment the display shows it.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::{idle, median};

/// Starts of each program, in turns.
const ROUNDS: usize = 7;

/// How much longer the program may take than a bare window.
const LIMIT: f64 = 1.5;

const PATIENCE: Duration = Duration::from_secs(30);

/// Measures and tells the figures, or why there are none.
pub fn start() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("DISPLAY").is_none_or(|display| display.is_empty()) {
        println!("Start and rest: left out, there is no display");
        return Ok(());
    }
    let Ok(mut watch) = Watch::new() else {
        println!("Start and rest: left out, there is no xev to watch the display with");
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let bare = Program {
        path: std::env::current_exe()?,
        words: vec!["bare".into()],
        home: folder.path().join("bare"),
    };
    let manyi = Program {
        path: PathBuf::from(env!("CARGO_BIN_EXE_manyi")),
        words: Vec::new(),
        home: folder.path().join("manyi"),
    };
    let (mut bares, mut manyis) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bares.push(watch.first_frame(&bare)?.0);
        manyis.push(watch.first_frame(&manyi)?.0);
    }
    let (bare, empty) = (median(bares), median(manyis));
    let ratio = empty / bare;
    println!("Start to first frame, median of {ROUNDS}, in ms; limit {LIMIT} × a bare window");
    println!("bare window   {:>7.0}", bare * 1e3);
    let verdict = if ratio <= LIMIT { "" } else { "  too slow" };
    println!(
        "manyi         {:>7.0}    {ratio:.2} ×{verdict}",
        empty * 1e3
    );
    at_rest(&mut watch, folder.path())
}

/// The sample, left alone.
fn at_rest(watch: &mut Watch, folder: &Path) -> Result<(), Box<dyn Error>> {
    let progress = manyi::model::Progress::default();
    let sample = manyi::jobs::sample::at(&folder.join("sample"), &progress)?;
    let program = Program {
        path: PathBuf::from(env!("CARGO_BIN_EXE_manyi")),
        words: vec![sample.into_os_string()],
        home: folder.join("rest"),
    };
    let (seconds, running) = watch.first_frame(&program)?;
    println!("manyi, sample {:>7.0}", seconds * 1e3);
    let share = idle::share(running.0.id())?;
    println!(
        "\nAt rest with the sample open: {:.1}% of a core",
        share * 100.0
    );
    Ok(())
}

struct Program {
    path: PathBuf,
    words: Vec<std::ffi::OsString>,
    /// Where it keeps its settings: a place of its own, empty at first.
    home: PathBuf,
}

/// A program that is ended with its measurement.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What is told of windows appearing on the display.
struct Watch {
    _xev: Running,
    shown: Receiver<Instant>,
}

impl Watch {
    fn new() -> Result<Self, Box<dyn Error>> {
        let mut xev = Command::new("xev")
            .args(["-root", "-event", "substructure"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let told = xev.stdout.take().ok_or("xev says nothing")?;
        let (say, shown) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(told).lines().map_while(Result::ok) {
                if line.starts_with("MapNotify") && say.send(Instant::now()).is_err() {
                    break;
                }
            }
        });
        // It has to be listening before anything is started.
        std::thread::sleep(Duration::from_millis(500));
        Ok(Self {
            _xev: Running(xev),
            shown,
        })
    }

    /// Seconds from starting the program to its window being shown.
    fn first_frame(&mut self, program: &Program) -> Result<(f64, Running), Box<dyn Error>> {
        while self.shown.try_recv().is_ok() {}
        let start = Instant::now();
        let running = Command::new(&program.path)
            .args(&program.words)
            .env("HOME", &program.home)
            .env("XDG_DATA_HOME", &program.home)
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let running = Running(running);
        let shown = self.shown.recv_timeout(PATIENCE)?;
        Ok(((shown - start).as_secs_f64(), running))
    }
}
