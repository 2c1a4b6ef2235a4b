//! The chart in a size.

use super::{Matrix, MatrixPoint, Quarter};
use crate::chart::table::{Column, Style, small};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Stroke, Text};
use crate::theme::tokens;

/// Room above the plot for the name of its axis.
const ABOVE: f32 = 30.0;
/// Room below it for marks and name.
const BELOW: f32 = 44.0;
/// Room at the left of the marks for nothing, and between them and the plot.
const BESIDE: f32 = 8.0;
const DOT: f32 = 4.5;
const DASH: [f32; 2] = [4.0, 3.0];

/// Where values stand.
struct Plane<'a> {
    matrix: &'a Matrix,
    area: Area,
}

impl Plane<'_> {
    fn x(&self, score: f64) -> f32 {
        self.area.left + self.matrix.scores.axis.share(score) * self.area.width()
    }

    fn y(&self, importance: f64) -> f32 {
        self.area.bottom - self.matrix.importances.axis.share(importance) * self.area.height()
    }

    fn at(&self, point: &MatrixPoint) -> Point {
        Point::new(self.x(point.score), self.y(point.importance))
    }
}

impl Matrix {
    /// The chart in a size.
    pub fn layout(&self, size: Size, measure: &Measure) -> Scene {
        let style = Style::small();
        let ticks = self.importances.axis.ticks.iter();
        let widths = ticks.map(|tick| style.width(&tick.label, measure));
        let left = widths.fold(0.0, f32::max) + BESIDE;
        let area = Area::new(left, ABOVE, size.width - BESIDE, size.height - BELOW);
        let plane = Plane { matrix: self, area };
        let mut scene = Scene::new(size);
        self.axes(&plane, &mut scene, measure);
        let mut taken = self.cross(&plane, &mut scene, measure);
        taken.extend(self.points.iter().map(|point| around(plane.at(point))));
        for point in &self.points {
            scene.marks.push(dot(plane.at(point), point));
        }
        for point in &self.points {
            let label = label(&plane, point, &taken, measure);
            if let Some((place, mark)) = label {
                taken.push(place);
                scene.marks.push(mark);
            }
        }
        scene
    }

    fn axes(&self, plane: &Plane<'_>, scene: &mut Scene, measure: &Measure) {
        let style = Style::small();
        let area = &plane.area;
        let line = |from: Point, to: Point, ink: Ink| Mark::Line {
            from,
            to,
            stroke: Stroke::solid(ink, tokens().stroke.hairline),
        };
        for tick in &self.scores.axis.ticks {
            let x = plane.x(tick.at);
            let (top, bottom) = (Point::new(x, area.top), Point::new(x, area.bottom));
            scene.marks.push(line(top, bottom, Ink::Grid));
            let at = Point::new(x, area.bottom + 16.0);
            scene
                .marks
                .push(small(tick.label.clone(), at, Anchor::Middle, Ink::Weak));
        }
        let width = area.left - BESIDE;
        for tick in &self.importances.axis.ticks {
            let y = plane.y(tick.at);
            let (left, right) = (Point::new(area.left, y), Point::new(area.right, y));
            scene.marks.push(line(left, right, Ink::Grid));
            let label = Column::right(width, width);
            scene.marks.push(label.cell(&tick.label, y, style, measure));
        }
        let at = Point::new(area.right, area.bottom + 34.0);
        let name = self.scores.name.clone();
        scene.marks.push(small(name, at, Anchor::End, Ink::Weak));
        let name = self.importances.name.clone();
        let at = Point::new(0.0, area.top - 14.0);
        scene.marks.push(small(name, at, Anchor::Start, Ink::Weak));
    }

    /// The lines that part the quarters with their labels, and the names of the quarters; gives
    /// where texts stand.
    fn cross(&self, plane: &Plane<'_>, scene: &mut Scene, measure: &Measure) -> Vec<Area> {
        let area = &plane.area;
        let (x, y) = (plane.x(self.scores.line), plane.y(self.importances.line));
        let stroke = Stroke::dashed(Ink::Target, 1.0, DASH);
        scene.marks.push(Mark::Line {
            from: Point::new(x, area.top),
            to: Point::new(x, area.bottom),
            stroke,
        });
        scene.marks.push(Mark::Line {
            from: Point::new(area.left, y),
            to: Point::new(area.right, y),
            stroke: Stroke::dashed(Ink::Axis, 1.0, DASH),
        });
        let size = tokens().typography.sizes.small;
        let mut taken = Vec::new();
        let mut write = |words: &str, at: Point, anchor: Anchor, ink: Ink| {
            let width = measure.width(words, size, false);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            taken.push(Area::new(left, at.y - size, left + width, at.y + 3.0));
            scene.marks.push(small(words.to_owned(), at, anchor, ink));
        };
        let at = Point::new(x.clamp(area.left + 30.0, area.right - 30.0), area.top - 6.0);
        write(&self.scores.label, at, Anchor::Middle, Ink::Target);
        let at = Point::new(area.right, y - 4.0);
        write(&self.importances.label, at, Anchor::End, Ink::Weak);
        let (left, right) = (area.left + 6.0, area.right - 6.0);
        let (top, bottom) = (area.top + size + 2.0, area.bottom - 6.0);
        for (quarter, name) in &self.quarters {
            let (at, anchor) = match quarter {
                Quarter::First => (Point::new(left, top), Anchor::Start),
                Quarter::Keep => (Point::new(right, top), Anchor::End),
                Quarter::Later => (Point::new(left, bottom), Anchor::Start),
                Quarter::Enough => (Point::new(right, bottom), Anchor::End),
            };
            // A quarter without width has no room for its name.
            let room = match quarter {
                Quarter::First | Quarter::Later => x - area.left,
                Quarter::Keep | Quarter::Enough => area.right - x,
            };
            if measure.width(name, size, false) + 12.0 <= room {
                write(name, at, anchor, Ink::Text);
            }
        }
        taken
    }
}

fn around(at: Point) -> Area {
    Area::new(at.x, at.y, at.x, at.y).grown(DOT + 1.0)
}

fn dot(center: Point, point: &MatrixPoint) -> Mark {
    let ink = match point.proven {
        true => Ink::Negative,
        false => Ink::Accent,
    };
    Mark::Circle {
        center,
        radius: DOT,
        fill: ink,
        stroke: Some(Stroke::solid(Ink::Surface, 1.0)),
    }
}

/// The code where it covers nothing: right, left, above or below its dot. Where there is no
/// room it is left out; the table has it.
fn label(
    plane: &Plane<'_>,
    point: &MatrixPoint,
    taken: &[Area],
    measure: &Measure,
) -> Option<(Area, Mark)> {
    let size = tokens().typography.sizes.small;
    let bold = point.proven;
    let width = measure.width(&point.code, size, bold);
    let cap = measure.cap_height(size);
    let at = plane.at(point);
    let beside = DOT + 4.0;
    let places = [
        (Point::new(at.x + beside, at.y + cap / 2.0), Anchor::Start),
        (Point::new(at.x - beside, at.y + cap / 2.0), Anchor::End),
        (Point::new(at.x, at.y - beside), Anchor::Middle),
        (Point::new(at.x, at.y + beside + cap), Anchor::Middle),
    ];
    let inside = plane.area.grown(2.0);
    places.into_iter().find_map(|(at, anchor)| {
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        let place = Area::new(left, at.y - cap - 1.0, left + width, at.y + 2.0);
        let free = taken.iter().all(|other| other.overlap(&place) == 0.0);
        let ink = if bold { Ink::Negative } else { Ink::Text };
        (free && inside.holds(&place)).then(|| {
            let text = Text {
                at,
                text: point.code.clone(),
                size,
                bold,
                anchor,
                ink,
            };
            (place, Mark::Text(text))
        })
    })
}
