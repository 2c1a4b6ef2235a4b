//! What a window computes while nobody touches it.

use std::error::Error;
use std::time::Duration;

/// Until everything that begins with the window has come to rest.
const BEFORE: Duration = Duration::from_secs(4);

const WATCHED: Duration = Duration::from_secs(10);

/// Share of one core, of all threads of a living process.
pub fn share(process: u32) -> Result<f64, Box<dyn Error>> {
    std::thread::sleep(BEFORE);
    let before = computed(process)?;
    std::thread::sleep(WATCHED);
    Ok((computed(process)? - before) / WATCHED.as_secs_f64())
}

/// Seconds, to the hundredth.
fn computed(process: u32) -> Result<f64, Box<dyn Error>> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // After the name in brackets: user and system time are the twelfth and thirteenth field.
    let fields = told.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields = fields.split_whitespace().skip(11).take(2);
    let ticks: Result<Vec<f64>, _> = fields.map(str::parse::<f64>).collect();
    Ok(ticks?.iter().sum::<f64>() / 100.0)
}
