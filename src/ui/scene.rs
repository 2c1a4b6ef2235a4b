//! Paints a laid-out chart, so that the screen shows what paper prints.

use egui::epaint::CircleShape;
use egui::{Align2, Painter, Pos2, Rect, Response, Sense, Shape, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::style::{palette, radius};
use crate::chart::{Anchor, Area, Ink, Mark, Point, Scene, Stroke, Text};
use crate::theme::Palette;

/// Takes the room of the scene and paints it; `name` is what a screen reader says.
pub fn show(ui: &mut Ui, scene: &Scene, name: &str) -> Response {
    let size = vec2(scene.size.width, scene.size.height);
    let (_, rect) = ui.allocate_space(size);
    paint(ui.painter(), rect.min, scene, palette(ui));
    named(ui, rect, name)
}

/// Tells a screen reader of a chart that is painted there; before what can be pressed in it.
pub fn named(ui: &Ui, rect: Rect, name: &str) -> Response {
    let id = ui.scope_id().with(("picture", name));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, name));
    response
}

/// Paints marks whose places are places in the window.
pub fn marks(painter: &Painter, marks: &[Mark], palette: &Palette) {
    painter.extend(shapes(painter, marks, palette));
}

/// The same as shapes; `painter` only lays out text.
pub fn shapes(painter: &Painter, marks: &[Mark], palette: &Palette) -> Vec<Shape> {
    let canvas = Canvas {
        painter,
        origin: Vec2::ZERO,
        palette,
    };
    marks.iter().flat_map(|mark| canvas.mark(mark)).collect()
}

/// Paints it with its top left corner at `origin`.
pub fn paint(painter: &Painter, origin: Pos2, scene: &Scene, palette: &Palette) {
    let canvas = Canvas {
        painter,
        origin: origin.to_vec2(),
        palette,
    };
    // Collected first: laying out text needs what the painter holds while it takes shapes.
    let shapes: Vec<Shape> = scene
        .marks
        .iter()
        .flat_map(|mark| canvas.mark(mark))
        .collect();
    painter.extend(shapes);
}

struct Canvas<'a> {
    painter: &'a Painter,
    origin: Vec2,
    palette: &'a Palette,
}

impl Canvas<'_> {
    fn at(&self, point: Point) -> Pos2 {
        pos2(point.x, point.y) + self.origin
    }

    fn rect(&self, area: &Area) -> Rect {
        Rect::from_min_max(
            self.at(Point::new(area.left, area.top)),
            self.at(Point::new(area.right, area.bottom)),
        )
    }

    fn ink(&self, ink: Ink) -> egui::Color32 {
        ink.color(self.palette).into()
    }

    /// A dashed line is several shapes.
    fn mark(&self, mark: &Mark) -> Vec<Shape> {
        match mark {
            Mark::Line { from, to, stroke } => self.line(&[*from, *to], stroke),
            Mark::Polyline { points, stroke } => self.line(points, stroke),
            Mark::Polygon { points, fill } => self.polygon(points, *fill),
            Mark::Rect {
                area,
                radius: corner,
                fill,
            } => {
                let (rect, fill) = (self.rect(area), self.ink(*fill));
                vec![Shape::rect_filled(rect, radius(*corner), fill)]
            }
            Mark::Circle {
                center,
                radius,
                fill,
                stroke,
            } => vec![Shape::Circle(CircleShape {
                center: self.at(*center),
                radius: *radius,
                fill: self.ink(*fill),
                stroke: stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(&stroke)),
            })],
            Mark::Text(text) => vec![self.text(text)],
        }
    }

    fn stroke(&self, stroke: &Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width, self.ink(stroke.ink))
    }

    fn line(&self, points: &[Point], stroke: &Stroke) -> Vec<Shape> {
        let places: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        let pen = self.stroke(stroke);
        match stroke.dash {
            Some([dash, gap]) => Shape::dashed_line(&places, pen, dash, gap),
            None => vec![Shape::line(places, pen)],
        }
    }

    /// Filled as a band between its upper and lower edge would be: egui fills only convex
    /// shapes, so a polygon is cut into triangles.
    fn polygon(&self, points: &[Point], fill: Ink) -> Vec<Shape> {
        let places: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        let color = self.ink(fill);
        let mut mesh = egui::Mesh::default();
        for place in &places {
            mesh.colored_vertex(*place, color);
        }
        for [a, b, c] in triangles(&places) {
            mesh.add_triangle(a, b, c);
        }
        // A mesh ends in steps; a line along its edge is drawn smooth.
        let edge = Shape::closed_line(places, egui::Stroke::new(1.0, color));
        vec![Shape::mesh(mesh), edge]
    }

    fn text(&self, text: &Text) -> Shape {
        let family = if text.bold {
            super::style::Face::Section.font().family
        } else {
            super::style::Face::Body.font().family
        };
        let font = egui::FontId::new(text.size, family);
        let color = self.ink(text.ink);
        let galley = self.painter.layout_no_wrap(text.text.clone(), font, color);
        let baseline = galley
            .rows
            .first()
            .and_then(|row| row.glyphs.first())
            .map_or(text.size, |glyph| glyph.pos.y);
        let left = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => galley.size().x / 2.0,
            Anchor::End => galley.size().x,
        };
        let at = self.at(text.at) - vec2(left, baseline);
        let place = Align2::LEFT_TOP.anchor_size(at, galley.size());
        Shape::galley(place.min, galley, color)
    }
}

/// Cuts a simple polygon into triangles, ear by ear. Charts have a dozen corners at most.
fn triangles(corners: &[Pos2]) -> Vec<[u32; 3]> {
    let mut left: Vec<u32> = (0..u32::try_from(corners.len()).unwrap_or(0)).collect();
    let at = |corner: u32| corners.get(corner as usize).copied().unwrap_or_default();
    let turn = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let area: f32 = (0..corners.len())
        .map(|corner| {
            let (a, b) = (corners[corner], corners[(corner + 1) % corners.len()]);
            a.x * b.y - b.x * a.y
        })
        .sum();
    let mut cut = Vec::new();
    while left.len() > 2 {
        let ear = (0..left.len()).find(|ear| {
            let before = left[(ear + left.len() - 1) % left.len()];
            let tip = left[*ear];
            let after = left[(ear + 1) % left.len()];
            let (a, b, c) = (at(before), at(tip), at(after));
            let convex = turn(a, b, c) * area.signum() >= 0.0;
            let inside = |p: Pos2| {
                [turn(a, b, p), turn(b, c, p), turn(c, a, p)]
                    .iter()
                    .all(|turn| turn * area.signum() >= 0.0)
            };
            convex
                && !left
                    .iter()
                    .filter(|other| ![before, tip, after].contains(other))
                    .any(|other| inside(at(*other)))
        });
        // A polygon that crosses itself has no ear left: any corner will do.
        let ear = ear.unwrap_or(0);
        let before = left[(ear + left.len() - 1) % left.len()];
        let after = left[(ear + 1) % left.len()];
        cut.push([before, left[ear], after]);
        left.remove(ear);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(corners: &[Pos2], cut: &[[u32; 3]]) -> f32 {
        cut.iter()
            .map(|[a, b, c]| {
                let [a, b, c] = [a, b, c].map(|corner| corners[*corner as usize]);
                ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs() / 2.0
            })
            .sum()
    }

    #[test]
    fn a_hollow_polygon_is_filled_and_nothing_else() {
        // An L of area 3, once each way round.
        let corners = [(0., 0.), (2., 0.), (2., 1.), (1., 1.), (1., 2.), (0., 2.)];
        let mut corners = corners.map(|(x, y)| pos2(x, y)).to_vec();
        assert_eq!(area(&corners, &triangles(&corners)), 3.0);
        corners.reverse();
        assert_eq!(area(&corners, &triangles(&corners)), 3.0);
        // A band that is flat at one end.
        let band = [(0., 0.), (1., 0.), (2., 1.), (2., 2.), (1., 1.), (0., 1.)];
        let band = band.map(|(x, y)| pos2(x, y));
        assert_eq!(area(&band, &triangles(&band)), 2.0);
        assert_eq!(triangles(&[]).len(), 0);
    }
}
