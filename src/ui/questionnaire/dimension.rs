//! One dimension to edit: its name, code, place and weight, and what lies in it.

use egui::Ui;

use super::item::{NARROW, weight};
use super::{Field, QuestionnaireTab, Selected, View, tree};
use crate::edit::{self, Revise};
use crate::i18n::{form, number};
use crate::model::Dimension;
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::FormField;
use crate::ui::widgets::{Button, Column, Table, icons, panel, text};

impl QuestionnaireTab {
    /// Draws the editor of a dimension.
    pub(super) fn dimension(&mut self, ui: &mut Ui, view: &View<'_>, code: &str) {
        let (cx, language) = (view.cx, view.cx.language);
        let all = &view.revision.questionnaire;
        let Some(dimension) = all.dimension(code) else {
            return;
        };
        self.dimension_head(ui, view, dimension);
        self.lock(ui, view);
        let field = |name, field: fn(String) -> Field| view.text(name, field(code.to_owned()));
        let name = field(tr!(language, "dimension-name"), Field::DimensionName);
        self.typed.field(ui, cx, name);
        let share = tree::share_of_dimension(all, dimension);
        let fields = [
            field(tr!(language, "item-code"), Field::DimensionCode).width(NARROW),
            above(view, dimension).width(220.0),
            weight(view, Field::DimensionWeight(code.to_owned()), share),
        ];
        self.typed.row(ui, cx, fields);
        self.held(ui, view, code);
    }

    fn dimension_head(&mut self, ui: &mut Ui, view: &View<'_>, dimension: &Dimension) {
        let name = |ui: &mut Ui| {
            text::section(ui, dimension.name.as_str());
        };
        panel::head_row(ui, tokens().height.control, name, |ui| {
            let name = tr!(view.cx.language, "dimension-remove");
            let remove = Button::icon_only(icons::ICON_DELETE, name);
            if view.editable && ui.add(remove).clicked() {
                self.remove(view, &Selected::Dimension(dimension.code.clone()));
            }
        });
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
        let table = Table::new(("held", code), &columns, items.len());
        let answer = table.inset(0.0).plain().show(ui, |row, cells| {
            let Some(item) = items.get(row) else {
                return;
            };
            cells.weak(&item.code);
            cells.text(&item.text);
            cells.text(&form::kind_name(language, item.kind));
            let share = tree::share_of_item(all, item);
            cells.text(&share.map_or_else(|| number::MISSING.to_owned(), number::whole_percent));
        });
        if let Some(item) = answer.chosen.and_then(|row| items.get(row)) {
            self.selected = Selected::Item(item.lineage);
        }
    }
}

/// What it is a part of.
fn above<'a>(view: &View<'a>, dimension: &Dimension) -> FormField<'a> {
    let language = view.cx.language;
    let all = &view.revision.questionnaire;
    let code = dimension.code.clone();
    let others = all.children(None);
    let others = others.filter(|other| edit::may_hold(all, &other.code, &code));
    let others = others.map(|other| (Some(other.code.clone()), other.name.clone()));
    let top = (None, tr!(language, "dimension-top"));
    let choices = std::iter::once(top).chain(others).collect();
    let (name, now) = (tr!(language, "dimension-above"), dimension.parent.clone());
    view.choice(name, now, choices, |below| Revise::MoveDimension {
        code,
        below,
        before: None,
    })
}
