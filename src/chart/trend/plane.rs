//! From periods and scores to places on the screen or page.

use super::Dot;
use crate::chart::{Area, Point};

/// Where the drawing area lies and which stretch of time and scores it shows. The window
/// builds one from its zoomed plot, paper from the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    pub area: Area,
    /// Periods since the first at the left and right edge.
    pub across: (f64, f64),
    /// Values at the bottom and top edge.
    pub up: (f64, f64),
}

impl Plane {
    /// The place of a value at a time; beyond the edges when they are outside.
    pub fn at(&self, time: f64, value: f64) -> Point {
        let across = (time - self.across.0) / (self.across.1 - self.across.0);
        let up = (value - self.up.0) / (self.up.1 - self.up.0);
        Point::new(
            self.area.left + across as f32 * self.area.width(),
            self.area.bottom - up as f32 * self.area.height(),
        )
    }

    /// Whether a time lies between the left and right edge.
    pub fn shows(&self, time: f64) -> bool {
        (self.across.0..=self.across.1).contains(&time)
    }

    /// Whether a dot lies within the edges.
    pub fn holds(&self, dot: &Dot) -> bool {
        self.shows(dot.at) && (self.up.0..=self.up.1).contains(&dot.value)
    }

    /// Width of one period.
    pub fn period(&self) -> f32 {
        self.area.width() / (self.across.1 - self.across.0) as f32
    }
}
