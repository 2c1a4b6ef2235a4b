//! The files taken in, each with the way back, and the place to drop new ones.

use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{ReturnsTab, kept};
use crate::edit::Intent;
use crate::i18n::{moment, platform};
use crate::model::Import;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::{
    Button, Hotspot, Icon, MenuItem, dashed_edge, icon, icons, menu, panel, text, tip,
};
use crate::ui::{Action, Cx, Export, Pick, Place};

/// A window narrower than this gives its room to the list first.
const NARROW: f32 = 1400.0;
/// Room kept for the place where files are let go.
const ZONE: f32 = 196.0;

impl ReturnsTab {
    /// Draws the panel.
    pub(super) fn imports(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let narrow = ui.available_width() < NARROW;
        let width = if narrow { 244.0 } else { 264.0 };
        panel::left(ui, cx.language, "returns imports", width, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            panel::padded(ui, |ui| {
                ui.add_space(6.0);
                panel::section_head(ui, &tr!(cx.language, "imports"), |ui| more(ui, cx));
            });
            let room = (ui.available_height() - ZONE).max(80.0);
            ui.scope(|ui| {
                ui.set_max_height(room);
                ScrollArea::vertical()
                    .auto_shrink([false, false])
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for import in of_wave(cx) {
                            self.import(ui, cx, import);
                        }
                    });
            });
            if cx.writable {
                drop_zone(ui, cx);
            }
        });
    }

    /// One file; a press shows only its returns, or all again.
    fn import(&mut self, ui: &mut Ui, cx: &Cx<'_>, import: &Import) {
        const HEIGHT: f32 = 76.0;
        let language = cx.language;
        let colors = palette(ui);
        let chosen = self.query.import == Some(import.id);
        let size = vec2(ui.available_width(), HEIGHT);
        let count = tr!(language, "imports-count", count = import.returns);
        let name = format!("{} {count}", import.file);
        let (rect, response) = Hotspot::row(Role::ListItem, name, chosen).take(ui, size);
        let inner = rect.shrink2(vec2(tokens().space.panel_margin, 10.0));
        let icon = if import.platform.is_empty() {
            icons::ICON_TABLE_VIEW
        } else {
            icons::ICON_CLOUD_DOWNLOAD
        };
        let centre = pos2(inner.left() + 8.0, inner.top() + 10.0);
        let size = tokens().icon.normal;
        icon::paint(ui.painter(), centre, icon, size, colors.text_weak);
        let room = inner.with_min_x(inner.left() + 30.0);
        let cut = lines(ui, cx, import, self.rows.waiting.of_import(import.id), room);
        if let Some(kept) = kept::menu(ui, cx, import, spot(inner, 1)) {
            self.kept.ask(cx, import.id, kept);
        }
        if cx.writable {
            way_back(ui, cx, import, spot(inner, 0));
        }
        if response.clicked() && !import.undone {
            self.query.import = (!chosen).then_some(import.id);
        }
        if cut {
            tip(response, &import.file, None);
        }
    }
}

/// The files of the shown wave, the newest first.
fn of_wave<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a Import> {
    let wave = cx.wave.map(|wave| wave.id);
    let imports = cx.data.imports.iter().rev();
    imports.filter(move |import| Some(import.wave) == wave)
}

fn more(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    let button = Button::icon_only(icons::ICON_MORE_HORIZ, tr!(language, "more"));
    let button = ui.add(button);
    let item = |ui: &mut Ui, words: String, icon: Icon, wish: Action| {
        if ui.add(MenuItem::new(words).icon(icon)).clicked() {
            cx.ask(wish);
        }
    };
    menu::menu(&button, |ui| {
        if cx.writable {
            let words = tr!(language, "returns-choose-files");
            item(
                ui,
                words,
                icons::ICON_FILE_OPEN,
                Action::Pick(Pick::Returns),
            );
            let words = tr!(language, "wave-open");
            let wish = Action::Go(Place::OpenWave);
            item(ui, words, icons::ICON_EVENT_AVAILABLE, wish);
            menu::rule(ui);
        }
        let words = tr!(language, "returns-export");
        let wish = Action::Export(Export::Returns);
        item(ui, words, icons::ICON_TABLE_VIEW, wish);
        let words = tr!(language, "returns-frame");
        item(ui, words, icons::ICON_CHECKLIST, Action::Go(Place::Frame));
    });
}

/// What it is, how many, when, and how many of them wait. True when the name of the file did
/// not fit.
fn lines(ui: &Ui, cx: &Cx<'_>, import: &Import, open: usize, room: Rect) -> bool {
    let language = cx.language;
    let colors = palette(ui);
    let weak = colors.text_weak;
    let ink = if import.undone { weak } else { colors.text };
    let at_left = |face, ink: crate::theme::Color, words: &str, line: f32, width: f32| {
        let galley = text::galley(ui, face, ink, words, width);
        let elided = galley.elided;
        let at = pos2(room.left(), room.top() + line * 19.0);
        ui.painter().galley(at, galley, ink.into());
        elided
    };
    let at_right = |face, ink: crate::theme::Color, words: &str, right: f32, line: f32| {
        let galley = text::galley(ui, face, ink, words, f32::INFINITY);
        let width = galley.size().x;
        let at = pos2(right - width, room.top() + line * 19.0);
        ui.painter().galley(at, galley, ink.into());
        width
    };
    let count = tr!(language, "imports-count", count = import.returns);
    let counted = at_right(Face::Table, ink, &count, room.right(), 0.0);
    let kind = platform::name(language, &import.platform);
    at_left(
        Face::TableBold,
        ink,
        &kind,
        0.0,
        room.width() - counted - 8.0,
    );
    let cut = at_left(Face::Small, weak, &import.file, 1.0, room.width());
    let when = moment::day(language, import.at, cx.today);
    let said = if import.undone {
        tr!(language, "imports-undone", when = when)
    } else {
        when
    };
    at_left(Face::Small, weak, &said, 2.0, room.width() - 58.0);
    if open > 0 && !import.undone {
        let words = tr!(language, "imports-open", count = open);
        at_right(
            Face::Small,
            colors.warning,
            &words,
            room.right() - 54.0,
            2.0,
        );
    }
    cut
}

/// Where a button stands at the lower right, counted from the right.
fn spot(room: Rect, place: u8) -> Rect {
    let side = tokens().height.control_small;
    let right = room.right() + 6.0 - f32::from(place) * (side + 2.0);
    let corner = pos2(right, room.bottom() + 4.0);
    Rect::from_min_max(corner - vec2(side, side), corner)
}

/// Taking it back, or letting it count again.
fn way_back(ui: &mut Ui, cx: &Cx<'_>, import: &Import, spot: Rect) {
    let (file, language) = (import.file.as_str(), cx.language);
    let (icon, name, wish) = if import.undone {
        let name = tr!(language, "imports-restore", file = file);
        let wish = Action::Do(Intent::RestoreImport(import.id));
        (icons::ICON_RESTORE, name, wish)
    } else {
        let name = tr!(language, "imports-undo", file = file);
        (icons::ICON_UNDO, name, Action::UndoImport(import.id))
    };
    let mut child = ui.new_child(UiBuilder::new().max_rect(spot).id_salt(import.id));
    if child.add(Button::icon_only(icon, name)).clicked() {
        cx.ask(wish);
    }
}

/// Where files are let go, or chosen.
fn drop_zone(ui: &mut Ui, cx: &Cx<'_>) {
    let colors = palette(ui);
    let language = cx.language;
    let margin = tokens().space.panel_margin;
    let room = ui.available_rect_before_wrap().shrink(margin);
    let zone = room.with_min_y(room.bottom() - (ZONE - 2.0 * margin));
    let corner = radius(tokens().radius.card);
    ui.painter().rect_filled(zone, corner, colors.surface);
    dashed_edge(ui, zone, colors.line_strong.into());
    let mut inside = ui.new_child(
        UiBuilder::new()
            .max_rect(zone.shrink(12.0))
            .layout(egui::Layout::top_down(egui::Align::Center)),
    );
    let ui = &mut inside;
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add_space(10.0);
    icon::show(ui, icons::ICON_ARCHIVE, tokens().icon.large, colors.accent);
    text::section(ui, tr!(language, "returns-drop"));
    text::weak(ui, tr!(language, "returns-drop-explained"));
    ui.add_space(2.0);
    let button = Button::secondary(tr!(language, "returns-choose-files")).small();
    if ui.add(button).clicked() {
        cx.ask(Action::Pick(Pick::Returns));
    }
}
