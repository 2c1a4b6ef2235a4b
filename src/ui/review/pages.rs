//! The middle: one page as it will be printed, and what turns and enlarges it.

use egui::accesskit::Role;
use egui::emath::GuiRounding;
use egui::load::SizedTexture;
use egui::{
    Align, Image, Layout, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::zoom::{FULL, Zoom};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, icons, note, panel, progress, text};
use crate::ui::{Action, Cx, ReviewAction};

/// A4 upright in points, while no page is known.
const A4: Vec2 = vec2(595.28, 841.89);

/// Kept in sight above a heading, in points.
const ABOVE: f32 = 12.0;

/// How many pages there are; 0 while none is laid out.
pub(super) fn count(cx: &Cx<'_>) -> usize {
    let laid = cx.preview.laid.as_ref();
    laid.map_or(0, |(_, laid)| laid.pages.len())
}

/// The bar over the page.
pub(super) fn head(ui: &mut Ui, cx: &Cx<'_>, page: &mut usize, zoom: &mut Zoom) {
    let size = page_size(cx, *page);
    let gaps = 2.0 * tokens().space.panel_margin;
    zoom.fits(ui.available_width() - gaps, size.x * FULL);
    let height = tokens().height.section_header;
    panel::bar(ui, "review head", height, |ui| {
        let title = tr!(cx.language, "review-title");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            zoomed(ui, cx, zoom);
            ui.add_space(tokens().space.control_gap);
            panel::divider(ui);
            ui.add_space(tokens().space.control_gap);
            turned(ui, cx, page);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let color = palette(ui).text;
                text::line(ui, crate::ui::style::Face::Section, color, title);
            });
        });
    });
}

/// From the right edge.
fn zoomed(ui: &mut Ui, cx: &Cx<'_>, zoom: &mut Zoom) {
    let larger = Button::icon_only(icons::ICON_ADD, tr!(cx.language, "review-larger"));
    if ui
        .add_enabled(zoom.next_larger().is_some(), larger)
        .clicked()
    {
        zoom.larger();
    }
    let percent = format!("{:.0}%", zoom.factor() * 100.0);
    let fit = Button::quiet(percent).tip(tr!(cx.language, "review-fit"));
    if ui.add(fit.width(64.0).small()).clicked() {
        zoom.fit();
    }
    let smaller = Button::icon_only(icons::ICON_REMOVE, tr!(cx.language, "review-smaller"));
    if ui
        .add_enabled(zoom.next_smaller().is_some(), smaller)
        .clicked()
    {
        zoom.smaller();
    }
}

/// From the right edge.
fn turned(ui: &mut Ui, cx: &Cx<'_>, page: &mut usize) {
    let pages = count(cx);
    if pages == 0 {
        return;
    }
    let next = tr!(cx.language, "review-next");
    let next = Button::icon_only(icons::ICON_CHEVRON_RIGHT, next).key("Page Down");
    if ui.add_enabled(*page + 1 < pages, next).clicked() {
        *page += 1;
    }
    let words = tr!(
        cx.language,
        "review-page",
        page = (*page + 1),
        pages = pages
    );
    text::body(ui, words);
    let previous = tr!(cx.language, "review-previous");
    let previous = Button::icon_only(icons::ICON_CHEVRON_LEFT, previous).key("Page Up");
    if ui.add_enabled(*page > 0, previous).clicked() {
        *page -= 1;
    }
}

/// The page on the desk, moved to `jump` if that is given. The wish is another picture of it.
pub(super) fn pages(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: usize,
    zoom: &Zoom,
    jump: Option<f32>,
) -> Option<Action> {
    panel::work(ui, |ui| {
        let desk = ui.max_rect();
        ui.painter().rect_filled(desk, 0.0, palette(ui).desk);
        let failed = failed(ui, cx);
        let size = page_size(cx, page) * FULL * zoom.factor();
        let gap = tokens().space.panel_margin;
        // A page is as it is printed, to its edges.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::both().id_salt(page);
        if let Some(top) = jump {
            let above = (top - ABOVE) * FULL * zoom.factor();
            area = area.vertical_scroll_offset(above.max(0.0));
        }
        area.show(ui, |ui| {
            let room = ui.available_size();
            let wanted = vec2((size.x + 2.0 * gap).max(room.x), size.y + 2.0 * gap);
            let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
            let left = rect.center().x - size.x / 2.0;
            let place = Rect::from_min_size(egui::pos2(left, rect.top() + gap), size);
            sheet(ui, cx, page, place);
        });
        waiting(ui, cx, desk);
        failed.or_else(|| picture_of(ui, cx, page, zoom))
    })
}

/// The paper, with what is known of the page on it.
fn sheet(ui: &mut Ui, cx: &Cx<'_>, page: usize, place: Rect) {
    let Some((_, laid)) = &cx.preview.laid else {
        return;
    };
    let place = place.round_to_pixels(ui.pixels_per_point());
    let response = ui.interact(place, ui.scope_id().with("page"), Sense::hover());
    response.widget_info(|| {
        let words = laid.pages.get(page).map_or("", |(_, words)| words);
        let name = tr!(
            cx.language,
            "review-page-words",
            page = (page + 1),
            words = words
        );
        WidgetInfo::labeled(Role::Document, true, name)
    });
    let ground = tokens().paper.surface;
    ui.painter().rect_filled(place, 0.0, ground);
    if let Some(sheet) = &cx.preview.sheet {
        let picture = SizedTexture::from_handle(&sheet.picture);
        // Pixel for pixel once the picture of this size has come.
        let exact = picture.size / ui.pixels_per_point();
        let near = (exact - place.size()).abs().max_elem() < 2.0;
        let on = if near {
            Rect::from_min_size(place.min, exact)
        } else {
            place
        };
        Image::from_texture(picture).paint_at(ui, on);
    }
    let edge = Stroke::new(tokens().stroke.hairline, palette(ui).line_strong);
    ui.painter()
        .rect_stroke(place, 0.0, edge, StrokeKind::Outside);
}

/// While there is nothing to show yet.
fn waiting(ui: &mut Ui, cx: &Cx<'_>, desk: Rect) {
    if cx.preview.laid.is_some() || cx.preview.failed.is_some() {
        return;
    }
    let size = vec2(360.0, 20.0);
    let place = Rect::from_center_size(desk.center(), size);
    if let Some(running) = cx.running {
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(place)
                .layout(Layout::top_down(Align::Center)),
        );
        text::weak(&mut child, running.words.as_str());
        progress::bar(&mut child, 160.0, running.state, &running.words);
    }
}

/// Why the newest pages could not be made, over the old ones.
fn failed(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let words = cx.preview.failed.as_ref()?;
    let edition = cx.preview.asked?;
    let mut wish = None;
    egui::Frame::NONE
        .inner_margin(crate::ui::style::margin(
            tokens().space.page_margin,
            tokens().space.control_gap,
        ))
        .show(ui, |ui| {
            note::error(ui, &tr!(cx.language, "review-failed"), words);
            let again = tr!(cx.language, "review-again");
            if ui.add(Button::secondary(again)).clicked() {
                wish = Some(Action::Review(ReviewAction::LayOut(edition)));
            }
        });
    wish
}

/// Asks for the picture of the page at this size, one at a time.
fn picture_of(ui: &Ui, cx: &Cx<'_>, page: usize, zoom: &Zoom) -> Option<Action> {
    let preview = cx.preview;
    let (number, _) = preview.laid.as_ref()?;
    let size = page_size(cx, page);
    // A graphics card takes pictures of some size only.
    let most = ui.input(|input| input.max_texture_side).min(8192);
    let most = (most as f32 - 2.0) / size.max_elem();
    let scale = (FULL * zoom.factor() * ui.pixels_per_point()).min(most);
    let wanted = (*number, page, scale);
    (!preview.page_waiting && preview.page_asked != Some(wanted))
        .then_some(Action::Review(ReviewAction::Page { page, scale }))
}

fn page_size(cx: &Cx<'_>, page: usize) -> Vec2 {
    let laid = cx.preview.laid.as_ref();
    let known = laid.and_then(|(_, laid)| laid.pages.get(page));
    known.map_or(A4, |(size, _)| *size)
}
