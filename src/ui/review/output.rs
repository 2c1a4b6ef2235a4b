//! The right panel: where the material goes.

use egui::{Frame, ScrollArea, Ui};

use super::figures;
use crate::i18n::{Language, format};
use crate::model::FormatKind;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::margin;
use crate::ui::widgets::{Button, icons, panel};
use crate::ui::{Action, Cx, Output, Pages, Printed, chart_menu};

/// Draws it.
pub(super) fn output(ui: &mut Ui, cx: &Cx<'_>, language: Language) -> Option<Action> {
    let inset = margin(tokens().space.panel_margin, 0.0);
    ScrollArea::vertical()
        .show(ui, |ui| {
            Frame::NONE
                .inner_margin(inset)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    panel::section_head(ui, &tr!(cx.language, "review-output"), |_| {});
                    let material = material(ui, cx, language);
                    ui.add_space(tokens().space.section_gap);
                    material.or(figures::figures(ui, cx, language))
                })
                .inner
        })
        .inner
}

/// The whole of it: as a file, or to the printer.
fn material(ui: &mut Ui, cx: &Cx<'_>, language: Language) -> Option<Action> {
    let pages = cx.preview.count();
    let width = ui.available_width();
    let mut to = None;
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
            to = Some(Output::File(format));
        }
        ui.add_space(tokens().space.control_gap);
    }
    let print = Button::secondary(tr!(cx.language, "review-print"))
        .icon(icons::ICON_PRINT)
        .tip(tr!(cx.language, "review-print-explained"))
        .width(width);
    if ui.add_enabled(pages > 0, print).clicked() {
        to = Some(Output::Print);
    }
    let to = to?;
    let pages = Pages::of_wave(Printed::Review, cx, language)?;
    Some(pages.save(to))
}
