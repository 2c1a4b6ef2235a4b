//! The hits under each other, by kind, with their place at the right.

use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Ui, pos2, vec2};

use super::hit::{Group, Hit};
use crate::i18n::Language;
use crate::theme::tokens;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, text};

/// How high the list may be; beyond it scrolls.
const HEIGHT: f32 = 440.0;
const PADDING: f32 = 10.0;
/// How much of a row its place may take.
const PLACE: f32 = 0.4;

/// Draws them; `Some` with the place of the one that was pressed.
pub(super) fn list(ui: &mut Ui, language: Language, groups: &[Group], at: usize) -> Option<usize> {
    let mut pressed = None;
    let mut next = 0;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("hits")
        .max_height(HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for group in groups {
                head(ui, language, group);
                for hit in &group.hits {
                    if row(ui, hit, next == at, next) {
                        pressed = Some(next);
                    }
                    next += 1;
                }
            }
        });
    pressed
}

fn head(ui: &mut Ui, language: Language, group: &Group) {
    ui.add_space(tokens().space.control_gap);
    let mut words = group.kind.name(language);
    if group.of > group.hits.len() {
        words = format!("{words} {}/{}", group.hits.len(), group.of);
    }
    let inset = crate::ui::style::margin(PADDING, 2.0);
    egui::Frame::NONE
        .inner_margin(inset)
        .show(ui, |ui| text::weak(ui, words));
}

fn row(ui: &mut Ui, hit: &Hit, chosen: bool, at: usize) -> bool {
    let size = vec2(ui.available_width(), tokens().height.list_row);
    let (_, rect) = ui.allocate_space(size);
    // The field keeps the keyboard: arrows move over the rows.
    let said = format!("{} {}", hit.title, hit.place);
    let long = hit.title.chars().count() > 30;
    let response = Hotspot::row(Role::ListBoxOption, said.trim(), chosen)
        .corner(tokens().radius.checkbox)
        .without_focus()
        .tip(long.then_some(&hit.title))
        .at(ui, rect, ("hit", at));
    paint(ui, hit, rect);
    if chosen && !ui.clip_rect().contains_rect(rect) {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
}

fn paint(ui: &Ui, hit: &Hit, rect: Rect) {
    let colors = palette(ui);
    let room = rect.shrink2(vec2(PADDING, 0.0));
    let most = room.width() * PLACE;
    let place = text::galley(ui, Face::Small, colors.text_weak, &hit.place, most);
    let left = room.width() - place.size().x - 2.0 * PADDING;
    let title = text::galley(ui, Face::Table, colors.text, &hit.title, left);
    let y = |height: f32| room.center().y - height / 2.0;
    let at = pos2(room.left(), y(title.size().y));
    ui.painter().galley(at, title, colors.text.into());
    let at = pos2(room.right() - place.size().x, y(place.size().y));
    ui.painter().galley(at, place, colors.text_weak.into());
}
