//! The options of an item as a table that is typed in.

use egui::{Id, Key, Modifiers, Ui};

use super::{Field, QuestionnaireTab, View, scale};
use crate::i18n::number;
use crate::model::{Item, ScaleOption};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, Cells, Checkbox, Column, Hotspot, Table, TextField, icon, icons};

impl QuestionnaireTab {
    /// Draws the table and the button below it.
    pub(super) fn options(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let scale = item.scale.clone().unwrap_or_default();
        let mut columns = vec![
            Column::words(tr!(language, "option-label"), 100.0).stretch(1.0),
            Column::number(tr!(language, "option-score"), 64.0),
            Column::number(tr!(language, "option-percent"), 60.0),
            Column::middle(tr!(language, "option-satisfied"), 84.0),
            Column::words(tr!(language, "option-aliases"), 90.0).stretch(1.2),
        ];
        if view.editable {
            columns.push(Column::number("", 68.0));
        }
        ui.scope(|ui| {
            Table::new(("options", item.lineage), &columns, scale.options.len())
                .inset(0.0)
                .plain()
                .show(ui, |row, cells| {
                    self.option(cells, view, item, row);
                });
        });
        if view.editable {
            let words = tr!(language, "option-add");
            let button = Button::quiet(words).icon(icons::ICON_ADD);
            if ui.add(button).clicked() {
                view.set(item, |item| {
                    let options = &mut item.scale.get_or_insert_default().options;
                    options.push(blank(options));
                });
            }
        }
    }

    fn option(&mut self, cells: &mut Cells<'_>, view: &View<'_>, item: &Item, row: usize) {
        let language = view.cx.language;
        let lineage = item.lineage;
        let options = item.scale.as_ref().map(|scale| &scale.options);
        let Some(option) = options.and_then(|options| options.get(row)) else {
            return;
        };
        let position = row + 1;
        let mut cell = |cells: &mut Cells<'_>, field: Field, name: String, right: bool| {
            if !view.editable {
                let current = field.current(view.revision);
                let shown = if current.is_empty() {
                    number::MISSING
                } else {
                    &current
                };
                return cells.text(shown);
            }
            cells.ui_said(&field.current(view.revision), |ui| {
                let drawn = TextField::new(format!("{name} {position}")).bare();
                let drawn = if right { drawn.right() } else { drawn };
                self.field(ui, view, &field, drawn);
            });
        };
        let label = tr!(language, "option-label");
        cell(cells, Field::OptionLabel(lineage, row), label, false);
        let score = tr!(language, "option-score");
        cell(cells, Field::OptionScore(lineage, row), score, true);
        let rule = view.revision.questionnaire.rules.normalisation;
        match scale::percent(item, option.score, rule) {
            Some(percent) => cells.text(&number::decimals(percent, 0)),
            None => cells.weak(&tr!(language, "option-not-counted")),
        }
        let mut satisfied = option.satisfied;
        let satisfied_name = tr!(language, "option-satisfied");
        let name = format!("{satisfied_name} {position} {}", option.label);
        cells.ui(|ui| {
            if option.score.is_some() {
                let ticked = Checkbox::new(&mut satisfied, name).bare();
                ui.add_enabled(view.editable, ticked);
            }
        });
        let aliases = tr!(language, "option-aliases-short");
        cell(cells, Field::OptionAliases(lineage, row), aliases, false);
        set_options(view, item, |options| {
            if let Some(option) = options.get_mut(row) {
                option.satisfied = satisfied;
            }
        });
        if view.editable {
            cells.ui(|ui| handle(ui, view, item, row));
        }
    }
}

/// The next score down, so that a scale can be typed from the top.
fn blank(options: &[ScaleOption]) -> ScaleOption {
    let lowest = options
        .iter()
        .filter_map(|option| option.score)
        .reduce(f64::min);
    ScaleOption {
        label: String::new(),
        score: lowest.map(|lowest| (lowest - 1.0).max(0.0)),
        satisfied: false,
        aliases: Vec::new(),
    }
}

/// Takes an option out, or moves it: by dragging its handle or with the arrow keys on it.
fn handle(ui: &mut Ui, view: &View<'_>, item: &Item, row: usize) {
    let language = view.cx.language;
    let position = row + 1;
    ui.spacing_mut().item_spacing.x = 0.0;
    let size = egui::vec2(24.0, tokens().height.control_small);
    let name = tr!(language, "option-move", position = position);
    let hotspot = Hotspot::button(&name).dragged();
    let (rect, response) = hotspot.corner(tokens().radius.control).take(ui, size);
    let ink = palette(ui).text_weak;
    let icon = icons::ICON_DRAG_INDICATOR;
    icon::paint(
        ui.painter(),
        rect.center(),
        icon,
        tokens().icon.control,
        ink,
    );
    let response = crate::ui::widgets::tip(response, &name, Some("Alt+↑ ↓"));
    let name = tr!(language, "option-remove", position = position);
    if ui.add(Button::icon_only(icons::ICON_CLOSE, name)).clicked() {
        return set_options(view, item, |options| {
            options.remove(row);
        });
    }
    if response.has_focus() {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        if pressed(Key::ArrowUp) {
            return moved(view, item, row, row.wrapping_sub(1));
        }
        if pressed(Key::ArrowDown) {
            return moved(view, item, row, row + 1);
        }
    }
    dragged(ui, &response, view, item, row);
}

fn dragged(ui: &Ui, response: &egui::Response, view: &View<'_>, item: &Item, row: usize) {
    let id = Id::unique("option dragged").with(item.lineage);
    if response.drag_started() {
        ui.data_mut(|data| data.insert_temp(id, row));
    }
    let from: Option<usize> = ui.data(|data| data.get_temp(id));
    let over = ui.input(|input| input.pointer.latest_pos());
    let here = over.is_some_and(|over| response.rect.y_range().contains(over.y));
    let Some(from) = from.filter(|_| here) else {
        return;
    };
    if !ui.input(|input| input.pointer.any_released()) {
        return;
    }
    ui.data_mut(|data| data.remove::<usize>(id));
    moved(view, item, from, row);
}

fn moved(view: &View<'_>, item: &Item, from: usize, to: usize) {
    set_options(view, item, |options| {
        if from < options.len() && to < options.len() {
            let option = options.remove(from);
            options.insert(to, option);
        }
    });
}

/// The options of an item changed.
fn set_options(view: &View<'_>, item: &Item, change: impl FnOnce(&mut Vec<ScaleOption>)) {
    view.set(item, |item| {
        if let Some(scale) = &mut item.scale {
            change(&mut scale.options);
        }
    });
}
