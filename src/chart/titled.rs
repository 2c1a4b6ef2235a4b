//! A scene with its title, for pictures that stand alone.

use super::{Anchor, Ink, Mark, Measure, Point, Scene, Size, Text};
use crate::theme::tokens;

/// Around the whole picture.
const MARGIN: f32 = 24.0;

/// Lines a title may take.
const LINES: usize = 2;

impl Scene {
    /// The scene under a title and a weak line, with a margin around.
    pub fn titled(self, title: &str, subtitle: &str) -> Self {
        let measure = Measure::shared();
        let sizes = &tokens().typography.sizes;
        let heights = &tokens().typography.line_heights;
        let width = self.size.width;
        let mut top = MARGIN;
        let mut marks = Vec::new();
        let mut write = |text: &str, size: f32, bold: bool, ink: Ink, height: f32, lines: usize| {
            for line in measure.wrap(text, width, size, bold, lines) {
                marks.push(Mark::Text(Text {
                    at: Point::new(MARGIN, top + size),
                    text: line,
                    size,
                    bold,
                    anchor: Anchor::Start,
                    ink,
                }));
                top += height;
            }
        };
        if !title.is_empty() {
            write(
                title,
                sizes.heading,
                true,
                Ink::Text,
                heights.heading,
                LINES,
            );
        }
        if !subtitle.is_empty() {
            write(
                subtitle,
                sizes.small,
                false,
                Ink::Weak,
                heights.small,
                LINES,
            );
        }
        let top = top + MARGIN / 2.0;
        let size = Size::new(width + 2.0 * MARGIN, top + self.size.height + MARGIN);
        let mut scene = Self { size, marks };
        scene.place(self, MARGIN, top);
        scene
    }
}
