//! Who answered: what customers of the list are, beside those of them who answered.

use egui::Ui;

use super::parts::{figure, grid, name};
use crate::analysis::{Composed, Composition};
use crate::i18n::Language;
use crate::model::Rules;
use crate::report::{self, Cell, whom_by};
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
    let title = whom_by(one, language);
    text::say(ui, Face::TableBold, palette(ui).text, title.as_str());
    let table = report::whom(std::slice::from_ref(one), language);
    // What the list is split by stands above, and what is told speaks for itself.
    let numbers = table.heads.iter().filter(|head| head.number);
    let heads: Vec<String> = numbers.map(|head| head.name.clone()).collect();
    let rules = Rules::default();
    grid(ui, &title, &heads, |ui| {
        for line in &table.lines {
            let mut cells = line.cells.iter().zip(&table.heads).skip(1);
            if let Some((value, _)) = cells.next() {
                name(ui, &value.written(&rules));
            }
            for (cell, head) in cells {
                let words = cell.written(&rules);
                if head.number {
                    figure(ui, &words);
                } else if *cell != Cell::Empty {
                    text::say(ui, Face::Table, palette(ui).warning, words);
                }
            }
            ui.end_row();
        }
    });
}
