//! The chosen comment whole: whose it is, what was asked, what was ticked beside it, its tags.

use egui::{Ui, vec2};

use super::contents::Row;
use super::{give, list};
use crate::analysis::{Beside, Ticked, ticked};
use crate::chart::words::class_word;
use crate::model::Tag;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Chip, Tone, panel, tag, text};
use crate::ui::{Action, Cx, Place};

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, row: &Row, tags: &[&Tag]) {
    panel::scrolled(ui, "comment", |ui| {
        panel::padded(ui, |ui| {
            ui.spacing_mut().item_spacing.y = tokens().space.control_gap;
            text::say(ui, Face::Section, palette(ui).text, row.customer.as_str());
            text::weak(ui, row.question.as_str());
            text::body(ui, row.text.as_str());
            ui.add_space(tokens().space.control_gap);
            beside(ui, cx, row);
            ui.add_space(tokens().space.group_gap);
            given(ui, cx, row, tags);
            ui.add_space(tokens().space.group_gap);
            let open = Button::secondary(tr!(cx.language, "comments-to-return"));
            if ui.add(open).clicked() {
                cx.ask(Action::Go(Place::Return(row.key.0)));
            }
        });
    });
}

/// What it stands beside and what the same customer ticked there.
fn beside(ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
    let (Some(revision), Some(view)) = (cx.revision(), cx.view) else {
        return;
    };
    text::weak(ui, tr!(cx.language, "comment-beside"));
    match &row.beside {
        Beside::Item(item) => {
            if text::link(ui, row.about.as_str()).clicked() {
                cx.ask(Action::Go(Place::Item(*item)));
            }
        }
        Beside::Dimension(_) | Beside::General => {
            text::table(ui, row.about.as_str());
        }
    }
    if row.beside == Beside::General {
        text::weak(ui, tr!(cx.language, "comments-felt-general"));
        return;
    }
    let returned = view
        .returns
        .returns
        .iter()
        .position(|it| it.id == row.key.0);
    let answers = returned.map_or_else(Vec::new, |at| {
        ticked(&revision.questionnaire, &view.returns, &row.beside, at)
    });
    if answers.is_empty() {
        text::weak(ui, tr!(cx.language, "comments-felt-none"));
    }
    for Ticked { item, option, felt } in answers {
        ui.horizontal(|ui| {
            let tone = felt.map_or(Tone::Hollow, list::tone);
            tag::status(ui, tone, &option.label);
            text::weak(ui, format!("{} {}", item.code, item.text));
        });
    }
}

/// The tags of the survey: a press gives one or takes it off.
fn given(ui: &mut Ui, cx: &Cx<'_>, row: &Row, tags: &[&Tag]) {
    text::weak(ui, tr!(cx.language, "comment-tags"));
    if tags.is_empty() {
        text::weak(ui, tr!(cx.language, "comments-no-tags"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let gap = tokens().space.control_gap;
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for it in tags {
            let known = row.tags.iter().find(|one| one.tag == it.id);
            let chip = Chip::new(it.name.as_str()).chosen(known.is_some());
            let called = tr!(cx.language, "comments-tag-of", tag = it.name.as_str());
            let response = ui.add_enabled(cx.writable && !cx.stale, chip.called(called));
            if response.clicked() {
                give::ask(cx, it.id, &[row.key], known.is_none());
            }
        }
    });
    for it in &row.tags {
        let class = class_word(it.class, cx.language);
        let name = &*it.name;
        let words = match it.by_hand {
            true => tr!(cx.language, "comments-by-hand", tag = name, class = class),
            false => tr!(cx.language, "comments-by-word", tag = name, class = class),
        };
        text::weak(ui, words);
    }
}
