//! Trend and scores by themselves, for other documents and for the wall.

use egui::Ui;

use crate::i18n::{Language, format};
use crate::model::Format;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, panel, text};
use crate::ui::{Action, Cx, Output, Pages, Printed};

/// Draws them.
pub(super) fn figures(ui: &mut Ui, cx: &Cx<'_>, language: Language) -> Option<Action> {
    let known = cx.language;
    panel::section_head(ui, &tr!(known, "review-figures"), |_| {});
    let trend = figure(
        ui,
        cx,
        &tr!(known, "review-figure-trend"),
        &tr!(known, "review-figure-trend-explained"),
    );
    ui.add_space(tokens().space.panel_margin);
    panel::rule(ui);
    ui.add_space(tokens().space.panel_margin);
    let scores = figure(
        ui,
        cx,
        &tr!(known, "review-figure-scores"),
        &tr!(known, "review-figure-scores-explained"),
    );
    let trend = trend.map(|to| (Printed::Trend, to));
    let (what, to) = trend.or(scores.map(|to| (Printed::Scores, to)))?;
    Some(Pages::of_wave(what, cx, language)?.save(to))
}

/// Its name, what it shows, and a button a format.
fn figure(ui: &mut Ui, cx: &Cx<'_>, name: &str, explained: &str) -> Option<Output> {
    let colors = palette(ui);
    text::say(ui, Face::Body, colors.text, name);
    text::weak(ui, explained);
    ui.add_space(tokens().space.control_gap);
    let mut wish = None;
    ui.horizontal(|ui| {
        let formats: Vec<Format> = cx
            .formats
            .iter()
            .copied()
            .filter(|it| it.documents)
            .collect();
        let count = formats.len() as f32;
        let gaps = (count - 1.0) * ui.spacing().item_spacing.x;
        let width = (ui.available_width() - gaps) / count;
        for format in formats {
            let said = format::name(cx.language, format);
            let words = said.as_str();
            let called = tr!(cx.language, "review-save-as", what = name, format = words);
            let button = Button::secondary(said).called(called).small().width(width);
            if ui.add(button).clicked() {
                wish = Some(Output::File(format));
            }
        }
    });
    wish
}
