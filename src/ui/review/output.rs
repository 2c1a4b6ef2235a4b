//! The right panel: where the material goes.

use egui::Ui;

use crate::i18n::{Language, format};
use crate::model::{Format, FormatKind};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};
use crate::ui::{Cx, Output, Pages, Printed, chart_menu};

/// Draws it.
pub(super) fn output(ui: &mut Ui, cx: &Cx<'_>, language: Language) {
    panel::scrolled(ui, "output", |ui| {
        panel::padded(ui, |ui| {
            panel::section_head(ui, &tr!(cx.language, "review-output"), |_| {});
            material(ui, cx, language);
            ui.add_space(tokens().space.section_gap);
            panel::section_head(ui, &tr!(cx.language, "review-figures"), |_| {});
            figure(ui, cx, Printed::Trend, language);
            ui.add_space(tokens().space.panel_margin);
            panel::rule(ui);
            ui.add_space(tokens().space.panel_margin);
            figure(ui, cx, Printed::Scores, language);
        });
    });
}

/// The whole of it: as a file, or to the printer.
fn material(ui: &mut Ui, cx: &Cx<'_>, language: Language) {
    let pages = cx.preview.count();
    let width = ui.available_width();
    let whole = cx.formats.iter().filter(|it| it.kind == FormatKind::Pages);
    for (at, format) in whole.copied().enumerate() {
        let name = format::name(cx.language, format);
        let words = tr!(cx.language, "review-save", format = name, pages = pages);
        let save = match at {
            0 => Button::primary(words),
            _ => Button::secondary(words),
        };
        let save = save.icon(chart_menu::icon_of(format.kind)).width(width);
        if ui.add_enabled(pages > 0, save).clicked() {
            print(cx, Printed::Review, language, Output::File(format));
        }
        ui.add_space(tokens().space.control_gap);
    }
    let button = Button::secondary(tr!(cx.language, "review-print"))
        .icon(icons::ICON_PRINT)
        .tip(tr!(cx.language, "review-print-explained"))
        .width(width);
    if ui.add_enabled(pages > 0, button).clicked() {
        print(cx, Printed::Review, language, Output::Print);
    }
}

/// Trend or scores by themselves, for other documents and for the wall: a name, what it shows,
/// and a button a format.
fn figure(ui: &mut Ui, cx: &Cx<'_>, what: Printed, language: Language) {
    let (name, explained) = match what {
        Printed::Trend => (
            tr!(cx.language, "review-figure-trend"),
            tr!(cx.language, "review-figure-trend-explained"),
        ),
        Printed::Scores | Printed::Review => (
            tr!(cx.language, "review-figure-scores"),
            tr!(cx.language, "review-figure-scores-explained"),
        ),
    };
    let color = palette(ui).text;
    text::say(ui, Face::Body, color, name.as_str());
    text::weak(ui, explained);
    ui.add_space(tokens().space.control_gap);
    ui.horizontal(|ui| {
        let formats = cx.formats.iter().copied().filter(|it| it.documents);
        let formats: Vec<Format> = formats.collect();
        let count = formats.len() as f32;
        let gaps = (count - 1.0) * ui.spacing().item_spacing.x;
        let width = (ui.available_width() - gaps) / count;
        for format in formats {
            let said = format::name(cx.language, format);
            let (shown, words) = (name.as_str(), said.as_str());
            let called = tr!(cx.language, "review-save-as", what = shown, format = words);
            let button = Button::secondary(said).called(called).small().width(width);
            if ui.add(button).clicked() {
                print(cx, what, language, Output::File(format));
            }
        }
    });
}

fn print(cx: &Cx<'_>, what: Printed, language: Language, to: Output) {
    if let Some(pages) = Pages::of_wave(what, cx, language) {
        cx.ask(pages.save(to));
    }
}
