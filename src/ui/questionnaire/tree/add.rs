//! New items and dimensions, and those of the revision before put back.

use egui::Ui;

use super::{Field, QuestionnaireTab, Selected, View};
use crate::edit::{self, Revise};
use crate::i18n::preset;
use crate::model::{Item, LineageId, Preset};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};

impl QuestionnaireTab {
    pub(super) fn dropped(&mut self, ui: &mut Ui, view: &View<'_>) {
        if !view.editable {
            return;
        }
        let language = view.cx.language;
        let gone: Vec<&Item> = edit::dropped(view.before, view.revision).collect();
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
                        self.selected = Selected::Item(item.lineage);
                        view.revise(Revise::RestoreItem(item.lineage));
                    }
                    text::line(ui, Face::Table, colors.text_weak, words);
                });
            }
        });
    }

    pub(super) fn add_item(&mut self, view: &View<'_>) {
        let all = &view.revision.questionnaire;
        let lineage = LineageId(view.cx.fresh_id());
        let into = match &self.selected {
            Selected::Item(lineage) => {
                let beside = all.item_of(*lineage);
                beside.and_then(|item| item.dimension.clone())
            }
            Selected::Dimension(code) => Some(code.clone()),
            _ => all.dimensions.last().map(|last| last.code.clone()),
        };
        let written = view.written_in();
        self.selected = Selected::Item(lineage);
        self.typed.type_over(view.typed(Field::Text(lineage)));
        view.revise(Revise::AddItem {
            lineage,
            dimension: into,
            text: tr!(written, "questionnaire-new-item"),
            usual: preset::scale(written, Preset::Five),
        });
    }

    pub(in crate::ui::questionnaire) fn add_dimension(&mut self, view: &View<'_>) {
        let all = &view.revision.questionnaire;
        let code = edit::next_code(all, "D");
        self.selected = Selected::Dimension(code.clone());
        let typed = view.typed(Field::DimensionName(code.clone()));
        self.typed.type_over(typed);
        let name = tr!(view.written_in(), "questionnaire-new-dimension");
        view.revise(Revise::AddDimension { code, name });
    }
}
