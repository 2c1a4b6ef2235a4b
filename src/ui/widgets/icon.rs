//! Icons, centred by what is seen of them. The only file that names the icon crate beside
//! `style`.

use egui::{Color32, FontId, Painter, Pos2, Response, Sense, Ui, vec2};
pub use egui_material_icons::MaterialIcon as Icon;
pub use egui_material_icons::icons;

/// Paints an icon with its middle at `centre`.
pub fn paint(painter: &Painter, centre: Pos2, icon: Icon, size: f32, color: impl Into<Color32>) {
    let color = color.into();
    let font = FontId::new(size, icon.font_family());
    let galley = painter.layout_no_wrap(icon.codepoint.to_owned(), font, color);
    let seen = galley.mesh_bounds.center();
    // Every glyph of the font is drawn on one square: across, its advance is the square.
    let middle = vec2(galley.size().x / 2.0, seen.y);
    let at = (centre - middle).round();
    painter.galley(at, galley, color);
}

/// An icon that only accompanies words, so that it has no name of its own.
pub fn show(ui: &mut Ui, icon: Icon, size: f32, color: impl Into<Color32>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    paint(ui.painter(), rect.center(), icon, size, color);
    response
}
