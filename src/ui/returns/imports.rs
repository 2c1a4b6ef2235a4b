//! The files taken in, each with the way back, and the place to drop new ones.

use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::kept;
use super::rows::Rows;
use crate::edit::Intent;
use crate::i18n::{moment, platform};
use crate::model::{Import, ImportId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::{
    Button, Hotspot, Icon, MenuItem, dashed_edge, icon, icons, menu, panel, text, tip,
};
use crate::ui::{Action, Cx, Export, Kept, Pick, Place};

/// What was done in the panel.
pub(super) enum Done {
    /// Show only the returns of this file, or of all again.
    Only(Option<ImportId>),
    /// Do something with what is kept of a file.
    Kept(ImportId, Kept),
    Wish(Action),
}

/// A window narrower than this gives its room to the list first.
const NARROW: f32 = 1400.0;

/// Draws the panel; `only` is the file whose returns are shown.
pub(super) fn imports(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rows: &Rows,
    only: Option<ImportId>,
) -> Option<Done> {
    let narrow = ui.available_width() < NARROW;
    let width = if narrow { 244.0 } else { 264.0 };
    panel::left(ui, cx.language, "returns imports", width, |ui| {
        let mut done = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        panel::padded(ui, |ui| {
            ui.add_space(6.0);
            panel::section_head(ui, &tr!(cx.language, "imports"), |ui| {
                done = more(ui, cx);
            });
        });
        let zone = 196.0;
        let room = (ui.available_height() - zone).max(80.0);
        ui.scope(|ui| {
            ui.set_max_height(room);
            ScrollArea::vertical()
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for import in of_wave(cx) {
                        if let Some(wish) = row(ui, cx, rows, import, only) {
                            done = Some(wish);
                        }
                    }
                });
        });
        if cx.writable
            && let Some(wish) = drop_zone(ui, cx)
        {
            done = Some(Done::Wish(wish));
        }
        done
    })
    .inner
}

/// The files of the shown wave, the newest first.
fn of_wave<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a Import> {
    let wave = cx.wave.map(|wave| wave.id);
    let imports = cx.data.imports.iter().rev();
    imports.filter(move |import| Some(import.wave) == wave)
}

fn more(ui: &mut Ui, cx: &Cx<'_>) -> Option<Done> {
    let language = cx.language;
    let button = Button::icon_only(icons::ICON_MORE_HORIZ, tr!(language, "more"));
    let button = ui.add(button);
    menu::menu(&button, |ui| {
        let mut done = None;
        if cx.writable {
            let item = MenuItem::new(tr!(language, "returns-choose-files"));
            if ui.add(item.icon(icons::ICON_FILE_OPEN)).clicked() {
                done = Some(Done::Wish(Action::Pick(Pick::Returns)));
            }
            let item = MenuItem::new(tr!(language, "wave-open"));
            if ui.add(item.icon(icons::ICON_EVENT_AVAILABLE)).clicked() {
                done = Some(Done::Wish(Action::Go(Place::OpenWave)));
            }
            menu::rule(ui);
        }
        let item = MenuItem::new(tr!(language, "returns-export"));
        if ui.add(item.icon(icons::ICON_TABLE_VIEW)).clicked() {
            done = Some(Done::Wish(Action::Export(Export::Returns)));
        }
        let item = MenuItem::new(tr!(language, "returns-frame"));
        if ui.add(item.icon(icons::ICON_CHECKLIST)).clicked() {
            done = Some(Done::Wish(Action::Go(Place::Frame)));
        }
        done
    })
    .flatten()
}

fn icon_of(import: &Import) -> Icon {
    if import.platform.is_empty() {
        icons::ICON_TABLE_VIEW
    } else {
        icons::ICON_CLOUD_DOWNLOAD
    }
}

fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rows: &Rows,
    import: &Import,
    only: Option<ImportId>,
) -> Option<Done> {
    const HEIGHT: f32 = 76.0;
    let language = cx.language;
    let colors = palette(ui);
    let chosen = only == Some(import.id);
    let size = vec2(ui.available_width(), HEIGHT);
    let count = tr!(language, "imports-count", count = import.returns);
    let name = format!("{} {count}", import.file);
    let (rect, response) = Hotspot::row(Role::ListItem, name, chosen).take(ui, size);
    let margin = tokens().space.panel_margin;
    let inner = rect.shrink2(vec2(margin, 10.0));
    let ink = colors.text_weak;
    let centre = pos2(inner.left() + 8.0, inner.top() + 10.0);
    icon::paint(
        ui.painter(),
        centre,
        icon_of(import),
        tokens().icon.normal,
        ink,
    );
    lines(ui, cx, rows, import, inner.with_min_x(inner.left() + 30.0));
    let kept = kept::menu(ui, cx, import, beside(inner));
    let back = match cx.writable {
        true => way_back(ui, cx, import, inner),
        false => None,
    };
    let back = back.or(kept.map(|kept| Done::Kept(import.id, kept)));
    let pressed = response.clicked() && !import.undone;
    let room = inner.width() - 30.0;
    if text::galley(ui, Face::Small, ink, &import.file, room).elided {
        tip(response, &import.file, None);
    }
    back.or_else(|| pressed.then(|| Done::Only((!chosen).then_some(import.id))))
}

/// What it is, how many, when, and what waits.
fn lines(ui: &Ui, cx: &Cx<'_>, rows: &Rows, import: &Import, room: Rect) {
    let language = cx.language;
    let colors = palette(ui);
    let weak = colors.text_weak;
    let ink = if import.undone { weak } else { colors.text };
    let left = |face, ink: crate::theme::Color, words: &str, line: f32, width: f32| {
        let galley = text::galley(ui, face, ink, words, width);
        let at = pos2(room.left(), room.top() + line * 19.0);
        ui.painter().galley(at, galley, ink.into());
    };
    let count = tr!(language, "imports-count", count = import.returns);
    let galley = text::galley(ui, Face::Table, ink, &count, f32::INFINITY);
    let counted = galley.size().x;
    let at = pos2(room.right() - counted, room.top());
    ui.painter().galley(at, galley, ink.into());
    let kind = platform::name(language, &import.platform);
    left(
        Face::TableBold,
        ink,
        &kind,
        0.0,
        room.width() - counted - 8.0,
    );
    left(Face::Small, weak, &import.file, 1.0, room.width());
    let when = moment::day(language, import.at, cx.today);
    let said = if import.undone {
        tr!(language, "imports-undone", when = when)
    } else {
        when
    };
    left(Face::Small, weak, &said, 2.0, room.width() - 58.0);
    let open = rows.open_of(import.id);
    if open > 0 && !import.undone {
        let words = tr!(language, "imports-open", count = open);
        let galley = text::galley(ui, Face::Small, colors.warning, &words, f32::INFINITY);
        let at = pos2(room.right() - galley.size().x - 54.0, room.top() + 38.0);
        ui.painter().galley(at, galley, colors.warning.into());
    }
}

/// Left of the way back.
fn beside(room: Rect) -> Rect {
    let side = tokens().height.control_small;
    let at = pos2(room.right() - 2.0 * side + 4.0, room.bottom() - side + 4.0);
    Rect::from_min_size(at, vec2(side, side))
}

/// Taking it back, or letting it count again.
fn way_back(ui: &mut Ui, cx: &Cx<'_>, import: &Import, room: Rect) -> Option<Done> {
    let (icon, name) = if import.undone {
        let name = tr!(cx.language, "imports-restore", file = import.file.as_str());
        (icons::ICON_RESTORE, name)
    } else {
        let name = tr!(cx.language, "imports-undo", file = import.file.as_str());
        (icons::ICON_UNDO, name)
    };
    let side = tokens().height.control_small;
    let at = pos2(room.right() - side + 6.0, room.bottom() - side + 4.0);
    let spot = Rect::from_min_size(at, vec2(side, side));
    let mut child = ui.new_child(UiBuilder::new().max_rect(spot).id_salt(import.id));
    let clicked = child.add(Button::icon_only(icon, name)).clicked();
    let wish = if import.undone {
        Action::Do(Intent::RestoreImport(import.id))
    } else {
        Action::UndoImport(import.id)
    };
    clicked.then_some(Done::Wish(wish))
}

/// Where files are let go, or chosen.
fn drop_zone(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let colors = palette(ui);
    let language = cx.language;
    let margin = tokens().space.panel_margin;
    let room = ui.available_rect_before_wrap().shrink(margin);
    let zone = room.with_min_y(room.bottom() - 164.0);
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
    ui.add(button)
        .clicked()
        .then_some(Action::Pick(Pick::Returns))
}
