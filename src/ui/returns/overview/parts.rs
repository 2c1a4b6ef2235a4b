//! The list by the channel it went out by, by who collects, and what came by which channel.

use egui::{Align, Grid, Layout, Ui, vec2};

use crate::analysis::{Breakdown, Part};
use crate::i18n::{Language, choice, number};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{panel, text};

/// Width of a column of figures.
const FIGURE: f32 = 84.0;
/// Width of the names.
const NAME: f32 = 200.0;

/// Draws them, as far as they say something.
pub(super) fn parts(ui: &mut Ui, cx: &Cx<'_>, parts: &Breakdown) {
    let language = cx.language;
    let noted = |name: &str| match name {
        "" => tr!(language, "collector-none"),
        name => name.to_owned(),
    };
    if !parts.channels.is_empty() {
        let channels = parts.channels.iter();
        let rows = channels.map(|(name, part)| (noted(name), part));
        table(ui, language, &tr!(language, "overview-channels"), rows);
        let collectors = parts.collectors.iter();
        let rows = collectors.map(|(kind, part)| (choice::collector(language, *kind), part));
        table(ui, language, &tr!(language, "overview-collectors"), rows);
    }
    if parts.came.is_empty() {
        return;
    }
    let title = tr!(language, "overview-came");
    panel::section_head(ui, &title, |_| {});
    let heads = [
        tr!(language, "ledger-returned"),
        tr!(language, "returns-counted"),
    ];
    grid(ui, &title, &heads, |ui| {
        for (channel, all, valid) in &parts.came {
            name(ui, &noted(channel));
            figure(ui, &all.to_string());
            figure(ui, &number::count(*valid));
            ui.end_row();
        }
    });
}

fn table<'a>(
    ui: &mut Ui,
    language: Language,
    title: &str,
    rows: impl Iterator<Item = (String, &'a Part)>,
) {
    panel::section_head(ui, title, |_| {});
    let heads = [
        tr!(language, "ledger-frame"),
        tr!(language, "ledger-issued"),
        tr!(language, "overview-answered"),
        tr!(language, "overview-valid"),
        tr!(language, "ledger-return-rate"),
    ];
    grid(ui, title, &heads, |ui| {
        for (words, part) in rows {
            name(ui, &words);
            for count in [part.chosen, part.issued, part.returned, part.valid] {
                figure(ui, &number::count(count));
            }
            figure(ui, &number::percent(part.return_rate));
            ui.end_row();
        }
    });
}

/// Names and columns of figures.
pub(super) fn grid(ui: &mut Ui, id: &str, heads: &[String], rows: impl FnOnce(&mut Ui)) {
    let grid = Grid::new(id).spacing(vec2(tokens().space.control_gap, 2.0));
    grid.show(ui, |ui| {
        ui.allocate_space(vec2(NAME, 0.0));
        for head in heads {
            right(ui, Face::Small, palette(ui).text_weak, head);
        }
        ui.end_row();
        rows(ui);
    });
    ui.add_space(tokens().space.group_gap);
}

pub(super) fn name(ui: &mut Ui, words: &str) {
    ui.scope(|ui| {
        ui.set_width(NAME);
        text::table(ui, words);
    });
}

pub(super) fn figure(ui: &mut Ui, words: &str) {
    right(ui, Face::Table, palette(ui).text, words);
}

fn right(ui: &mut Ui, face: Face, color: crate::theme::Color, words: &str) {
    let size = vec2(FIGURE, face.line_height());
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_width(FIGURE);
        text::say(ui, face, color, words);
    });
}
