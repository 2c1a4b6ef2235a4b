//! Who answered: what customers of the list are, beside those of them who answered.

use egui::Ui;

use super::parts::{figure, grid, name};
use crate::analysis::{Composed, Composition, SegmentKey};
use crate::chart::words::value_name;
use crate::i18n::{Language, number};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{panel, text};

/// Draws it, as far as anything is known of them.
pub(super) fn whom(ui: &mut Ui, cx: &Cx<'_>, all: &[Composition]) {
    if all.is_empty() {
        return;
    }
    let language = cx.language;
    panel::section_head(ui, &tr!(language, "whom-title"), |_| {});
    let told = all
        .iter()
        .flat_map(|one| &one.values)
        .any(Composed::differs);
    if !told {
        text::weak(ui, tr!(language, "whom-alike"));
    }
    for one in all {
        ui.add_space(tokens().space.control_gap);
        table(ui, language, one);
    }
    ui.add_space(tokens().space.group_gap);
}

fn table(ui: &mut Ui, language: Language, one: &Composition) {
    let title = match &one.key {
        SegmentKey::Attribute(name) => name.clone(),
        SegmentKey::Key
        | SegmentKey::Customer
        | SegmentKey::Item(_)
        | SegmentKey::Channel
        | SegmentKey::Collector
        | SegmentKey::Tag => tr!(language, "finding-key-accounts"),
    };
    text::say(ui, Face::TableBold, palette(ui).text, title.as_str());
    let heads = [
        tr!(language, "ledger-frame"),
        tr!(language, "whom-of-list"),
        tr!(language, "overview-valid"),
        tr!(language, "whom-of-valid"),
    ];
    grid(ui, &title, &heads, |ui| {
        for value in &one.values {
            let called = value.value.as_ref();
            let called = called.map(|it| value_name(&one.key, it, language));
            name(ui, &called.unwrap_or_else(|| tr!(language, "whom-without")));
            figure(ui, &value.part.chosen.to_string());
            figure(ui, &number::percent(Some(value.of_list)));
            figure(ui, &value.part.valid.to_string());
            figure(ui, &number::percent(value.of_valid));
            if value.differs() {
                let more = value.of_valid.is_some_and(|share| share > value.of_list);
                let words = match more {
                    true => tr!(language, "whom-more"),
                    false => tr!(language, "whom-less"),
                };
                text::say(ui, Face::Table, palette(ui).warning, words);
            }
            ui.end_row();
        }
    });
}
