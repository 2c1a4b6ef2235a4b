//! One chart as a file of its own size, to be put into other documents.

use serde::Serialize;

use super::press::{Template, print};
use super::{Document, PaperError, svg};
use crate::chart::{Area, Ink, Mark, Scene};
use crate::theme::tokens;

/// Points a logical pixel: charts come out of the size they have on the screen.
const POINTS: f32 = 0.75;

#[derive(Serialize)]
struct FigureData<'a> {
    width: f32,
    height: f32,
    title: &'a str,
    svg: String,
}

/// The scene as SVG in the colours of paper on white ground.
pub(super) fn on_white(scene: &Scene) -> String {
    let mut grounded = Scene::new(scene.size);
    grounded.marks.push(Mark::Rect {
        area: Area::new(0.0, 0.0, scene.size.width, scene.size.height),
        radius: 0.0,
        fill: Ink::Surface,
    });
    grounded.place(scene.clone(), 0.0, 0.0);
    svg(&grounded, &tokens().paper)
}

/// The same as a page of its size. `title` names it to screen readers.
///
/// # Errors
/// [`PaperError::Typeset`].
pub fn figure_page(scene: &Scene, title: &str) -> Result<Document, PaperError> {
    let data = FigureData {
        width: scene.size.width * POINTS,
        height: scene.size.height * POINTS,
        title,
        svg: on_white(scene),
    };
    print(Template::Figure, &data)
}
