//! The firm's own figures in a strip of their own below the trend: seen beside it, never mixed
//! into it.

use egui::{Ui, vec2};

use super::contents::Strip;
use super::kpi_form;
use crate::chart::{Chart, Measure, Size};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};
use crate::ui::{Cx, scene};

/// Height of one chart.
const CHART: f32 = 96.0;
/// The widest a chart gets.
const WIDEST: f32 = 900.0;
/// Height of what customers say against one.
const CONTRARY: f32 = 24.0;
/// Charts seen without scrolling.
const SEEN: usize = 2;

/// Room the strip wants; 0 without a figure.
pub(super) fn height(strips: &[Strip]) -> f32 {
    let line = CHART + tokens().height.section_header;
    let seen = strips.iter().take(SEEN);
    let told = |strip: &Strip| {
        if strip.contrary.is_empty() {
            0.0
        } else {
            CONTRARY
        }
    };
    seen.map(|strip| line + told(strip)).sum()
}

/// Draws them below each other; one that is to be changed becomes `open`.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, strips: &[Strip], open: &mut Option<kpi_form::Draft>) {
    panel::scrolled(ui, "kpis", |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, strip) in strips.iter().enumerate() {
            if ui.push_id(at, |ui| one(ui, cx, strip)).inner {
                let kpi = cx.data.kpis.iter().find(|it| it.id == strip.kpi);
                *open = kpi.map(kpi_form::Draft::of);
            }
        }
    });
}

/// One; true when it is to be changed.
fn one(ui: &mut Ui, cx: &Cx<'_>, strip: &Strip) -> bool {
    let mut opened = false;
    let chart = &strip.chart;
    panel::page(ui, |ui| {
        panel::head_row(
            ui,
            tokens().height.section_header,
            |ui| {
                let ink = palette(ui).text;
                text::line(ui, Face::Table, ink, chart.said.as_str());
            },
            |ui| {
                chart_menu(ui, cx, &chart.name, || {
                    Chart::Process(Box::new(chart.clone()))
                });
                if cx.writable {
                    let name = chart.name.as_str();
                    let called = tr!(cx.language, "kpi-change", name = name);
                    let button = Button::icon_only(icons::ICON_EDIT, called).small();
                    opened = ui.add(button).clicked();
                }
            },
        );
        if !strip.contrary.is_empty() {
            let ink = palette(ui).text;
            text::line(ui, Face::TableBold, ink, strip.contrary.as_str());
            ui.add_space(4.0);
        }
        let width = ui.available_width().min(WIDEST);
        let drawn = chart.layout(Size::new(width, CHART - 8.0), Measure::shared());
        let title = chart.said.as_str();
        scene::show(
            ui,
            &drawn,
            &tr!(cx.language, "chart-picture", title = title),
        );
        ui.allocate_space(vec2(width, 8.0));
    });
    opened
}
