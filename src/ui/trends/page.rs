//! The page: what was found, the chart, what the lines did in words, and the numbers.

use egui::{Align, Frame, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::made::Made;
use super::{TrendsTab, differences, drawn, table};
use crate::chart::Chart;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::style::{margin, palette};
use crate::ui::widgets::{Button, empty, icons, panel};
use crate::ui::{Action, Cx, Output};

/// The most of the page's height words and numbers take.
const LOWER: f32 = 0.44;

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made, tab: &mut TrendsTab) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if made.lines.is_empty() {
        let title = tr!(cx.language, "trends-none");
        let next = tr!(cx.language, "trends-none-next");
        empty(ui, icons::ICON_SHOW_CHART, &title, &next, |_| {});
        return;
    }
    head(ui, cx, made);
    let room = ui.available_rect_before_wrap();
    let wanted = table::height(made).max(200.0);
    let lower = wanted.min(room.height() * LOWER);
    let split = room.bottom() - lower;
    let upper = Rect::from_min_max(room.min, pos2(room.right(), split));
    part(ui, "chart", upper, |ui| {
        let inset = margin(tokens().space.page_margin, 0.0);
        Frame::NONE
            .inner_margin(inset)
            .show(ui, |ui| cx.ask(drawn::show(ui, cx, made, tab)));
    });
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(room.x_range(), split, line);
    let below = Rect::from_min_max(pos2(room.left(), split + 1.0), room.max);
    parts_below(ui, cx, made, tab, below);
}

fn parts_below(ui: &mut Ui, cx: &Cx<'_>, made: &Made, tab: &mut TrendsTab, below: Rect) {
    let share = match (made.differences.is_empty(), below.width() < 1100.0) {
        (true, _) => 0.0,
        (false, true) => 0.3,
        (false, false) => 0.4,
    };
    let between = (below.left() + below.width() * share).round();
    if share > 0.0 {
        let words = Rect::from_min_max(below.min, pos2(between, below.bottom()));
        let picked = part(ui, "differences", words, |ui| {
            differences::show(ui, cx, made, &tab.picked)
        });
        if let Some(subject) = picked {
            tab.picked.add(&subject);
        }
        let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
        ui.painter().vline(between, below.y_range(), line);
    }
    let numbers = Rect::from_min_max(pos2(between + 1.0, below.top()), below.max);
    part(ui, "numbers", numbers, |ui| {
        cx.ask(table::show(ui, cx, made));
    });
}

fn part<R>(ui: &mut Ui, name: &str, place: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new()
        .id_salt(name)
        .max_rect(place)
        .layout(Layout::top_down(Align::Min));
    let mut ui = ui.new_child(builder);
    ui.set_clip_rect(place.intersect(ui.clip_rect()));
    ui.spacing_mut().item_spacing = vec2(tokens().space.control_gap, 0.0);
    content(&mut ui)
}

fn head(ui: &mut Ui, cx: &Cx<'_>, made: &Made) {
    let chart = || Chart::Trend(made.chart.clone());
    let inset = margin(tokens().space.page_margin, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        panel::page_head(ui, &made.chart.title, &made.chart.subtitle, |ui| {
            let name = tr!(cx.language, "tab-trends");
            let wish = chart_menu(ui, cx.language, &name, None);
            cx.ask(wish.and_then(|wish| wish.action(chart)));
            let print = Button::secondary(tr!(cx.language, "trends-print"));
            if ui.add(print.icon(icons::ICON_PRINT)).clicked() {
                cx.ask(Action::Chart {
                    chart: Box::new(chart()),
                    to: Output::Print,
                });
            }
        });
    });
}

/// A part that scrolls by itself.
pub(super) fn scrolled<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui)
        })
        .inner
}
