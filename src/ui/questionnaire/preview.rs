//! The form as customers get it: its pages as they print, the chosen item marked. A press on an
//! item chooses it.

use egui::{CursorIcon, Rect, ScrollArea, Sense, Ui, Vec2, pos2, vec2};

use super::{QuestionnaireTab, Selected, View};
use crate::theme::tokens;
use crate::tr;
use crate::ui::preview::FULL;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, icons, menu, note, panel};
use crate::ui::{Edition, Pages, chart_menu};

/// Name of the panel.
pub(super) const PANEL: &str = "questionnaire preview";

/// Between pages and around them, in pixels.
const GAP: f32 = 14.0;

/// How much of the accent lies over the item that is marked or under the pointer.
const MARKED: f32 = 0.16;
const POINTED: f32 = 0.06;

/// How wide the panel is to begin with: a narrow window leaves the editor its room.
pub(super) fn width(ui: &Ui) -> f32 {
    ui.ctx().content_rect().width() * 0.33
}

impl QuestionnaireTab {
    /// Draws the panel at the right.
    pub(super) fn preview(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let pages = Pages::Form {
            revision: view.revision.id,
            otherwise: language,
        };
        view.cx.ask(view.cx.form.lay_out(Edition {
            pages,
            version: view.cx.version,
            today: view.cx.today,
        }));
        panel::right(ui, language, PANEL, width(ui), |ui| {
            panel::padded(ui, |ui| {
                panel::section_head(ui, &tr!(language, "preview-title"), |ui| {
                    self.zoom.buttons(ui, language);
                    let name = tr!(language, "form-menu");
                    let button = ui.add(Button::icon_only(icons::ICON_PRINT, name));
                    let to = menu::menu(&button, |ui| chart_menu::outputs(ui, view.cx, false));
                    view.cx.ask(to.flatten().map(|to| pages.save(to)));
                });
            });
            let room = ui.available_rect_before_wrap();
            ui.painter().rect_filled(room, 0.0, palette(ui).desk);
            if let Some(why) = &view.cx.form.failed {
                panel::padded(ui, |ui| {
                    note::error(ui, &tr!(language, "failed-pages"), why);
                });
            }
            // A page is as it is printed, to its edges.
            ui.spacing_mut().scroll.fade.strength = 0.0;
            let area = ScrollArea::both()
                .id_salt("preview")
                .auto_shrink([false, false]);
            area.show(ui, |ui| self.sheets(ui, view));
        });
    }

    /// The pages below each other.
    fn sheets(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let preview = view.cx.form;
        let room = ui.available_width();
        self.zoom
            .fits(room - 2.0 * GAP, preview.page_size(0).x * FULL);
        let zoom = FULL * self.zoom.factor();
        for page in 0..preview.count() {
            let size = preview.page_size(page) * zoom;
            let last = page + 1 == preview.count();
            let high = size.y + if last { 2.0 * GAP } else { GAP };
            let wide = room.max(size.x + 2.0 * GAP);
            let (row, _) = ui.allocate_exact_size(vec2(wide, high), Sense::hover());
            let place = pos2(row.center().x - size.x / 2.0, row.top() + GAP);
            let place = Rect::from_min_size(place, size);
            self.sheet(ui, view, page, place);
            if ui.is_rect_visible(row) {
                view.cx.ask(preview.draw(ui, page, zoom));
            }
        }
    }

    fn sheet(&mut self, ui: &Ui, view: &View<'_>, page: usize, place: Rect) {
        let preview = view.cx.form;
        let (pages, number) = (preview.count(), page + 1);
        let paper = preview.paper(ui, page, place, || {
            let words = preview.words(page);
            let l = view.cx.language;
            tr!(
                l,
                "form-pages-words",
                page = number,
                pages = pages,
                words = words
            )
        });
        let zoom = place.width() / preview.page_size(page).x;
        let spots = preview.laid.iter().flat_map(|(_, laid)| &laid.spots);
        for spot in spots.filter(|spot| spot.page == page) {
            let on = (spot.place * zoom).translate(place.min.to_vec2());
            let chosen = self.selected == Selected::Item(spot.item);
            let pointed = paper.hover_pos().is_some_and(|at| on.contains(at));
            let strength = match (chosen, pointed) {
                (true, _) => MARKED,
                (false, true) => POINTED,
                (false, false) => continue,
            };
            let accent = egui::Color32::from(tokens().paper.accent);
            ui.painter()
                .rect_filled(on, 0.0, accent.gamma_multiply(strength));
            if pointed {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            if pointed && paper.clicked() {
                self.selected = Selected::Item(spot.item);
                self.followed = Some(spot.item);
            }
            if chosen && self.followed != Some(spot.item) {
                self.followed = Some(spot.item);
                ui.scroll_to_rect(on.expand(GAP), None);
            }
        }
    }
}
