//! The answers behind what is drawn, option by option and wave by wave.

use egui::{ScrollArea, Ui};

use super::contents::TrendContents;
use crate::chart::{Chart, Distribution, Measure};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{panel, text};
use crate::ui::{Cx, scene};

/// Draws them, one part a line.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents) {
    ScrollArea::vertical()
        .id_salt("answers")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if made.answers.is_empty() {
                panel::page(ui, |ui| {
                    let words = tr!(cx.language, "trends-answers-none");
                    text::say(ui, Face::Body, palette(ui).text_weak, words);
                });
            }
            for (name, tables) in &made.answers {
                for (at, table) in tables.iter().enumerate() {
                    ui.push_id((name, at), |ui| {
                        panel::page_section(ui, name, |ui| {
                            chart_menu(ui, cx, name, || Chart::Distribution(table.clone()));
                        });
                        panel::page(ui, |ui| {
                            let drawn = table.layout(ui.available_width(), Measure::shared());
                            scene::show(ui, &drawn, &said(name, table));
                        });
                    });
                    ui.add_space(tokens().space.group_gap);
                }
            }
        });
}

/// What a screen reader says of a table.
fn said(name: &str, table: &Distribution) -> String {
    let rows = table.rows.iter();
    let rows = rows.map(|row| format!("{} {}", row.text, table.said(row)));
    let rows: Vec<String> = rows.collect();
    format!("{name} {}", rows.join("; "))
}
