//! The page: what was found, the chart, what the lines did in words, and the numbers.

use egui::{Rect, Stroke, Ui};

use super::contents::TrendContents;
use super::{TrendsTab, View, answers, differences, drawn, kpis, multiples, table};
use crate::chart::Chart;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, empty, icons, panel};
use crate::ui::{Action, Cx, Output};

/// The most of the page's height words and numbers take.
const LOWER: f32 = 0.44;

/// The most of it the firm's own figures take.
const STRIP: f32 = 0.3;

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, tab: &mut TrendsTab) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if made.lines.is_empty() {
        let title = tr!(cx.language, "trends-none");
        let next = tr!(cx.language, "trends-none-next");
        return empty(ui, icons::ICON_SHOW_CHART, &title, &next, |_| {});
    }
    head(ui, cx, made, tab.view);
    match (tab.view, &made.multiples) {
        (View::Lines, _) | (View::Multiples, None) => {}
        (View::Multiples, Some(all)) => return multiples::show(ui, cx, all, tab),
        (View::Answers, _) => return answers::show(ui, cx, made),
    }
    let whole = ui.available_rect_before_wrap();
    let room = strip(ui, cx, made, (&mut *tab, whole));
    let wanted = table::height(cx, made).max(200.0);
    let split = room.bottom() - wanted.min(room.height() * LOWER);
    let (upper, below) = room.split_top_bottom_at_y(split);
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(room.x_range(), split, line);
    panel::page(&mut panel::part(ui, "chart", upper), |ui| {
        drawn::show(ui, cx, made, tab);
    });
    let share = match (made.differences.is_empty(), below.width() < 1100.0) {
        (true, _) => 0.0,
        (false, true) => 0.3,
        (false, false) => 0.4,
    };
    let (words, numbers) = below
        .with_min_y(split + 1.0)
        .split_left_right_at_fraction(share);
    if share > 0.0 {
        let mut part = panel::part(ui, "differences", words);
        differences::show(&mut part, cx, made, &mut tab.picked);
        ui.painter().vline(words.right(), words.y_range(), line);
    }
    let mut part = panel::part(ui, "numbers", numbers.with_min_x(numbers.left() + 1.0));
    table::show(&mut part, cx, made);
}

/// The firm's own figures at the foot of the page; gives the room above them.
fn strip(
    ui: &mut Ui,
    cx: &Cx<'_>,
    made: &TrendContents,
    (tab, whole): (&mut TrendsTab, Rect),
) -> Rect {
    if made.kpis.is_empty() {
        return whole;
    }
    let height = kpis::height(&made.kpis).min(whole.height() * STRIP);
    let (above, below) = whole.split_top_bottom_at_y(whole.bottom() - height);
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(whole.x_range(), below.top(), line);
    let mut part = panel::part(ui, "kpis", below.with_min_y(below.top() + 1.0));
    kpis::show(&mut part, cx, &made.kpis, &mut tab.kpi);
    above
}

/// What is shown, and the ways it can be kept.
fn head(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, view: View) {
    let tab = tr!(cx.language, "tab-trends");
    if view == View::Answers {
        let title = tr!(cx.language, "trends-answers-title");
        return panel::page(ui, |ui| {
            panel::page_head(ui, &title, &made.chart.subtitle, |_| {});
        });
    }
    let title = match &made.multiples {
        Some(all) => &all.title,
        None => &made.chart.title,
    };
    let chart = || match &made.multiples {
        Some(all) => Chart::Multiples(all.clone()),
        None => Chart::Trend(made.chart.clone()),
    };
    panel::page(ui, |ui| {
        panel::page_head(ui, title, &made.chart.subtitle, |ui| {
            let print = Button::secondary(tr!(cx.language, "trends-print"));
            if ui.add(print.icon(icons::ICON_PRINT)).clicked() {
                cx.ask(Action::Chart {
                    chart: Box::new(chart()),
                    to: Output::Print,
                });
            }
            chart_menu(ui, cx, &tab, chart);
        });
    });
}
