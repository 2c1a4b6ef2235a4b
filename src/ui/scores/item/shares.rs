//! How often each option was chosen, and the item's line over the waves.

use egui::Ui;

use super::contents::ItemContents;
use crate::chart::{Bars, Chart, Measure, Size};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::scores::pieces::{self, Piece};
use crate::ui::widgets::{panel, text};
use crate::ui::{Cx, scene};

/// Height of the small trend.
const TREND: f32 = 250.0;

/// Draws the column.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    panel::page(ui, |ui| {
        bars(ui, cx, made);
        ui.add_space(tokens().space.section_gap);
        trend(ui, cx, made);
    });
}

fn bars(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    let title = title(cx, made);
    let bars = &made.bars;
    if made.figures.hidden() {
        panel::section_head(ui, &title, |_| {});
        text::weak(ui, tr!(cx.language, "item-hidden"));
        return;
    }
    panel::section_head(ui, &title, |ui| {
        chart_menu(ui, cx, &title, || Chart::Bars(bars.clone()));
    });
    let laid = bars.layout(ui.available_width(), Measure::shared());
    let name = format!("{title}: {}", said(bars));
    let response = scene::show(ui, &laid, &name);
    let at = response.rect.min;
    let marks = laid.marks.into_iter().map(|mark| mark.moved(at.x, at.y));
    let marks: Vec<_> = marks.collect();
    let pieces = bars.bars.iter().map(|bar| Piece {
        option: &bar.label,
        count: bar.count,
        // One dot a customer of few; else one bar, drawn even when nobody chose it.
        drawn: if bars.few { bar.count } else { 1 },
    });
    let item = (made.item(), made.figures.code.as_str());
    pieces::show(ui, cx, &marks, item, pieces);
}

fn title(cx: &Cx<'_>, made: &ItemContents) -> String {
    let n = made.figures.figure.n;
    if made.figures.figure.few() {
        return match made.figures.hidden() {
            true => tr!(cx.language, "item-hidden-title", n = n),
            false => tr!(cx.language, "item-few", n = n),
        };
    }
    let satisfied = made.figures.counts.iter();
    let happy = satisfied.filter(|count| count.satisfied);
    let happy: usize = happy.filter_map(|count| count.n).sum();
    match (made.unhappy, made.figures.nps) {
        (_, Some(_)) => tr!(cx.language, "item-recommend"),
        (0, _) => tr!(cx.language, "item-nobody"),
        _ => tr!(
            cx.language,
            "item-unhappy",
            unhappy = made.unhappy,
            happy = happy
        ),
    }
}

fn said(bars: &Bars) -> String {
    let words = bars
        .bars
        .iter()
        .map(|bar| format!("{} {} {}", bar.label, bar.count, bar.share));
    words.collect::<Vec<_>>().join(", ")
}

fn trend(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    let Some((whole, small)) = &made.trend else {
        return;
    };
    let title = tr!(cx.language, "item-trend");
    panel::section_head(ui, &title, |ui| {
        chart_menu(ui, cx, &title, || Chart::Trend(whole.clone()));
    });
    // In a line of its own: cut short it would leave out that it may be chance.
    if !made.story.is_empty() {
        text::weak(ui, made.story.as_str());
    }
    if small.lines.iter().all(|line| line.dots.is_empty()) {
        text::weak(ui, tr!(cx.language, "item-trend-few"));
        return;
    }
    let size = Size::new(ui.available_width(), TREND);
    let laid = small.layout(size, Measure::shared());
    let points = small.lines.iter().flat_map(|line| &line.dots);
    let values: Vec<&str> = points.map(|dot| dot.label.as_str()).collect();
    let name = format!("{title} {} {}", made.story, values.join(" "));
    scene::show(ui, &laid, &name);
}
