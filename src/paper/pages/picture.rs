//! Scenes on a page.

use serde::Serialize;

use crate::chart::{Scene, Size};
use crate::paper::svg;
use crate::theme::tokens;

/// A scene as SVG and how large it stands on the page, in points.
#[derive(Serialize)]
pub(super) struct Picture {
    svg: String,
    width: f32,
    height: f32,
    /// What it shows, for screen readers.
    alt: String,
}

/// A scene at the scale of paper.
pub(super) fn picture(scene: &Scene, alt: &str) -> Picture {
    Picture {
        svg: svg(scene, &tokens().paper),
        width: points(scene.size.width),
        height: points(scene.size.height),
        alt: alt.to_owned(),
    }
}

/// Points a logical pixel: a chart's labels come out at the size paper has for them.
fn scale() -> f32 {
    tokens().paper_type_pt.chart_label / tokens().chart.label
}

/// Points on paper of a length in a scene.
pub(super) fn points(pixels: f32) -> f32 {
    pixels * scale()
}

/// The length in a scene that is so many points on paper.
pub(super) fn px(points: f32) -> f32 {
    points / scale()
}

/// A scene of the size of a cell on paper.
pub(super) fn cell(width: f32, height: f32) -> Scene {
    Scene::new(Size::new(px(width), px(height)))
}
