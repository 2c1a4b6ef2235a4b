//! What is already drawn, so that labels can keep clear of it.

use crate::chart::{Area, Point};

/// Everything a label should not lie on.
#[derive(Default)]
pub(super) struct Room {
    /// Labels: never to be covered.
    taken: Vec<Area>,
    /// Dots.
    dots: Vec<Area>,
    /// Lines, with how much one pixel under a label matters.
    strokes: Vec<(Point, Point, f32)>,
}

impl Room {
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    pub fn dot(&mut self, center: Point, radius: f32) {
        let area = Area::new(center.x, center.y, center.x, center.y);
        self.dots.push(area.grown(radius));
    }

    pub fn stroke(&mut self, from: Point, to: Point, weight: f32) {
        self.strokes.push((from, to, weight));
    }

    /// Whether a label there would lie on another one.
    pub fn is_taken(&self, area: &Area) -> bool {
        self.taken.iter().any(|other| other.overlap(area) > 0.0)
    }

    /// How much of it dots cover.
    pub fn dots_in(&self, area: &Area) -> f32 {
        self.dots.iter().map(|other| other.overlap(area)).sum()
    }

    /// How much of it other labels cover.
    pub fn labels_in(&self, area: &Area) -> f32 {
        self.taken.iter().map(|other| other.overlap(area)).sum()
    }

    /// How bad a label there would look; 0 where nothing else is.
    pub fn cost(&self, area: &Area) -> f32 {
        let strokes: f32 = self
            .strokes
            .iter()
            .map(|(from, to, weight)| inside(*from, *to, area) * weight)
            .sum();
        self.labels_in(area) * 10.0 + self.dots_in(area) * 2.0 + strokes
    }
}

/// Length of the part of a line that lies in an area (Liang–Barsky).
fn inside(from: Point, to: Point, area: &Area) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let mut enter = 0.0_f32;
    let mut leave = 1.0_f32;
    let edges = [
        (-dx, from.x - area.left),
        (dx, area.right - from.x),
        (-dy, from.y - area.top),
        (dy, area.bottom - from.y),
    ];
    for (slope, distance) in edges {
        if slope == 0.0 {
            if distance < 0.0 {
                return 0.0;
            }
        } else if slope < 0.0 {
            enter = enter.max(distance / slope);
        } else {
            leave = leave.min(distance / slope);
        }
    }
    (leave - enter).max(0.0) * dx.hypot(dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_costs_as_much_as_lies_under_the_label() {
        let area = Area::new(0.0, 0.0, 10.0, 10.0);
        let through = |x: f32, y: f32, to_x: f32, to_y: f32| {
            inside(Point::new(x, y), Point::new(to_x, to_y), &area)
        };
        assert_eq!(through(-5.0, 5.0, 15.0, 5.0), 10.0);
        assert_eq!(through(5.0, 5.0, 5.0, 50.0), 5.0);
        assert_eq!(through(-5.0, 11.0, 15.0, 11.0), 0.0);
        assert_eq!(through(20.0, 0.0, 20.0, 10.0), 0.0);
        assert!((through(0.0, 0.0, 10.0, 10.0) - 14.142).abs() < 0.01);
    }
}
