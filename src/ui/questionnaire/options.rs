//! The options of an item as a table that is typed in.

use egui::{Key, Modifiers, Ui};

use super::{Field, QuestionnaireTab, View};
use crate::analysis::percent;
use crate::i18n::number;
use crate::model::{Item, LineageId, ScaleOption};
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::Cell;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, Cells, Checkbox, Column, Hotspot, Table, icon, icons, text, tip};

impl QuestionnaireTab {
    /// Draws the table and the button below it.
    pub(super) fn options(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let count = item.scale.as_ref().map_or(0, |scale| scale.options.len());
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
            let table = Table::new(("options", item.lineage), &columns, count);
            table.inset(0.0).plain().show(ui, |row, cells| {
                let options = item.scale.as_ref().map(|scale| &scale.options);
                if let Some(option) = options.and_then(|options| options.get(row)) {
                    self.option(cells, &Place { view, item, row }, option);
                }
            });
        });
        let add = Button::quiet(tr!(language, "option-add")).icon(icons::ICON_ADD);
        if view.editable && ui.add(add).clicked() {
            let mut after = item.clone();
            let options = &mut after.scale.get_or_insert_default().options;
            options.push(blank(options));
            view.set(item, after);
        }
        order(ui, view, item);
    }

    fn option(&mut self, cells: &mut Cells<'_>, place: &Place<'_>, option: &ScaleOption) {
        let Place { view, item, row } = *place;
        let (language, position) = (view.cx.language, row + 1);
        let mut cell = |cells: &mut Cells<'_>, field: Field, name: String, right: bool| {
            let cell = Cell {
                name: format!("{name} {position}").into(),
                right,
                locked: !view.editable,
            };
            self.typed.cell(cells, view.cx, &view.typed(field), cell);
        };
        let label = tr!(language, "option-label");
        cell(cells, Field::OptionLabel(item.lineage, row), label, false);
        let score = tr!(language, "option-score");
        cell(cells, Field::OptionScore(item.lineage, row), score, true);
        let rules = &view.revision.questionnaire.rules;
        let percent = option.score.and_then(|score| percent(item, rules, score));
        match percent {
            Some(percent) => cells.text(&number::decimals(percent, 0)),
            None => cells.weak(&tr!(language, "option-not-counted")),
        }
        satisfied(cells, place, option);
        let aliases = tr!(language, "option-aliases-short");
        cell(
            cells,
            Field::OptionAliases(item.lineage, row),
            aliases,
            false,
        );
        if view.editable {
            cells.ui(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                place.handle(ui);
                place.remove(ui);
            });
        }
    }
}

/// That nobody told the order of the options, and the button that says it is this one.
fn order(ui: &mut Ui, view: &View<'_>, item: &Item) {
    if !item.scale.as_ref().is_some_and(|it| it.order_assumed) {
        return;
    }
    let language = view.cx.language;
    text::weak(ui, tr!(language, "options-order-assumed"));
    let right = Button::quiet(tr!(language, "options-order-right")).icon(icons::ICON_CHECK);
    if view.editable && ui.add(right).clicked() {
        let mut after = item.clone();
        if let Some(scale) = &mut after.scale {
            scale.order_assumed = false;
        }
        view.set(item, after);
    }
}

/// Whether the option counts towards the rate; one without a score does not.
fn satisfied(cells: &mut Cells<'_>, place: &Place<'_>, option: &ScaleOption) {
    let name = tr!(place.view.cx.language, "option-satisfied");
    let name = format!("{name} {} {}", place.row + 1, option.label);
    let mut satisfied = option.satisfied;
    cells.ui(|ui| {
        if option.score.is_some() {
            let ticked = Checkbox::new(&mut satisfied, name).bare();
            ui.add_enabled(place.view.editable, ticked);
        }
    });
    place.change(|options| {
        if let Some(option) = options.get_mut(place.row) {
            option.satisfied = satisfied;
        }
    });
}

/// The next score down, so that a scale can be typed from the top.
fn blank(options: &[ScaleOption]) -> ScaleOption {
    let scores = options.iter().filter_map(|option| option.score);
    let lowest = scores.reduce(f64::min);
    ScaleOption {
        label: String::new(),
        score: lowest.map(|lowest| (lowest - 1.0).max(0.0)),
        satisfied: false,
        aliases: Vec::new(),
    }
}

/// An option where it stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    view: &'a View<'a>,
    item: &'a Item,
    row: usize,
}

impl Place<'_> {
    /// Moves it: by dragging or with the arrow keys.
    fn handle(&self, ui: &mut Ui) {
        let name = tr!(
            self.view.cx.language,
            "option-move",
            position = (self.row + 1)
        );
        let size = egui::vec2(24.0, tokens().height.control_small);
        let spot = Hotspot::button(name.as_str()).dragged();
        let (rect, response) = spot.corner(tokens().radius.control).take(ui, size);
        let (sign, size) = (icons::ICON_DRAG_INDICATOR, tokens().icon.control);
        let ink = palette(ui).text_weak;
        icon::paint(ui.painter(), rect.center(), sign, size, ink);
        let response = tip(response, &name, Some("Alt+↑ ↓"));
        if response.has_focus() {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
            if pressed(Key::ArrowUp) {
                return self.moved(self.row, self.row.wrapping_sub(1));
            }
            if pressed(Key::ArrowDown) {
                return self.moved(self.row, self.row + 1);
            }
        }
        response.dnd_set_drag_payload((self.item.lineage, self.row));
        if let Some(from) = response.dnd_release_payload::<(LineageId, usize)>()
            && from.0 == self.item.lineage
        {
            self.moved(from.1, self.row);
        }
    }

    fn moved(&self, from: usize, to: usize) {
        let mut after = self.item.clone();
        if let Some(scale) = &mut after.scale
            && from < scale.options.len()
            && to < scale.options.len()
        {
            let option = scale.options.remove(from);
            scale.options.insert(to, option);
            // Whoever puts them in order tells it.
            scale.order_assumed = false;
        }
        self.view.set(self.item, after);
    }

    fn remove(&self, ui: &mut Ui) {
        let position = self.row + 1;
        let name = tr!(self.view.cx.language, "option-remove", position = position);
        if ui.add(Button::icon_only(icons::ICON_CLOSE, name)).clicked() {
            self.change(|options| {
                options.remove(self.row);
            });
        }
    }

    fn change(&self, change: impl FnOnce(&mut Vec<ScaleOption>)) {
        let mut after = self.item.clone();
        if let Some(scale) = &mut after.scale {
            change(&mut scale.options);
        }
        self.view.set(self.item, after);
    }
}
