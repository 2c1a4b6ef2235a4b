//! One figure on its own axis: the index at the head of the page, or one segment of many.

use super::row::{Track, target_mark};
use super::{Axis, Dots};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Stroke, Text};
use crate::theme::tokens;

/// A figure, its interval and the target on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Gauge {
    pub axis: Axis,
    /// Its value and its words; empty words are not shown.
    pub target: Option<(f64, String)>,
    /// A thin upright line, e.g. the figure of all customers.
    pub reference: Option<f64>,
    pub dots: Dots,
}

/// From the track up to the end of the target mark, and half of it down.
const TARGET_UP: f32 = 22.0;

/// Kept free at both ends for labels that are centred there.
const ENDS: f32 = 12.0;

impl Gauge {
    /// Height of [`Gauge::layout`].
    pub const HEIGHT: f32 = 68.0;

    /// With the words of the target above and the marks of the axis below.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let size = tokens().chart.label;
        let track = Track {
            left: ENDS,
            right: width - ENDS,
        };
        let y = 38.0;
        let mut scene = Scene::new(Size::new(width, Self::HEIGHT));
        scene.marks = self.marks(Area::new(track.left, y - 18.0, track.right, y + 18.0));
        if let Some((target, words)) = &self.target {
            let wide = measure.width(words, size, false);
            let x = track.at(&self.axis, *target) + 5.0;
            scene.marks.push(Mark::Text(Text {
                at: Point::new(x.min(width - wide).max(0.0), y - TARGET_UP + 3.0),
                text: words.clone(),
                size,
                bold: false,
                anchor: Anchor::Start,
                ink: Ink::Target,
            }));
        }
        scene.marks.extend(self.scale(track, y + 23.0, measure));
        scene
    }

    /// The axis with its marks, target, reference and dots, midway in a cell.
    pub fn marks(&self, cell: Area) -> Vec<Mark> {
        let track = Track {
            left: cell.left,
            right: cell.right,
        };
        let y = (cell.top + cell.bottom) / 2.0;
        let sizes = &tokens().chart;
        let line = |from: (f32, f32), to: (f32, f32), stroke| Mark::Line {
            from: Point::new(from.0, from.1),
            to: Point::new(to.0, to.1),
            stroke,
        };
        let axis = Stroke::solid(Ink::LineStrong, sizes.axis);
        let mut marks = vec![line((track.left, y), (track.right, y), axis)];
        for tick in &self.axis.ticks {
            let x = track.at(&self.axis, tick.at);
            marks.push(line((x, y - 3.0), (x, y + 3.0), axis));
        }
        if let Some(reference) = self.reference {
            let x = track.at(&self.axis, reference);
            let stroke = Stroke::solid(Ink::Weak, sizes.axis);
            marks.push(line((x, y - 12.0), (x, y + 6.0), stroke));
        }
        if let Some((target, _)) = &self.target {
            let x = track.at(&self.axis, *target);
            marks.push(target_mark(x, y - TARGET_UP + 2.0, y + 8.0));
        }
        marks.extend(self.dots.marks(&self.axis, None, cell, true));
        marks
    }

    /// The labels of the axis.
    pub fn scale(&self, track: Track, baseline: f32, measure: &Measure) -> Vec<Mark> {
        track.labels(&self.axis, baseline, measure)
    }
}
