//! How often each option was chosen, and the item's line over the waves.

use egui::{Frame, Ui};

use super::Wish;
use super::made::Made;
use crate::analysis::Answered;
use crate::chart::{Bars, Chart, Measure, Size};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::scores::behind;
use crate::ui::scores::pieces::pieces;
use crate::ui::style::margin;
use crate::ui::widgets::{panel, text};
use crate::ui::{Action, Cx, scene};

/// Height of the small trend.
const TREND: f32 = 250.0;

/// Draws the column.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made) -> Option<Wish> {
    let inset = margin(tokens().space.page_margin, 0.0);
    let action = Frame::NONE.inner_margin(inset).show(ui, |ui| {
        let bars = bars(ui, cx, made);
        ui.add_space(tokens().space.section_gap);
        bars.or(trend(ui, cx, made))
    });
    action.inner.map(Wish::Action)
}

fn bars(ui: &mut Ui, cx: &Cx<'_>, made: &Made) -> Option<Action> {
    let title = title(cx, made);
    let mut action = None;
    panel::section_head(ui, &title, |ui| {
        let wish = chart_menu(ui, cx.language, &title, None);
        let chart = || Chart::Bars(made.bars.clone());
        action = wish.and_then(|wish| wish.action(chart));
    });
    let laid = made.bars.layout(ui.available_width(), Measure::shared());
    let response = scene::show(ui, &laid, &said(&made.bars));
    let marks: Vec<_> = laid
        .marks
        .into_iter()
        .map(|mark| mark.moved(response.rect.left(), response.rect.top()))
        .collect();
    let bars = made.bars.bars.iter().enumerate();
    let names: Vec<(usize, String)> = bars
        .flat_map(|(at, bar)| {
            let name = tr!(
                cx.language,
                "answers-piece",
                code = made.figures.code.as_str(),
                option = bar.label.as_str(),
                n = bar.count
            );
            // One dot a customer of few; else one bar, drawn even when nobody chose it.
            let times = if made.bars.few { bar.count } else { 1 };
            std::iter::repeat_n((at, name), times)
        })
        .collect();
    if let Some(at) = pieces(ui, &marks, &names) {
        action = returns(cx, made, at);
    }
    action
}

/// The returns that chose an option, or answered nothing.
fn returns(cx: &Cx<'_>, made: &Made, at: usize) -> Option<Action> {
    let bar = made.bars.bars.get(at)?;
    let wanted = match behind::option(cx, made.item(), &bar.label) {
        Some(option) => Answered::Option(option),
        None => Answered::Nothing,
    };
    behind::answered(cx, made.item(), wanted, Some(&bar.label)).map(Action::Go)
}

fn title(cx: &Cx<'_>, made: &Made) -> String {
    let n = made.figures.figure.n;
    if made.figures.figure.few() {
        return tr!(cx.language, "item-few", n = n);
    }
    let satisfied = made.figures.counts.iter();
    let happy: usize = satisfied
        .filter(|count| count.satisfied)
        .map(|count| count.n)
        .sum();
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

fn trend(ui: &mut Ui, cx: &Cx<'_>, made: &Made) -> Option<Action> {
    let (whole, small) = made.trend.as_ref()?;
    let mut action = None;
    panel::section_head(ui, &made.story, |ui| {
        let wish = chart_menu(ui, cx.language, &made.story, None);
        let chart = || Chart::Trend(whole.clone());
        action = wish.and_then(|wish| wish.action(chart));
    });
    if small.lines.iter().all(|line| line.dots.is_empty()) {
        text::weak(ui, tr!(cx.language, "item-trend-few"));
        return action;
    }
    let size = Size::new(ui.available_width(), TREND);
    let laid = small.layout(size, Measure::shared());
    let points = small.lines.iter().flat_map(|line| &line.dots);
    let values: Vec<&str> = points.map(|dot| dot.label.as_str()).collect();
    let name = format!("{} {}", made.story, values.join(" "));
    scene::show(ui, &laid, &name);
    action
}
