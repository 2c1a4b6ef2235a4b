//! Frames of every tab, laid out and cut into triangles, but not painted.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::App;
use egui::{Context, Pos2, RawInput, Rect, pos2, vec2};
use manyi::app::{Dialogs, Settings, Window};
use manyi::i18n::Language;
use manyi::jobs::sample;
use manyi::model::Progress;
use manyi::ui::{Action, Place, Tab};

use super::median;

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
            let cost = screen.tab(tab)?;
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

/// Seconds this thread has computed; not a number where the system does not say.
fn computed() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next();
    nanoseconds
        .and_then(|text| text.parse::<f64>().ok())
        .map_or(f64::NAN, |value| value / 1e9)
}

fn empty(size: Rect) -> Cost {
    let context = Context::default();
    let mut time = 0.0;
    measure(|| {
        time += 1.0 / 60.0;
        let output = context.run_ui(input(size, time), |_| {});
        let start = Instant::now();
        drop(context.tessellate(output.shapes, output.pixels_per_point));
        start.elapsed()
    })
}

/// The pointer moves, as it does while frames are drawn for a user.
fn input(size: Rect, time: f64) -> RawInput {
    let (x, y) = ((time * 2.0).sin() as f32, (time * 1.3).cos() as f32);
    let at = size.center() + vec2(size.width() * 0.45 * x, size.height() * 0.45 * y);
    RawInput {
        screen_rect: Some(size),
        time: Some(time),
        max_texture_side: Some(8192),
        events: vec![egui::Event::PointerMoved(pos2(at.x, at.y))],
        focused: true,
        ..RawInput::default()
    }
}

/// The program's window without a screen.
struct Screen {
    context: Context,
    window: Window,
    frame: eframe::Frame,
    size: Rect,
    time: f64,
}

impl Screen {
    fn open(workspace: &Path, size: Rect) -> Result<Self, Box<dyn Error>> {
        let mut screen = Self::new(Some(workspace.to_owned()), size);
        screen.settle()?;
        Ok(screen)
    }

    fn new(path: Option<PathBuf>, size: Rect) -> Self {
        let context = Context::default();
        let settings = Settings {
            language: Language::Zh,
            ..Settings::default()
        };
        let window = Window::new(&context, settings, Dialogs::Scripted([].into()), path);
        Self {
            context,
            window,
            frame: eframe::Frame::_new_kittest(),
            size,
            time: 0.0,
        }
    }

    fn draw(&mut self) -> Duration {
        self.time += 1.0 / 60.0;
        let input = input(self.size, self.time);
        let (window, frame) = (&mut self.window, &mut self.frame);
        let output = self.context.run_ui(input, |ui| {
            window.logic(ui.ctx(), frame);
            window.ui(ui, frame);
        });
        let start = Instant::now();
        drop(
            self.context
                .tessellate(output.shapes, output.pixels_per_point),
        );
        start.elapsed()
    }

    /// Until nothing is on its way any more.
    fn settle(&mut self) -> Result<(), Box<dyn Error>> {
        let until = Instant::now() + Duration::from_secs(60);
        let mut calm = 0;
        while calm < 10 {
            self.draw();
            calm = if self.window.idle() { calm + 1 } else { 0 };
            if Instant::now() > until {
                return Err("the worker never came to rest".into());
            }
            if calm == 0 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        Ok(())
    }

    fn tab(&mut self, tab: Tab) -> Result<Cost, Box<dyn Error>> {
        let place = Action::Go(Place::Tab(tab));
        self.window.ask(&self.context, place);
        self.settle()?;
        Ok(measure(|| self.draw()))
    }
}
