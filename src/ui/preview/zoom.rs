//! How large pages are shown.

use egui::Ui;

use crate::i18n::Language;
use crate::tr;
use crate::ui::widgets::{Button, icons};

/// Logical pixels a point at 100 %: 96 to the inch.
pub const FULL: f32 = 96.0 / 72.0;

/// What the buttons step through.
const RUNGS: [f32; 7] = [0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0];

/// As large as chosen; until then as wide as fits, at most 100 %.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zoom {
    chosen: Option<f32>,
    /// What fits, as the last frame found it.
    fitting: f32,
}

impl Zoom {
    /// Share of 100 %.
    pub fn factor(self) -> f32 {
        self.chosen.unwrap_or(self.fitting.clamp(0.25, 1.0))
    }

    /// Buttons that step through, and one between them that goes back to what fits.
    pub fn buttons(&mut self, ui: &mut Ui, language: Language) {
        let (smaller, larger) = (self.next_smaller().is_some(), self.next_larger().is_some());
        let button = Button::icon_only(icons::ICON_REMOVE, tr!(language, "review-smaller"));
        if ui.add_enabled(smaller, button).clicked() {
            self.smaller();
        }
        let percent = format!("{:.0}%", self.factor() * 100.0);
        let fit = Button::quiet(percent).tip(tr!(language, "review-fit"));
        if ui.add(fit.width(64.0).small()).clicked() {
            self.fit();
        }
        let button = Button::icon_only(icons::ICON_ADD, tr!(language, "review-larger"));
        if ui.add_enabled(larger, button).clicked() {
            self.larger();
        }
    }

    /// There is room for a page that wide, both in logical pixels at 100 %.
    pub fn fits(&mut self, room: f32, page: f32) {
        self.fitting = room / page.max(1.0);
    }

    fn fit(&mut self) {
        self.chosen = None;
    }

    fn larger(&mut self) {
        self.chosen = self.next_larger().or(self.chosen);
    }

    fn smaller(&mut self) {
        self.chosen = self.next_smaller().or(self.chosen);
    }

    fn next_larger(self) -> Option<f32> {
        let now = self.factor();
        RUNGS.into_iter().find(|rung| *rung > now + 0.01)
    }

    fn next_smaller(self) -> Option<f32> {
        let now = self.factor();
        RUNGS.into_iter().rev().find(|rung| *rung < now - 0.01)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_begin_where_the_page_fits() {
        let mut zoom = Zoom::default();
        zoom.fits(640.0, 800.0);
        assert!((zoom.factor() - 0.8).abs() < 1e-6);
        zoom.larger();
        assert_eq!(zoom.factor(), 1.0);
        for _ in 0..9 {
            zoom.larger();
        }
        assert_eq!(zoom.factor(), 3.0);
        for _ in 0..9 {
            zoom.smaller();
        }
        assert_eq!((zoom.factor(), zoom.next_smaller()), (0.5, None));
        zoom.fit();
        zoom.fits(2000.0, 800.0);
        assert_eq!(zoom.factor(), 1.0, "no page is blown up to fit");
    }
}
