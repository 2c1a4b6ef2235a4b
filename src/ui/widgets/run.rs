//! Words in a row with icons before and behind them, measured before it is known where they
//! stand.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Ui, pos2};

use super::icon::{self, Icon};
use super::text;
use crate::ui::style::Face;

/// Things in a row.
#[derive(Default)]
pub(super) struct Run {
    parts: Vec<Part>,
    width: f32,
}

enum Part {
    Icon(Icon, f32),
    Words(Arc<Galley>),
    /// The same in an ink of its own.
    Inked(Arc<Galley>, Color32),
    Gap(f32),
}

impl Run {
    /// An icon with air behind it.
    pub fn before(mut self, icon: Option<Icon>, size: f32, gap: f32) -> Self {
        if let Some(icon) = icon {
            self.parts.extend([Part::Icon(icon, size), Part::Gap(gap)]);
            self.width += size + gap;
        }
        self
    }

    /// An icon with air before it.
    pub fn behind(mut self, icon: Option<Icon>, size: f32, gap: f32) -> Self {
        if let Some(icon) = icon {
            self.parts.extend([Part::Gap(gap), Part::Icon(icon, size)]);
            self.width += size + gap;
        }
        self
    }

    /// Words in the ink of the row.
    pub fn words(mut self, ui: &Ui, face: Face, words: &str) -> Self {
        let galley = text::galley(ui, face, Color32::PLACEHOLDER, words, f32::INFINITY);
        self.width += galley.size().x;
        self.parts.push(Part::Words(galley));
        self
    }

    /// Words in an ink of their own with air before them, if there are any.
    pub fn aside(
        mut self,
        ui: &Ui,
        (face, ink): (Face, impl Into<Color32>),
        words: Option<&str>,
        gap: f32,
    ) -> Self {
        if let Some(words) = words {
            let ink = ink.into();
            let galley = text::galley(ui, face, ink, words, f32::INFINITY);
            self.width += gap + galley.size().x;
            self.parts
                .extend([Part::Gap(gap), Part::Inked(galley, ink)]);
        }
        self
    }

    pub fn width(&self) -> f32 {
        self.width
    }

    /// Paints it from its left end on, in the middle of a line.
    pub fn paint(self, ui: &Ui, left_middle: Pos2, ink: impl Into<Color32>) {
        let (ink, middle) = (ink.into(), left_middle.y);
        let mut x = left_middle.x;
        for part in self.parts {
            match part {
                Part::Gap(gap) => x += gap,
                Part::Icon(icon, size) => {
                    let centre = pos2(x + size / 2.0, middle);
                    icon::paint(ui.painter(), centre, icon, size, ink);
                    x += size;
                }
                Part::Words(galley) => x += words(ui, pos2(x, middle), galley, ink),
                Part::Inked(galley, ink) => x += words(ui, pos2(x, middle), galley, ink),
            }
        }
    }
}

fn words(ui: &Ui, left_middle: Pos2, galley: Arc<Galley>, ink: Color32) -> f32 {
    let size = galley.size();
    let at = pos2(left_middle.x, left_middle.y - size.y / 2.0);
    ui.painter().galley(at, galley, ink);
    size.x
}
