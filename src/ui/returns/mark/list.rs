//! The forms of the survey that were marked: each can be marked otherwise, or be read by its
//! marks no more.

use egui::Ui;

use crate::edit::Intent;
use crate::model::Marking;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, empty, icons, panel, text};
use crate::ui::{Action, Cx, MarkAction, Pick};

const HEIGHT: f32 = 52.0;

/// Draws them.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    let survey = cx.survey.map(|it| it.id);
    let all: Vec<&Marking> = survey
        .into_iter()
        .flat_map(|it| cx.data.markings_of(it))
        .collect();
    let left = |ui: &mut Ui| {
        let colors = palette(ui);
        text::say(ui, Face::Heading, colors.text, tr!(language, "marks-title"));
        text::say(ui, Face::Body, colors.text_weak, all.len().to_string());
    };
    crate::ui::returns::head(ui, cx, tokens().height.page_header, left, |ui| {
        if cx.writable && !all.is_empty() {
            choose(ui, cx);
        }
    });
    panel::work(ui, |ui| {
        if all.is_empty() {
            let (title, next) = (
                tr!(language, "marks-none"),
                tr!(language, "marks-none-next"),
            );
            return empty(ui, icons::ICON_CHECKLIST, &title, &next, |ui| {
                if cx.writable {
                    choose(ui, cx);
                }
            });
        }
        panel::scrolled(ui, "marked forms", |ui| {
            panel::page(ui, |ui| {
                ui.add_space(8.0);
                for marking in all {
                    one(ui, cx, marking);
                    panel::rule(ui);
                }
            });
        });
    });
}

fn choose(ui: &mut Ui, cx: &Cx<'_>) {
    let button = Button::primary(tr!(cx.language, "marks-choose")).icon(icons::ICON_ADD);
    if ui.add(button).clicked() {
        cx.ask(Action::Pick(Pick::Blank));
    }
}

/// A form, how much of it is marked, and what can be done with it.
fn one(ui: &mut Ui, cx: &Cx<'_>, marking: &Marking) {
    let (language, file) = (cx.language, marking.file.as_str());
    let mut items: Vec<_> = marking
        .marks
        .iter()
        .filter_map(|it| it.meant.item())
        .collect();
    items.sort_unstable();
    items.dedup();
    let (count, sheet) = (items.len(), marking.sheet.name.as_str());
    let left = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(8.0);
            text::line(ui, Face::TableBold, palette(ui).text, file);
            text::weak(ui, tr!(language, "marks-one", sheet = sheet, count = count));
        });
    };
    panel::head_row(ui, HEIGHT, left, |ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
        let words = tr!(language, "marks-save");
        let save = Button::secondary(words.clone()).called(format!("{words} {file}"));
        if ui.add(save).clicked() {
            cx.ask(Action::Mark(MarkAction::Save(marking.id)));
        }
        if !cx.writable {
            return;
        }
        let words = tr!(language, "marks-edit");
        let edit = Button::secondary(words.clone()).called(format!("{words} {file}"));
        if ui.add(edit).clicked() {
            cx.ask(Action::Mark(MarkAction::Edit(marking.id)));
        }
        let words = tr!(language, "marks-remove");
        let remove = Button::secondary(words.clone()).called(format!("{words} {file}"));
        if ui.add(remove).clicked() {
            cx.edit(Intent::RemoveMarking(marking.id));
        }
    });
}
