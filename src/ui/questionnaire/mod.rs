//! The questionnaire as a controlled document.

use egui::Ui;

use super::{Action, Cx, Place};
use crate::tr;
use crate::ui::widgets::{empty, icons, panel};

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct QuestionnaireTab {}

impl QuestionnaireTab {
    /// Leads to a place of this tab.
    pub fn go(&mut self, _place: &Place, _cx: &Cx<'_>) {}

    /// What is typed and not kept yet, because the tab is being left.
    pub fn leave(&mut self, _cx: &Cx<'_>) -> Vec<Action> {
        Vec::new()
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        panel::work(ui, |ui| {
            let title = tr!(cx.language, "questionnaire-empty");
            empty(ui, icons::ICON_ASSIGNMENT, &title, "", |_| {});
        });
        None
    }
}
