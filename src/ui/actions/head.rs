//! The head of the page: how many are overdue, and how the rest is shown.

use egui::Ui;

use super::raise::Raise;
use super::{ActionsTab, Shape};
use crate::model::CorrectiveAction;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Segment, Select, icons, panel, text};

impl ActionsTab {
    pub(super) fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) {
        panel::bare_bar(ui, "actions head", 68.0, |ui| {
            panel::ends(
                ui,
                "actions head",
                |ui| counts(ui, cx, all),
                |ui| self.controls(ui, cx, all),
            );
        });
        ui.add_space(tokens().space.control_gap);
    }

    fn controls(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) {
        let board = tr!(cx.language, "actions-board");
        let list = tr!(cx.language, "actions-list");
        let shapes = [(Shape::Board, board.as_str()), (Shape::List, list.as_str())];
        let segment = Segment::new(self.shape, &shapes)
            .icons(&[icons::ICON_VIEW_KANBAN, icons::ICON_TABLE_ROWS]);
        if let Some(shape) = segment.show(ui) {
            self.shape = shape;
        }
        let everyone = tr!(cx.language, "actions-all-departments");
        let mut choices = vec![(None, everyone.clone())];
        for action in all.iter().filter(|action| !action.department.is_empty()) {
            let choice = (Some(action.department.clone()), action.department.clone());
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        let name = tr!(cx.language, "actions-department");
        let shown = self.department.clone().unwrap_or(everyone);
        let select = Select::new(&name, &shown).width(168.0);
        if let (_, Some(chosen)) = select.show(ui, &self.department, &choices) {
            self.department = chosen;
        }
        let raise = Button::primary(tr!(cx.language, "actions-raise")).icon(icons::ICON_ADD);
        if ui.add_enabled(cx.writable, raise).clicked() {
            self.raise = Some(Raise::default());
        }
    }
}

fn counts(ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) {
    let late = |action: &&&CorrectiveAction| action.overdue(cx.today).is_some();
    let overdue = all.iter().filter(late).count();
    let open = all.iter().filter(|action| !action.closed()).count();
    let colors = palette(ui);
    let words = if overdue > 0 {
        let ink = colors.negative;
        text::say(ui, Face::Title, ink, overdue.to_string());
        text::say(ui, Face::Body, ink, tr!(cx.language, "actions-overdue"));
        tr!(cx.language, "actions-open-too", count = open)
    } else {
        text::say(ui, Face::Title, colors.text, open.to_string());
        tr!(cx.language, "actions-open")
    };
    text::say(ui, Face::Body, colors.text_weak, words);
}
