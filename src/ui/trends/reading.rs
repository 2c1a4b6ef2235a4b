//! What every line says at the time the pointer is nearest to.

use egui::{Grid, PopupAnchor, Tooltip, Ui, vec2};

use super::contents::TrendContents;
use crate::chart::{Dot, Line, Time};
use crate::i18n::number;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::text;

/// Beside the pointer: a time by its place, and the line that is looked at.
pub(super) fn tip(ui: &Ui, cx: &Cx<'_>, made: &TrendContents, at: (usize, Option<usize>)) {
    let (time, focus) = at;
    let Some(time) = made.chart.times.get(time) else {
        return;
    };
    let id = ui.scope_id().with("tip");
    let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, PopupAnchor::Pointer);
    tooltip.gap(16.0).show(|ui| {
        text::say(ui, Face::TableBold, palette(ui).text, time.name.as_str());
        ui.add_space(2.0);
        Grid::new("lines at a time")
            .spacing(vec2(tokens().space.group_gap, 4.0))
            .min_row_height(0.0)
            .show(ui, |ui| {
                for (at, line) in made.chart.lines.iter().enumerate() {
                    row(ui, cx, (line, focus == Some(at)), time);
                    ui.end_row();
                }
            });
        for event in made.chart.events_before(at.0) {
            let color = event.ink.color(palette(ui));
            let words = tr!(
                cx.language,
                "trends-action",
                number = event.number.as_str(),
                title = event.title.as_str(),
                date = event.date.to_string()
            );
            text::say(ui, Face::Small, color, words);
        }
    });
}

/// Name, value and the returns behind it.
fn row(ui: &mut Ui, cx: &Cx<'_>, (line, focused): (&Line, bool), time: &Time) {
    let colors = palette(ui);
    let face = match focused || line.main {
        true => Face::TableBold,
        false => Face::Table,
    };
    text::say(ui, face, line.ink.color(colors), line.name.as_str());
    let dots = dots_at(line, time);
    if dots.is_empty() {
        text::say(ui, face, colors.text_weak, number::MISSING);
        return;
    }
    text::say(ui, face, colors.text, values(&dots));
    let counts: Vec<String> = dots
        .iter()
        .filter(|dot| dot.n > 0)
        .map(|dot| number::count(dot.n))
        .collect();
    if !counts.is_empty() {
        let counts = counts.join(BETWEEN);
        text::weak(ui, tr!(cx.language, "trends-behind", n = counts.as_str()));
    }
}

/// Between what the customers of the wave before said and those of the next.
const BETWEEN: &str = " / ";

/// What a line says at a time: one value, or two where other customers go on than came.
pub(super) fn dots_at<'a>(line: &'a Line, time: &Time) -> Vec<&'a Dot> {
    let dots = line.dots.iter();
    dots.filter(|dot| (dot.at - time.at).abs() < 1e-9).collect()
}

/// As written.
pub(super) fn values(dots: &[&Dot]) -> String {
    let labels: Vec<&str> = dots.iter().map(|dot| dot.label.as_str()).collect();
    labels.join(BETWEEN)
}
