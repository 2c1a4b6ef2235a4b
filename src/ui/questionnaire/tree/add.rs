//! New items and dimensions, and those of the revision before put back.

use egui::Ui;

use super::{QuestionnaireTab, Selected, View};
use crate::model::{Dimension, Item, LineageId, Preset};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::questionnaire::{edit, revision, scale};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};

impl QuestionnaireTab {
    pub(super) fn dropped(&mut self, ui: &mut Ui, view: &View<'_>, action: &mut Option<Action>) {
        if !view.editable {
            return;
        }
        let language = view.cx.language;
        let gone: Vec<Item> = revision::dropped(view.before, view.revision)
            .cloned()
            .collect();
        if gone.is_empty() {
            return;
        }
        ui.add_space(tokens().space.group_gap);
        panel::padded(ui, |ui| {
            let count = tr!(language, "questionnaire-dropped", count = gone.len());
            text::weak(ui, count);
            for item in &gone {
                ui.horizontal(|ui| {
                    let colors = palette(ui);
                    let words = format!("{} {}", item.code, item.text);
                    let name = tr!(language, "questionnaire-restore", code = item.code.as_str());
                    let button = Button::icon_only(icons::ICON_SETTINGS_BACKUP_RESTORE, name);
                    if ui.add(button).clicked() {
                        let back = revision::restored(view.revision, item);
                        self.selected = Selected::Item(back.lineage);
                        *action = view.edit(|after| after.questionnaire.items.push(back));
                    }
                    text::line(ui, Face::Table, colors.text_weak, words);
                });
            }
        });
    }

    pub(super) fn add_item(&mut self, view: &View<'_>) -> Option<Action> {
        let all = &view.revision.questionnaire;
        let lineage = LineageId(view.cx.fresh_id());
        let into = match &self.selected {
            Selected::Item(lineage) => all.item_of(*lineage)?.dimension.clone(),
            Selected::Dimension(code) => Some(code.clone()),
            _ => all.dimensions.last().map(|last| last.code.clone()),
        };
        let text = tr!(view.cx.language, "questionnaire-new-item");
        let usual = scale::ready_made(view.cx.language, Preset::Five);
        let item = edit::new_item(all, lineage, into.as_deref(), &text, usual);
        self.selected = Selected::Item(lineage);
        self.focus = true;
        let after_lineage = all.items_in(into.as_deref()).last().map(|it| it.lineage);
        view.edit(|after| {
            let items = &mut after.questionnaire.items;
            let at = items
                .iter()
                .position(|it| Some(it.lineage) == after_lineage)
                .map_or(items.len(), |at| at + 1);
            items.insert(at, item);
        })
    }

    pub(in crate::ui::questionnaire) fn add_dimension(
        &mut self,
        view: &View<'_>,
    ) -> Option<Action> {
        let all = &view.revision.questionnaire;
        let code = edit::next_code(all, "D");
        let dimension = Dimension {
            code: code.clone(),
            name: tr!(view.cx.language, "questionnaire-new-dimension"),
            parent: None,
            weight: all.children(None).last().map_or(1.0, |last| last.weight),
        };
        self.selected = Selected::Dimension(code);
        self.focus = true;
        view.edit(|after| after.questionnaire.dimensions.push(dimension))
    }
}
