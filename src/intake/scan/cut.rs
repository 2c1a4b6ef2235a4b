//! A part of a page as a picture to be looked at.

use super::picture::Picture;
use super::plane::Plane;
use crate::model::PaperArea;

/// A part of a page, upright and in its own colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue, row by row.
    pub rgb: Vec<u8>,
}

/// The area of a page that lies on its picture so, with `scale` pixels a point.
pub fn cut(picture: &Picture, plane: &Plane, area: PaperArea, scale: f32) -> Cut {
    let pixels = |points: f32| (points * scale).ceil().max(1.0) as usize;
    let (width, height) = (pixels(area.width()), pixels(area.height()));
    let mut rgb = Vec::with_capacity(width * height * 3);
    for row in 0..height {
        for column in 0..width {
            let place = |from: f32, at: usize| f64::from(from + (at as f32 + 0.5) / scale);
            let at = plane.at(place(area.left, column), place(area.top, row));
            rgb.extend(picture.color_at(at.x, at.y));
        }
    }
    Cut { width, height, rgb }
}
