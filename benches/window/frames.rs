//! Frames of every tab, laid out and cut into triangles, but not painted.

use std::error::Error;
use std::time::{Duration, Instant};

use egui::{Context, Pos2, Rect, vec2};
use manyi::jobs::sample;
use manyi::model::Progress;
use manyi::ui::{Action, Place, Tab};

use super::median;
use super::screen::{Screen, computed, input};

/// Frames of each tab that count.
const FRAMES: usize = 400;

/// Milliseconds of computing a frame may take.
const LIMIT: f64 = 4.0;

const SIZES: [(f32, f32); 2] = [(1440.0, 900.0), (1920.0, 1080.0)];

/// Measures all tabs and tells the figures.
pub fn frames() -> Result<(), Box<dyn Error>> {
    cold();
    let folder = tempfile::tempdir()?;
    let workspace = sample::at(folder.path(), &Progress::default())?;
    println!("Frames without the rasteriser, median of {FRAMES}, in ms; limit {LIMIT}");
    for (width, height) in SIZES {
        let size = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        let empty = empty(size);
        println!("\n{width} × {height}    empty frame {:.3}", empty.wall);
        println!(
            "{:<14}{:>8}{:>12}{:>10}{:>10}",
            "", "frame", "of it cut", "CPU", "× empty"
        );
        let mut screen = Screen::open(&workspace, size)?;
        for tab in Tab::ALL {
            let cost = of_tab(&mut screen, tab)?;
            let verdict = if cost.wall < LIMIT { "" } else { "  too slow" };
            println!(
                "{:<14}{:>8.3}{:>12.3}{:>10.3}{:>10.0}{verdict}",
                format!("{tab:?}"),
                cost.wall,
                cost.cut,
                cost.cpu,
                cost.wall / empty.wall
            );
        }
    }
    Ok(())
}

/// What the program itself adds to the start, before anything was ever drawn: texts, tokens,
/// fonts and the welcome page.
fn cold() {
    let size = Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0));
    let (start, before) = (Instant::now(), computed());
    let mut screen = Screen::new(None, size);
    let made = start.elapsed().as_secs_f64() * 1e3;
    screen.draw();
    let all = start.elapsed().as_secs_f64() * 1e3;
    let cpu = (computed() - before) * 1e3;
    println!(
        "First frame of the program, cold, in ms: {all:.1}, of it making the window {made:.1}; CPU {cpu:.1}"
    );
    let start = Instant::now();
    screen.draw();
    println!("Second frame {:.1}\n", start.elapsed().as_secs_f64() * 1e3);
}

/// Milliseconds a frame.
struct Cost {
    /// Median by the clock.
    wall: f64,
    /// Median of the cutting into triangles alone.
    cut: f64,
    /// Mean of what this thread computed, which other programs do not disturb.
    cpu: f64,
}

/// Runs frames one after the other and tells what they cost.
fn measure(mut frame: impl FnMut() -> Duration) -> Cost {
    for _ in 0..20 {
        frame();
    }
    let (mut walls, mut cuts) = (Vec::new(), Vec::new());
    let before = computed();
    for _ in 0..FRAMES {
        let start = Instant::now();
        let cut = frame();
        walls.push(start.elapsed().as_secs_f64() * 1e3);
        cuts.push(cut.as_secs_f64() * 1e3);
    }
    Cost {
        wall: median(walls),
        cut: median(cuts),
        cpu: (computed() - before) * 1e3 / FRAMES as f64,
    }
}

fn empty(size: Rect) -> Cost {
    let context = Context::default();
    let mut time = 0.0;
    measure(|| {
        time += 1.0 / 60.0;
        let mut output = context.run_ui(input(size, time), |_| {});
        output.textures_delta.clear();
        let start = Instant::now();
        drop(context.tessellate(output.shapes, output.pixels_per_point));
        start.elapsed()
    })
}

fn of_tab(screen: &mut Screen, tab: Tab) -> Result<Cost, Box<dyn Error>> {
    screen.ask(Action::Go(Place::Tab(tab)));
    screen.settle()?;
    Ok(measure(|| screen.draw()))
}
