//! The panel that shows the tree.

use egui::{Id, ScrollArea, Ui};

use super::{QuestionnaireTab, Row, Selected, View, rows};
use crate::i18n::number;
use crate::model::Origin;
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Button, TreeAnswer, TreeRow, icons, panel, text};

impl QuestionnaireTab {
    /// Draws the panel at the left.
    pub(in crate::ui::questionnaire) fn tree_panel(&mut self, ui: &mut Ui, view: &View<'_>) {
        panel::left(ui, view.cx.language, "questionnaire tree", 320.0, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.tree_head(ui, view);
            self.foot(ui, view);
            let area = ScrollArea::vertical()
                .id_salt("tree")
                .auto_shrink([false, false]);
            area.show(ui, |ui| {
                let rows = rows(&view.revision.questionnaire, &self.closed);
                for at in 0..rows.len() {
                    self.row(ui, view, &rows, at);
                }
                self.dropped(ui, view);
                ui.add_space(tokens().space.control_gap);
                panel::rule(ui);
                ui.add_space(tokens().space.control_gap);
                let language = view.cx.language;
                self.page(ui, Selected::Form, &tr!(language, "questionnaire-form"));
                self.page(ui, Selected::Rules, &tr!(language, "questionnaire-rules"));
            });
        });
    }

    fn tree_head(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        panel::padded(ui, |ui| {
            panel::section_head(ui, &tr!(language, "questionnaire-items"), |ui| {
                text::weak(ui, tr!(language, "questionnaire-weight"));
                if view.editable {
                    let add = tr!(language, "questionnaire-add-dimension");
                    let button = Button::icon_only(icons::ICON_CREATE_NEW_FOLDER, add);
                    if ui.add(button).clicked() {
                        self.add_dimension(view);
                    }
                    let add = tr!(language, "questionnaire-add-item");
                    let button = Button::icon_only(icons::ICON_ADD, add);
                    if ui.add(button).clicked() {
                        self.add_item(view);
                    }
                }
            });
        });
    }

    fn page(&mut self, ui: &mut Ui, page: Selected, name: &str) {
        let id = Id::unique("questionnaire page").with(name);
        let row = TreeRow::new(id, name)
            .chosen(self.selected == page)
            .show(ui)
            .row;
        if row.clicked() {
            self.selected = page;
        }
    }

    fn row(&mut self, ui: &mut Ui, view: &View<'_>, rows: &[Row<'_>], at: usize) {
        let Some(row) = rows.get(at) else {
            return;
        };
        let chosen = row.what.as_ref() == Some(&self.selected);
        let answer = self.draw_row(ui, view, row, chosen);
        let pressed = answer.row.clicked();
        match (row.branch, &row.what) {
            (Some(branch), None) if pressed || answer.toggled => self.toggle(branch),
            (Some(branch), _) if answer.toggled => self.toggle(branch),
            (_, Some(what)) if pressed => {
                self.selected = what.clone();
                answer.row.request_focus();
            }
            _ => {}
        }
        if chosen && std::mem::take(&mut self.focus) {
            answer.row.request_focus();
            answer.row.scroll_to_me(None);
        }
        self.dragged(ui, view, row, &answer.row);
        self.keys(ui, view, rows, at, &answer.row);
    }

    fn draw_row(&self, ui: &mut Ui, view: &View<'_>, row: &Row<'_>, chosen: bool) -> TreeAnswer {
        let l = view.cx.language;
        let all = &view.revision.questionnaire;
        let id = Id::unique("questionnaire row").with(format!("{:?}", row.what));
        let open = row.branch.map(|branch| !self.closed.contains(branch));
        let Some(what) = &row.what else {
            let scored = all.items_in(None).any(|item| item.scored);
            let name = match scored {
                true => tr!(l, "questionnaire-outside"),
                false => tr!(l, "questionnaire-unscored"),
            };
            let count = tr!(l, "questionnaire-count", count = all.items_in(None).count());
            let drawn = TreeRow::new(id, &name).right(&count).counts();
            return drawn.branch(open).show(ui);
        };
        let share = row.share.map_or_else(String::new, number::whole_percent);
        TreeRow::new(id, row.name)
            .code(row.code)
            .depth(row.depth)
            .branch(open)
            .right(&share)
            .mark(&mark(view, what))
            .chosen(chosen)
            .draggable(view.editable)
            .show(ui)
    }

    fn toggle(&mut self, code: &str) {
        if !self.closed.remove(code) {
            self.closed.insert(code.to_owned());
        }
    }
}

/// What an item is to the revision before, in a word.
fn mark(view: &View<'_>, what: &Selected) -> String {
    let item = match what {
        Selected::Item(lineage) => view.revision.questionnaire.item_of(*lineage),
        Selected::Dimension(_) | Selected::Form | Selected::Rules | Selected::Checks => None,
    };
    match item.filter(|_| view.before.is_some()).map(|it| it.origin) {
        Some(Origin::Reworded) => tr!(view.cx.language, "origin-reworded"),
        Some(Origin::New) => tr!(view.cx.language, "origin-new"),
        Some(Origin::Same | Origin::Split | Origin::Merged) | None => String::new(),
    }
}
