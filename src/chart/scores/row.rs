//! What is drawn in one row: on paper, in the picture of the table and in the table on the
//! screen alike.

use super::Dots;
use crate::chart::{Anchor, Area, Axis, Ink, Mark, Measure, Point, Stroke, Text};
use crate::theme::tokens;

/// How an inline chart lies in its cell: values run from `left` to `right`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    pub left: f32,
    pub right: f32,
}

impl Track {
    /// The place across of a value.
    pub fn at(&self, axis: &Axis, value: f64) -> f32 {
        self.left + axis.share(value) * (self.right - self.left)
    }

    /// The labels of the axis, those that have room.
    pub fn labels(&self, axis: &Axis, baseline: f32, measure: &Measure) -> Vec<Mark> {
        let size = tokens().chart.label;
        let mut free = f32::MIN;
        let mut marks = Vec::new();
        for tick in &axis.ticks {
            let x = self.at(axis, tick.at);
            let half = measure.width(&tick.label, size, false) / 2.0;
            if x - half < free {
                continue;
            }
            free = x + half + 8.0;
            marks.push(Mark::Text(Text {
                at: Point::new(x, baseline),
                text: tick.label.clone(),
                size,
                bold: false,
                anchor: Anchor::Middle,
                ink: Ink::Weak,
            }));
        }
        marks
    }
}

impl Dots {
    /// The marks of one row in its cell. Dots lie midway between top and bottom; the target
    /// runs from top to bottom, so that rows under each other show one line.
    pub fn marks(&self, axis: &Axis, target: Option<f64>, cell: Area, main: bool) -> Vec<Mark> {
        let track = Track {
            left: cell.left,
            right: cell.right,
        };
        let middle = (cell.top + cell.bottom) / 2.0;
        let mut marks = Vec::new();
        if let Some(target) = target {
            marks.push(target_mark(track.at(axis, target), cell.top, cell.bottom));
        }
        if self.each.is_empty() {
            marks.extend(self.summary(axis, track, middle, main));
        } else {
            marks.extend(each(&self.each, axis, track, cell));
        }
        marks
    }

    fn summary(&self, axis: &Axis, track: Track, y: f32, main: bool) -> Vec<Mark> {
        let (sizes, dots) = (&tokens().chart, &tokens().dot);
        let mut marks = Vec::new();
        if let (Some(low), Some(high)) = (self.low, self.high) {
            marks.push(Mark::Line {
                from: Point::new(track.at(axis, low), y),
                to: Point::new(track.at(axis, high), y),
                stroke: Stroke::solid(Ink::Accent, sizes.interval_line),
            });
        }
        if let Some(previous) = self.previous {
            marks.push(hollow(
                Point::new(track.at(axis, previous), y),
                dots.previous,
                Ink::Weak,
            ));
        }
        if let Some(score) = self.score {
            let diameter = if main {
                dots.interval_point
            } else {
                dots.interval_point_child
            };
            marks.push(Mark::Circle {
                center: Point::new(track.at(axis, score), y),
                radius: diameter / 2.0,
                fill: Ink::Accent,
                stroke: None,
            });
        }
        marks
    }
}

/// A hollow dot.
pub(super) fn hollow(center: Point, diameter: f32, ink: Ink) -> Mark {
    let width = tokens().stroke.hairline;
    Mark::Circle {
        center,
        radius: diameter / 2.0,
        fill: Ink::Surface,
        stroke: Some(Stroke::solid(ink, width)),
    }
}

pub(super) fn target_mark(x: f32, top: f32, bottom: f32) -> Mark {
    let sizes = &tokens().chart;
    Mark::Line {
        from: Point::new(x, top),
        to: Point::new(x, bottom),
        stroke: Stroke::dashed(Ink::Target, sizes.target_line, [3.0, 3.0]),
    }
}

/// One hollow dot a customer; equal values stand on each other.
fn each(values: &[f64], axis: &Axis, track: Track, cell: Area) -> Vec<Mark> {
    let diameter = tokens().dot.one_customer;
    let mut placed: Vec<(f32, usize)> = Vec::new();
    for value in values {
        let x = track.at(axis, *value);
        let near = |other: &&(f32, usize)| (other.0 - x).abs() < diameter;
        let level = placed.iter().filter(near).count();
        placed.push((x, level));
    }
    let most = placed.iter().map(|(_, level)| *level).max().unwrap_or(0) as f32;
    let base = (cell.top + cell.bottom) / 2.0;
    let above = base - cell.top - diameter / 2.0 - 1.0;
    let step = (above / most.max(1.0)).min(diameter);
    placed
        .into_iter()
        .map(|(x, level)| {
            let center = Point::new(x, base - level as f32 * step);
            hollow(center, diameter, Ink::Accent)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell() -> Area {
        Area::new(100.0, 0.0, 300.0, 36.0)
    }

    #[test]
    fn a_row_shows_interval_dot_and_the_wave_before() {
        let dots = Dots {
            score: Some(50.0),
            low: Some(40.0),
            high: Some(120.0),
            previous: Some(60.0),
            each: Vec::new(),
        };
        let marks = dots.marks(&Axis::full(), Some(85.0), cell(), true);
        assert_eq!(marks.len(), 4);
        let Mark::Line { from, to, .. } = marks[1] else {
            panic!("{marks:?}")
        };
        assert_eq!((from.x, to.x, from.y), (180.0, 300.0, 18.0));
        assert!(
            Dots::default()
                .marks(&Axis::full(), None, cell(), true)
                .is_empty()
        );
    }

    #[test]
    fn few_customers_are_dots_on_each_other_inside_the_cell() {
        let dots = Dots {
            score: Some(60.0),
            each: vec![60.0, 60.0, 60.0, 60.0],
            ..Dots::default()
        };
        let marks = dots.marks(&Axis::full(), None, cell(), true);
        assert_eq!(marks.len(), 4);
        let mut heights = Vec::new();
        for mark in &marks {
            let Mark::Circle { center, radius, .. } = mark else {
                panic!("{mark:?}")
            };
            assert!(center.y - radius >= 0.0 && center.y + radius <= 36.0);
            heights.push(center.y);
        }
        heights.dedup();
        assert_eq!(heights.len(), 4);
    }
}
