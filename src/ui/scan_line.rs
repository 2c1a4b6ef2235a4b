//! Lines of scanned forms as pictures: asked for where they are drawn, shown once they came.
//!
//! Knows no scan: what a line looks like is cut out elsewhere.

use std::collections::VecDeque;

use egui::accesskit::Role;
use egui::load::SizedTexture;
use egui::{CornerRadius, Image, Sense, Stroke, StrokeKind, TextureHandle, Ui, WidgetInfo, vec2};

use super::style::palette;
use super::widgets::text;
use super::{Action, Cx};
use crate::model::{LineageId, ReturnId, SCAN};
use crate::tr;

/// Pictures that are kept.
const KEPT: usize = 64;
/// Pictures that are waited for at once: the shown card comes before those far below it.
const WAITED: usize = 2;
/// What a line takes while it is not there yet, and the least it takes, in points.
const HEIGHT: f32 = 34.0;

/// What a return says to an item.
pub type LineKey = (ReturnId, LineageId);

/// The pictures there are; `None` for a line no scan shows any more.
#[derive(Default)]
pub struct ScanLines {
    known: VecDeque<(LineKey, Option<TextureHandle>)>,
    waited: Vec<LineKey>,
}

impl std::fmt::Debug for ScanLines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ScanLines")
            .field("waited", &self.waited)
            .finish_non_exhaustive()
    }
}

impl ScanLines {
    /// True when it is to be fetched now.
    pub fn ask(&mut self, line: LineKey) -> bool {
        let wanted =
            self.get(line).is_none() && !self.waited.contains(&line) && self.waited.len() < WAITED;
        if wanted {
            self.waited.push(line);
        }
        wanted
    }

    /// It came, or does not come.
    pub fn take(&mut self, line: LineKey, picture: Option<TextureHandle>) {
        self.waited.retain(|it| *it != line);
        self.known.retain(|(it, _)| *it != line);
        if self.known.len() == KEPT {
            self.known.pop_front();
        }
        self.known.push_back((line, picture));
    }

    fn get(&self, line: LineKey) -> Option<&Option<TextureHandle>> {
        let mut known = self.known.iter();
        known
            .find(|(it, _)| *it == line)
            .map(|(_, picture)| picture)
    }
}

/// Draws what a return says to an item as it stands on the scan; nothing for a return that was
/// not scanned.
pub fn scan_line(ui: &mut Ui, cx: &Cx<'_>, returned: ReturnId, item: LineageId) {
    let of_return = cx.view.and_then(|view| {
        let mut returns = view.returns.returns.iter();
        returns.find(|it| it.id == returned)
    });
    let import = of_return.and_then(|it| cx.data.import(it.import));
    if import.is_none_or(|it| it.platform != SCAN) {
        return;
    }
    let line = (returned, item);
    let width = ui.available_width();
    match cx.lines.get(line) {
        Some(Some(picture)) => {
            let size = picture.size_vec2();
            let shown = vec2(width, (size.y * width / size.x.max(1.0)).max(1.0));
            let (rect, response) = ui.allocate_exact_size(shown, Sense::hover());
            let words = tr!(cx.language, "scan-line");
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.as_str()));
            if ui.is_rect_visible(rect) {
                Image::from_texture(SizedTexture::new(picture.id(), shown))
                    .corner_radius(3)
                    .paint_at(ui, rect);
                let stroke = Stroke::new(1.0, palette(ui).line);
                let painter = ui.painter();
                painter.rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Inside);
            }
            let whole = Image::from_texture(SizedTexture::new(picture.id(), size / 1.5));
            response.on_hover_ui(|ui| {
                ui.add(whole);
            });
        }
        Some(None) => {
            text::weak(ui, tr!(cx.language, "scan-line-gone"));
        }
        None => {
            let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
            if ui.is_rect_visible(rect) {
                let fill = palette(ui).surface;
                ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
                cx.ask(Action::ScanLine(returned, item));
            }
        }
    }
    ui.add_space(6.0);
}
