//! The head of the score page as a scene, for pictures that stand alone.

use super::index::Standing;
use crate::chart::{Anchor, Gauge, Ink, Mark, Measure, Point, Scene, Size, Text};
use crate::theme::tokens;

/// Height of the head, in logical pixels.
const HEIGHT: f32 = 104.0;

/// Width of the gauge, and room between the parts.
const GAUGE: f32 = 360.0;
const GAP: f32 = 40.0;

/// From fact to fact.
const LINE: f32 = 22.0;

impl Standing {
    /// Label, number and interval at the left, the gauge in the middle, the facts beside it.
    pub fn scene(&self, width: f32, measure: &Measure) -> Scene {
        let sizes = &tokens().typography.sizes;
        let mut scene = Scene::new(Size::new(width, HEIGHT));
        let mut write = |at: (f32, f32), text: &str, size: f32, bold: bool, ink: Ink| {
            scene.marks.push(Mark::Text(Text {
                at: Point::new(at.0, at.1),
                text: text.to_owned(),
                size,
                bold,
                anchor: Anchor::Start,
                ink,
            }));
            at.0 + measure.width(text, size, bold)
        };
        let ends = [
            write((0.0, 14.0), &self.label, sizes.table, false, Ink::Weak),
            write((0.0, 58.0), &self.value, sizes.figure, true, Ink::Text),
            write((0.0, 82.0), &self.interval, sizes.table, false, Ink::Weak),
        ];
        let gauge = ends.into_iter().fold(0.0, f32::max) + GAP;
        let facts = gauge + GAUGE + GAP;
        let widest = |of: fn(&super::index::Fact) -> &String, bold: bool| {
            let widths = self
                .facts
                .iter()
                .map(|fact| measure.width(of(fact), sizes.table, bold));
            widths.fold(0.0, f32::max)
        };
        let values = facts + widest(|fact| &fact.label, false) + 14.0;
        let notes = values + widest(|fact| &fact.value, true) + 10.0;
        for (at, fact) in self.facts.iter().enumerate() {
            let y = 18.0 + at as f32 * LINE;
            write((facts, y), &fact.label, sizes.table, false, Ink::Weak);
            write((values, y), &fact.value, sizes.table, true, Ink::Text);
            let note = measure.fit(&fact.note, width - notes, sizes.small, false);
            write((notes, y), &note, sizes.small, false, Ink::Weak);
        }
        let top = (HEIGHT - Gauge::HEIGHT) / 2.0 - 8.0;
        scene.place(self.gauge.layout(GAUGE, measure), gauge, top);
        scene
    }
}
