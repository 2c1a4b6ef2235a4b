//! The middle: one page as it will be printed, and what turns and enlarges it.

use egui::{Align, Frame, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::ReviewTab;
use crate::theme::tokens;
use crate::tr;
use crate::ui::preview::FULL;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, icons, note, panel, progress, text};
use crate::ui::{Action, Cx, PagesAction};

/// Kept in sight above a heading, in points.
const ABOVE: f32 = 12.0;

impl ReviewTab {
    /// The bar over the page.
    pub(super) fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let size = cx.preview.page_size(self.page);
        let gaps = 2.0 * tokens().space.panel_margin;
        self.zoom.fits(ui.available_width() - gaps, size.x * FULL);
        let height = tokens().height.section_header;
        panel::bar(ui, "review head", height, |ui| {
            let title = |ui: &mut Ui| {
                let color = palette(ui).text;
                text::line(ui, Face::Section, color, tr!(cx.language, "review-title"));
            };
            panel::ends(ui, "review", title, |ui| {
                self.turned(ui, cx);
                ui.add_space(tokens().space.control_gap);
                panel::divider(ui);
                ui.add_space(tokens().space.control_gap);
                self.zoom.buttons(ui, cx.language);
            });
        });
    }

    fn turned(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (pages, language) = (cx.preview.count(), cx.language);
        if pages == 0 {
            return;
        }
        let previous = tr!(language, "review-previous");
        let previous = Button::icon_only(icons::ICON_CHEVRON_LEFT, previous).key("Page Up");
        if ui.add_enabled(self.page > 0, previous).clicked() {
            self.page -= 1;
        }
        let page = self.page + 1;
        text::body(ui, tr!(language, "review-page", page = page, pages = pages));
        let next = tr!(language, "review-next");
        let next = Button::icon_only(icons::ICON_CHEVRON_RIGHT, next).key("Page Down");
        if ui.add_enabled(page < pages, next).clicked() {
            self.page += 1;
        }
    }

    /// The page on the desk, moved to where it is read.
    pub(super) fn desk(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        panel::work(ui, |ui| {
            let desk = ui.max_rect();
            ui.painter().rect_filled(desk, 0.0, palette(ui).desk);
            let scale = FULL * self.zoom.factor();
            let size = cx.preview.page_size(self.page) * scale;
            let gap = tokens().space.panel_margin;
            // A page is as it is printed, to its edges.
            ui.spacing_mut().scroll.fade.strength = 0.0;
            let mut area = ScrollArea::both().id_salt(self.page);
            if let Some(top) = self.jump.take() {
                area = area.vertical_scroll_offset(((top - ABOVE) * scale).max(0.0));
            }
            area.show(ui, |ui| {
                let room = ui.available_size();
                let wanted = vec2((size.x + 2.0 * gap).max(room.x), size.y + 2.0 * gap);
                let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
                let left = rect.center().x - size.x / 2.0;
                let place = Rect::from_min_size(pos2(left, rect.top() + gap), size);
                sheet(ui, cx, self.page, place);
            });
            waiting(ui, cx, desk);
            // Over the page, which stays where it is under the pointer.
            failed(&mut panel::part(ui, "failed", desk), cx);
            cx.ask(cx.preview.draw(ui, self.page, scale));
        });
    }
}

/// The paper, with what is known of the page on it.
fn sheet(ui: &Ui, cx: &Cx<'_>, page: usize, place: Rect) {
    if cx.preview.laid.is_none() {
        return;
    }
    let (number, words) = (page + 1, cx.preview.words(page));
    cx.preview.paper(ui, page, place, || {
        tr!(
            cx.language,
            "review-page-words",
            page = number,
            words = words
        )
    });
}

/// While there is nothing to show yet.
fn waiting(ui: &mut Ui, cx: &Cx<'_>, desk: Rect) {
    if cx.preview.laid.is_some() || cx.preview.failed.is_some() {
        return;
    }
    let size = vec2(360.0, 20.0);
    let place = Rect::from_center_size(desk.center(), size);
    if let Some(running) = cx.running {
        let layout = Layout::top_down(Align::Center);
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
        text::weak(&mut child, running.words.as_str());
        progress::bar(&mut child, 160.0, running.state, &running.words);
    }
}

/// Why the newest pages could not be made, over the old ones.
fn failed(ui: &mut Ui, cx: &Cx<'_>) {
    let (Some(words), Some(edition)) = (&cx.preview.failed, cx.preview.asked) else {
        return;
    };
    let inset = margin(tokens().space.page_margin, tokens().space.control_gap);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        note::error(ui, &tr!(cx.language, "review-failed"), words);
        let again = tr!(cx.language, "review-again");
        if ui.add(Button::secondary(again)).clicked() {
            cx.ask(Action::Pages(PagesAction::LayOut(edition)));
        }
    });
}
