//! One dimension to edit: its name, code, place and weight, and what lies in it.

use egui::{Align, Layout, Ui};

use super::{Field, QuestionnaireTab, Selected, View, tree};
use crate::edit::{self, Revise};
use crate::i18n::number;
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Button, Column, Select, Table, TextField, icons, labelled, text};

impl QuestionnaireTab {
    /// Draws the editor of a dimension.
    pub(super) fn dimension(&mut self, ui: &mut Ui, view: &View<'_>, code: &str) {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        let Some(dimension) = all.dimension(code) else {
            return;
        };
        let size = egui::vec2(ui.available_width(), tokens().height.control);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            text::section(ui, dimension.name.as_str());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if !view.editable {
                    return;
                }
                let name = tr!(language, "dimension-remove");
                let remove = Button::icon_only(icons::ICON_DELETE, name);
                if ui.add(remove).clicked() {
                    self.selected = Selected::Form;
                    view.revise(Revise::RemoveDimension(code.to_owned()));
                }
            });
        });
        self.lock(ui, view);
        labelled(ui, &tr!(language, "dimension-name"), |ui| {
            let name = Field::DimensionName(code.to_owned());
            let field = self.field(ui, view, &name, TextField::new(""));
            self.name_new(ui, &field, &dimension.name);
            (field, ())
        });
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.group_gap;
            labelled(ui, &tr!(language, "item-code"), |ui| {
                let field = TextField::new("").width(96.0);
                let code = Field::DimensionCode(code.to_owned());
                (self.field(ui, view, &code, field), ())
            });
            above(ui, view, code);
            let share = tree::share_of_dimension(all, dimension);
            let weight = Field::DimensionWeight(code.to_owned());
            self.weight(ui, view, &weight, share, 96.0);
        });
        self.held(ui, view, code);
    }

    /// What lies in the dimension; a row leads to its item.
    fn held(&mut self, ui: &mut Ui, view: &View<'_>, code: &str) {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        let items: Vec<_> = all.items_in(Some(code)).collect();
        if items.is_empty() {
            return;
        }
        let columns = [
            Column::words(tr!(language, "item-code"), 80.0),
            Column::words(tr!(language, "item-text"), 200.0).stretch(1.0),
            Column::words(tr!(language, "item-kind"), 120.0),
            Column::number(tr!(language, "item-weight"), 80.0),
        ];
        let answer = Table::new(("held", code), &columns, items.len())
            .inset(0.0)
            .plain()
            .show(ui, |row, cells| {
                let Some(item) = items.get(row) else {
                    return;
                };
                cells.weak(&item.code);
                cells.text(&item.text);
                cells.text(&super::item::kind_name(language, item.kind));
                let share = tree::share_of_item(all, item);
                cells
                    .text(&share.map_or_else(|| number::MISSING.to_owned(), number::whole_percent));
            });
        if let Some(item) = answer.chosen.and_then(|row| items.get(row)) {
            self.selected = Selected::Item(item.lineage);
        }
    }
}

fn above(ui: &mut Ui, view: &View<'_>, code: &str) {
    let language = view.cx.language;
    let all = &view.revision.questionnaire;
    let Some(current) = all.dimension(code).map(|it| it.parent.clone()) else {
        return;
    };
    let mut choices = vec![(None, tr!(language, "dimension-top"))];
    choices.extend(
        all.children(None)
            .filter(|other| edit::may_hold(all, &other.code, code))
            .map(|other| (Some(other.code.clone()), other.name.clone())),
    );
    let shown = choices.iter().find(|(above, _)| *above == current);
    let shown = shown.map_or_else(String::new, |(_, name)| name.clone());
    let name = tr!(language, "dimension-above");
    let picked = labelled(ui, &name, |ui| {
        Select::new(&name, &shown)
            .width(220.0)
            .read_only(!view.editable)
            .show(ui, &current, &choices)
    });
    if let Some(below) = picked {
        view.revise(Revise::MoveDimension {
            code: code.to_owned(),
            below,
            before: None,
        });
    }
}
