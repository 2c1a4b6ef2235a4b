//! The program with its window: one thread draws, one owns the workspace file.
//!
//! What the user wants comes out of `ui` as an [`Action`](crate::ui::Action); `perform` turns
//! it into a change of the window or a command for the worker; what the worker found comes
//! back as events, which `absorb` takes in. The drawing thread never waits: it shows an edit
//! at once, as the worker will find it, and takes over the worker's data when no edit is on
//! its way any more.

mod absorb;
mod beside;
mod carry_out;
mod copies;
mod desk;
mod dialogs;
mod echo;
mod ended;
mod failed;
mod forms;
mod found;
mod history;
mod incoming;
mod marking;
mod notice;
mod pages;
mod perform;
mod queue;
mod rescue;
mod save;
mod scout;
mod settings;
mod stuck;
mod take;
mod window;
pub mod worker;

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};

pub use dialogs::Dialogs;
pub use settings::Settings;
pub use window::Window;

use crate::i18n::Language;
use crate::theme::tokens;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Nothing to show a window on: no display, or one that cannot draw.
    #[error("no display: {0}")]
    NoDisplay(String),
}

/// Runs the window until it is closed, with the workspace at the path if there is one, in a
/// language if one was asked for.
///
/// # Errors
/// [`RunError::NoDisplay`] when the window cannot be shown.
pub fn run(workspace: Option<PathBuf>, language: Option<Language>) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay("DISPLAY, WAYLAND_DISPLAY".to_owned()));
    }
    let [width, height] = tokens().width.window_min;
    let options = NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("manyi")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([width, height])
            .with_drag_and_drop(true),
        // Named, because a test feature adds another one.
        renderer: Renderer::Glow,
        ..NativeOptions::default()
    };
    let start = move |context: &eframe::CreationContext<'_>| {
        let mut settings = Settings::load(context.storage);
        settings.language = language.unwrap_or(settings.language);
        let dialogs = Dialogs::Native;
        let window = Window::new(&context.egui_ctx, settings, dialogs, workspace);
        Ok(Box::new(window) as Box<dyn eframe::App>)
    };
    eframe::run_native("manyi", options, Box::new(start))
        .map_err(|error| RunError::NoDisplay(error.to_string()))
}

/// Windows and macOS always have one; elsewhere the environment says.
fn has_display() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
