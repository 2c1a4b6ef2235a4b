//! The program's window without a screen, driven frame by frame.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::App;
use egui::{Context, Event, FullOutput, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use manyi::app::{Dialogs, Settings, Window};
use manyi::i18n::Language;
use manyi::ui::Action;

/// The longest frame, in milliseconds, of some.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worst {
    /// By the clock.
    pub wall: f64,
    /// What this thread computed, which other programs do not disturb.
    pub cpu: f64,
    pub frames: usize,
}

/// Seconds this thread has computed; not a number where the system does not say.
pub fn computed() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next();
    nanoseconds
        .and_then(|text| text.parse::<f64>().ok())
        .map_or(f64::NAN, |value| value / 1e9)
}

/// The pointer moves, as it does while frames are drawn for a user.
pub fn input(size: Rect, time: f64) -> RawInput {
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
pub struct Screen {
    context: Context,
    window: Window,
    frame: eframe::Frame,
    size: Rect,
    time: f64,
    worst: Worst,
}

impl Screen {
    pub fn open(workspace: &Path, size: Rect) -> Result<Self, Box<dyn Error>> {
        let mut screen = Self::new(Some(workspace.to_owned()), size);
        screen.settle()?;
        Ok(screen)
    }

    pub fn new(path: Option<PathBuf>, size: Rect) -> Self {
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
            worst: Worst::default(),
        }
    }

    /// A frame in which the pointer wanders; how long cutting it into triangles takes.
    pub fn draw(&mut self) -> Duration {
        self.drawn(Vec::new())
    }

    fn drawn(&mut self, events: Vec<Event>) -> Duration {
        let mut output = self.laid_out(events);
        output.textures_delta.clear();
        let start = Instant::now();
        drop(
            self.context
                .tessellate(output.shapes, output.pixels_per_point),
        );
        start.elapsed()
    }

    /// A frame in which this is done; if nothing is, the pointer wanders.
    fn laid_out(&mut self, events: Vec<Event>) -> FullOutput {
        self.time += 1.0 / 60.0;
        let mut input = input(self.size, self.time);
        if !events.is_empty() {
            input.events = events;
        }
        let (window, frame) = (&mut self.window, &mut self.frame);
        self.context.run_ui(input, |ui| {
            window.logic(ui.ctx(), frame);
            window.ui(ui, frame);
        })
    }

    /// Where the control lies whose name begins with that word, as screen readers find it.
    /// Asking takes a frame that does not count.
    fn place(&mut self, name: &str) -> Result<Pos2, Box<dyn Error>> {
        self.context.enable_accesskit();
        let output = self.laid_out(Vec::new());
        self.context.disable_accesskit();
        let told = output.platform_output.accesskit_update;
        let nodes = told.map(|told| told.nodes).unwrap_or_default();
        let named = |label: &str| label.split(' ').next() == Some(name);
        let mut nodes = nodes.iter().map(|(_, node)| node);
        let found = nodes.find(|node| node.label().is_some_and(named));
        let bounds = found.and_then(|node| node.bounds());
        let bounds = bounds.ok_or_else(|| format!("nothing is called {name}"))?;
        let (x, y) = (bounds.x0 + bounds.x1, bounds.y0 + bounds.y1);
        Ok(pos2(x as f32 / 2.0, y as f32 / 2.0))
    }

    /// Presses a control, in frames that count.
    pub fn press(&mut self, name: &str) -> Result<(), Box<dyn Error>> {
        let pos = self.place(name)?;
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        self.counts(vec![Event::PointerMoved(pos)], None);
        self.counts(vec![button(true)], None);
        self.counts(vec![button(false)], None);
        Ok(())
    }

    /// Types into what has the keyboard, in a frame that counts.
    pub fn write(&mut self, text: &str) {
        self.counts(vec![Event::Text(text.to_owned())], None);
    }

    /// What a user would ask for by hand.
    pub fn ask(&mut self, action: Action) {
        self.window.ask(&self.context, action);
    }

    pub fn idle(&self) -> bool {
        self.window.idle()
    }

    /// A frame that counts, in which the user asks for something.
    pub fn timed(&mut self, action: Option<Action>) {
        self.counts(Vec::new(), action);
    }

    fn counts(&mut self, events: Vec<Event>, action: Option<Action>) {
        let (start, before) = (Instant::now(), computed());
        if let Some(action) = action {
            self.ask(action);
        }
        self.drawn(events);
        let worst = &mut self.worst;
        worst.wall = worst.wall.max(start.elapsed().as_secs_f64() * 1e3);
        worst.cpu = worst.cpu.max((computed() - before) * 1e3);
        worst.frames += 1;
    }

    /// The worst of the frames that counted since the last time.
    pub fn worst(&mut self) -> Worst {
        std::mem::take(&mut self.worst)
    }

    /// Until nothing is on its way any more.
    pub fn settle(&mut self) -> Result<(), Box<dyn Error>> {
        let until = Instant::now() + Duration::from_secs(60);
        let mut calm = 0;
        while calm < 10 {
            self.timed(None);
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
}
