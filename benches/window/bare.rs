//! A window with nothing in it, as the library's own example makes it.

use std::error::Error;

use eframe::{NativeOptions, Renderer};

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

/// Shows it until it is closed.
pub fn run() -> Result<(), Box<dyn Error>> {
    let options = NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: Renderer::Glow,
        ..NativeOptions::default()
    };
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Bare))))?;
    Ok(())
}
