//! The files taken in, each with the way back, and the place to drop new ones.

use egui::accesskit::Role;
use egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::ReturnsTab;
use crate::edit::Intent;
use crate::i18n::{moment, platform};
use crate::model::Import;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::{
    Button, Hotspot, Icon, MenuItem, dashed_edge, icon, icons, menu, panel, text,
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
                panel::scrolled(ui, "imports", |ui| {
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
        let count = tr!(language, "imports-count", count = import.returns);
        let name = format!("{} {count}", import.file);
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, response) = Hotspot::row(Role::ListItem, name, chosen).take(ui, size);
        if response.clicked() && !import.undone {
            self.query.import = (!chosen).then_some(import.id);
        }
        let room = rect.shrink2(vec2(tokens().space.panel_margin, 6.0));
        let icon = if import.platform.is_empty() {
            icons::ICON_TABLE_VIEW
        } else {
            icons::ICON_CLOUD_DOWNLOAD
        };
        let (at, size) = (room.min + vec2(8.0, 10.0), tokens().icon.normal);
        icon::paint(ui.painter(), at, icon, size, colors.text_weak);
        let lines = room.with_min_x(room.left() + 30.0);
        let above = &mut panel::part(ui, ("what", import.id.0), lines);
        above.spacing_mut().item_spacing = vec2(6.0, 0.0);
        let weak = colors.text_weak;
        let ink = if import.undone { weak } else { colors.text };
        let kind = |ui: &mut Ui| {
            let kind = platform::name(language, &import.platform);
            text::line(ui, Face::TableBold, ink, kind);
        };
        panel::head_row(above, 19.0, kind, |ui| {
            text::say(ui, Face::Table, ink, count);
        });
        text::line(above, Face::Small, weak, import.file.as_str());
        // The signs of buttons stand in line with the words above, their edges further right.
        let below = lines.with_min_y(lines.top() + 38.0);
        let below = below.with_max_x(lines.right() + 7.0);
        let below = &mut panel::part(ui, ("when", import.id.0), below);
        below.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let when = moment::day(language, import.at, cx.today);
            let said = match import.undone {
                true => tr!(language, "imports-undone", when = when),
                false => when,
            };
            let room = ui.available_width() - panel::width_at_right(ui, "import");
            ui.scope(|ui| {
                ui.set_max_width(room.max(0.0));
                text::line(ui, Face::Small, weak, said);
            });
            panel::at_right(ui, "import", |ui| self.of_import(ui, cx, import));
        });
    }

    /// How many things of it wait, what is kept of it, and the way back.
    fn of_import(&mut self, ui: &mut Ui, cx: &Cx<'_>, import: &Import) {
        let (file, language) = (import.file.as_str(), cx.language);
        let open = self.rows.waiting.of_import(import.id);
        if open > 0 && !import.undone {
            let color = palette(ui).warning;
            let words = tr!(language, "imports-open", count = open);
            text::say(ui, Face::Small, color, words);
        }
        self.kept.menu(ui, cx, import);
        if !cx.writable {
            return;
        }
        let (icon, name, action) = if import.undone {
            let name = tr!(language, "imports-restore", file = file);
            let action = Action::Do(Intent::RestoreImport(import.id));
            (icons::ICON_RESTORE, name, action)
        } else {
            let name = tr!(language, "imports-undo", file = file);
            (icons::ICON_UNDO, name, Action::UndoImport(import.id))
        };
        if ui.add(Button::icon_only(icon, name)).clicked() {
            cx.ask(action);
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
        let words = tr!(language, "marks-title");
        item(ui, words, icons::ICON_CHECKLIST, Action::Go(Place::Marks));
        let words = tr!(language, "returns-export");
        let wish = Action::Export(Export::Returns);
        item(ui, words, icons::ICON_TABLE_VIEW, wish);
        let words = tr!(language, "returns-frame");
        item(ui, words, icons::ICON_CHECKLIST, Action::Go(Place::Frame));
    });
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
            .layout(Layout::top_down(Align::Center)),
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
