//! The panel that shows the tree.

use egui::{Id, ScrollArea, Ui};

use super::{
    OUTSIDE, QuestionnaireTab, Row, Selected, View, rows, share_of_dimension, share_of_item,
};
use crate::i18n::number;
use crate::model::{Item, Origin};
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
                for row in &rows {
                    self.row(ui, view, row, &rows);
                }
                self.drag.settle(ui);
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

    fn row(&mut self, ui: &mut Ui, view: &View<'_>, row: &Row<'_>, rows: &[Row<'_>]) {
        let selects = row.selects();
        let chosen = selects.as_ref() == Some(&self.selected);
        let answer = self.draw_row(ui, view, row, chosen);
        let closes = match row {
            Row::Dimension(dimension, _) => Some(dimension.code.as_str()),
            Row::Outside(_) => Some(OUTSIDE),
            Row::Item(..) => None,
        };
        let whole = matches!(row, Row::Outside(_)) && answer.row.clicked();
        if let Some(code) = closes.filter(|_| answer.toggled || whole) {
            self.toggle(code);
        } else if answer.row.clicked()
            && let Some(selects) = selects
        {
            self.selected = selects;
            answer.row.request_focus();
        }
        if chosen && std::mem::take(&mut self.focus) {
            answer.row.request_focus();
            answer.row.scroll_to_me(None);
        }
        self.dragged(ui, view, row, &answer.row);
        self.keys(ui, view, row, rows, &answer.row);
    }

    fn draw_row(&self, ui: &mut Ui, view: &View<'_>, row: &Row<'_>, chosen: bool) -> TreeAnswer {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        let id = row_id(row.selects().as_ref());
        match row {
            Row::Dimension(dimension, depth) => {
                let share = share_of_dimension(all, dimension);
                TreeRow::new(id, &dimension.name)
                    .depth(*depth)
                    .branch(!self.closed.contains(&dimension.code))
                    .right(&share.map_or_else(String::new, number::whole_percent))
                    .chosen(chosen)
                    .draggable(view.editable)
                    .show(ui)
            }
            Row::Item(item, depth) => {
                let share = share_of_item(all, item);
                let mark = mark(view, item);
                TreeRow::new(id, &item.text)
                    .code(&item.code)
                    .depth(*depth)
                    .right(&share.map_or_else(String::new, number::whole_percent))
                    .mark(&mark)
                    .chosen(chosen)
                    .draggable(view.editable)
                    .show(ui)
            }
            Row::Outside(held) => {
                let scored = all.items_in(None).any(|item| item.scored);
                let name = if scored {
                    tr!(language, "questionnaire-outside")
                } else {
                    tr!(language, "questionnaire-unscored")
                };
                let held: usize = *held;
                let count = tr!(language, "questionnaire-count", count = held);
                TreeRow::new(id, &name)
                    .branch(!self.closed.contains(OUTSIDE))
                    .right(&count)
                    .counts()
                    .show(ui)
            }
        }
    }

    fn toggle(&mut self, code: &str) {
        if !self.closed.remove(code) {
            self.closed.insert(code.to_owned());
        }
    }
}

fn row_id(selects: Option<&Selected>) -> Id {
    Id::unique("questionnaire row").with(format!("{selects:?}"))
}

/// What an item is to the revision before, in a word.
fn mark(view: &View<'_>, item: &Item) -> String {
    let language = view.cx.language;
    match (view.before.is_some(), item.origin) {
        (true, Origin::Reworded) => tr!(language, "origin-reworded"),
        (true, Origin::New) => tr!(language, "origin-new"),
        _ => String::new(),
    }
}
