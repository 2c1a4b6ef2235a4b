//! A laid-out chart: a handful of plain marks with places and ink roles, which any sink can
//! draw. Knows nothing of what the marks mean.

use super::Ink;

/// A place in logical pixels, x to the right, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

impl Point {
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// Width and height in logical pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

impl Size {
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The area both cover, in square pixels; 0 when they do not touch.
    pub fn overlap(&self, other: &Self) -> f32 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// Larger by `by` on every side.
    pub fn grown(&self, by: f32) -> Self {
        Self::new(
            self.left - by,
            self.top - by,
            self.right + by,
            self.bottom + by,
        )
    }

    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub ink: Ink,
    pub width: f32,
    /// Lengths of dash and gap; `None`: solid.
    pub dash: Option<[f32; 2]>,
}

impl Stroke {
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self {
            ink,
            width,
            dash: None,
        }
    }

    pub const fn dashed(ink: Ink, width: f32, dash: [f32; 2]) -> Self {
        Self {
            ink,
            width,
            dash: Some(dash),
        }
    }
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// On the baseline.
    pub at: Point,
    pub text: String,
    /// In logical pixels.
    pub size: f32,
    pub bold: bool,
    pub anchor: Anchor,
    pub ink: Ink,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    Polyline {
        points: Vec<Point>,
        stroke: Stroke,
    },
    Polygon {
        points: Vec<Point>,
        fill: Ink,
    },
    Rect {
        area: Area,
        radius: f32,
        fill: Ink,
    },
    Circle {
        center: Point,
        radius: f32,
        fill: Ink,
        stroke: Option<Stroke>,
    },
    Text(Text),
}

/// A chart ready to draw: later marks lie on earlier ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub size: Size,
    pub marks: Vec<Mark>,
}

impl Scene {
    pub fn new(size: Size) -> Self {
        Self {
            size,
            marks: Vec::new(),
        }
    }

    /// The texts, in the order they are drawn.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        })
    }

    /// Puts another scene's marks into this one, moved down and to the right.
    pub fn place(&mut self, scene: Self, right: f32, down: f32) {
        let moved = scene.marks.into_iter().map(|mark| mark.moved(right, down));
        self.marks.extend(moved);
    }
}

impl Mark {
    /// The same mark somewhere else.
    pub fn moved(self, right: f32, down: f32) -> Self {
        let shift = |point: Point| Point::new(point.x + right, point.y + down);
        let shift_all = |points: Vec<Point>| points.into_iter().map(shift).collect();
        match self {
            Self::Line { from, to, stroke } => Self::Line {
                from: shift(from),
                to: shift(to),
                stroke,
            },
            Self::Polyline { points, stroke } => Self::Polyline {
                points: shift_all(points),
                stroke,
            },
            Self::Polygon { points, fill } => Self::Polygon {
                points: shift_all(points),
                fill,
            },
            Self::Rect { area, radius, fill } => Self::Rect {
                area: Area::new(
                    area.left + right,
                    area.top + down,
                    area.right + right,
                    area.bottom + down,
                ),
                radius,
                fill,
            },
            Self::Circle {
                center,
                radius,
                fill,
                stroke,
            } => Self::Circle {
                center: shift(center),
                radius,
                fill,
                stroke,
            },
            Self::Text(text) => Self::Text(Text {
                at: shift(text.at),
                ..text
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_overlap_where_both_are() {
        let area = Area::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(area.overlap(&Area::new(5.0, 5.0, 20.0, 20.0)), 25.0);
        assert_eq!(area.overlap(&Area::new(10.0, 0.0, 20.0, 10.0)), 0.0);
        assert!(area.grown(1.0).holds(&area));
    }

    #[test]
    fn placing_moves_every_mark() {
        let mut page = Scene::new(Size::new(100.0, 100.0));
        let mut part = Scene::default();
        part.marks.push(Mark::Polygon {
            points: vec![Point::new(1.0, 2.0)],
            fill: Ink::Band,
        });
        page.place(part, 10.0, 20.0);
        assert_eq!(
            page.marks,
            [Mark::Polygon {
                points: vec![Point::new(11.0, 22.0)],
                fill: Ink::Band,
            }]
        );
    }
}
