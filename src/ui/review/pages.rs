//! The middle: one page as it will be printed, and what turns and enlarges it.

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, vec2};

use super::zoom::{FULL, Zoom};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, icons, note, panel, progress, text};
use crate::ui::{Action, Cx, PagesAction};

/// Kept in sight above a heading, in points.
const ABOVE: f32 = 12.0;

/// The bar over the page.
pub(super) fn head(ui: &mut Ui, cx: &Cx<'_>, page: &mut usize, zoom: &mut Zoom) {
    let size = cx.preview.page_size(*page);
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
    let pages = cx.preview.count();
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
        let size = cx.preview.page_size(page) * FULL * zoom.factor();
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
        failed.or_else(|| cx.preview.draw(ui, page, FULL * zoom.factor()))
    })
}

/// The paper, with what is known of the page on it.
fn sheet(ui: &Ui, cx: &Cx<'_>, page: usize, place: Rect) {
    if cx.preview.laid.is_none() {
        return;
    }
    let words = cx.preview.words(page);
    let page_number = page + 1;
    let name = tr!(
        cx.language,
        "review-page-words",
        page = page_number,
        words = words
    );
    cx.preview.paper(ui, page, place, &name);
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
                wish = Some(Action::Pages(PagesAction::LayOut(edition)));
            }
        });
    wish
}
