//! One process: how long it ran and how much memory it held.

use std::error::Error;
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a process cost.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub seconds: f64,
    /// Of all its threads; tells more than `seconds` on a machine that does other things too.
    pub cpu: f64,
    /// Most memory resident at once, in bytes.
    pub peak: u64,
    pub output: String,
}

/// Runs a program to its end.
pub fn run(program: &Path, args: &[&OsStr]) -> Result<Run, Box<dyn Error>> {
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(args)
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdout = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut output = String::new();
        if let Some(stdout) = &mut stdout {
            stdout.read_to_string(&mut output)?;
        }
        Ok::<String, std::io::Error>(output)
    });
    // The kernel keeps the highest mark while the process lives, so what is read last before
    // it ends is the peak but for the last moment.
    let (mut peak, mut cpu) = (0, 0.0);
    let status = loop {
        peak = peak.max(high_water_mark(child.id()));
        cpu = cpu_seconds(child.id()).unwrap_or(cpu);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(2));
    };
    let seconds = start.elapsed().as_secs_f64();
    let output = reader
        .join()
        .map_err(|_| "the output could not be read")??;
    if !status.success() {
        return Err(format!("{} {args:?} failed: {status}\n{output}", program.display()).into());
    }
    Ok(Run {
        seconds,
        cpu,
        peak,
        output,
    })
}

/// Peak resident memory of a living process in bytes; 0 where it cannot be read.
fn high_water_mark(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    kilobytes
        .and_then(|text| text.parse::<u64>().ok())
        .unwrap_or(0)
        * 1024
}

/// Time a living process has computed, to the hundredth of a second.
fn cpu_seconds(process: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name in brackets: state is the first field, user and system time in
    // hundredths of a second are the twelfth and thirteenth.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let hundredths = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((hundredths(11)? + hundredths(12)?) / 100.0)
}

/// The run of median duration; its peak is the highest of all.
pub fn median(runs: &[Run]) -> Run {
    let mut sorted = runs.to_vec();
    sorted.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let peak = runs.iter().map(|run| run.peak).max().unwrap_or(0);
    let middle = sorted.get(sorted.len() / 2).cloned().unwrap_or_default();
    Run { peak, ..middle }
}
