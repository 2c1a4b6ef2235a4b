//! What the window costs: a frame of each tab of the sample without the rasteriser, the worst
//! frame of everything done to a giant workspace, the way from the start of the program to its
//! first frame, and a window nobody touches.
//!
//! Everything is measured beside something plain in the same run: an empty frame, a bare
//! window of the same library, built in the same profile. `cargo bench --bench window`; one
//! part alone with `-- frames`, `-- giant` or `-- start`. Starting needs a display with `xev`, which says
//! when a window appears, and is left out with a word where there is none. Linux only, since
//! computing time is read from `/proc`.

mod bare;
mod big;
mod frames;
mod giant;
mod idle;
#[path = "../wave/questions.rs"]
mod questions;
mod screen;
mod start;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let mut parts = std::env::args().skip(1).filter(|word| word != "--bench");
    match parts.next().as_deref() {
        Some("bare") => bare::run(),
        Some("frames") => frames::frames(),
        Some("giant") => giant::giant(),
        Some("start") => start::start(),
        _ => {
            frames::frames()?;
            println!();
            giant::giant()?;
            println!();
            start::start()
        }
    }
}

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
