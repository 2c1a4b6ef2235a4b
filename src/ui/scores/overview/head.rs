//! The head of the page: the index with its interval, on a line with target and last wave,
//! and what it means.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::contents::OverviewContents;
use super::facts;
use crate::chart::Measure;
use crate::model::Subject;
use crate::report::Standing;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::{behind, figure};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, panel, text};
use crate::ui::{Action, Cx, scene};

/// Height of the head.
const HEIGHT: f32 = 122.0;

/// Height of the line along its foot.
const FOOT: f32 = 20.0;

/// Widest the gauge gets.
const GAUGE: f32 = 520.0;

/// Draws it; pressing the figure leads to its returns.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &OverviewContents) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let inner = rect.shrink2(vec2(tokens().space.page_margin, 0.0));
    let left = Rect::from_min_size(inner.min + vec2(0.0, 23.0), vec2(inner.width(), 70.0));
    let after = index(panel::part(ui, "index", left), cx, &made.standing);
    let gap = tokens().space.section_gap * 1.5;
    let facts_width = (inner.width() * 0.36).clamp(250.0, 400.0);
    let facts = inner.with_min_x(inner.right() - facts_width);
    let between = facts.left() - after - 2.0 * gap;
    if between > 120.0 {
        let width = between.min(GAUGE);
        let at = pos2(after + gap, inner.top() + 18.0);
        let place = Rect::from_min_size(at, vec2(width, HEIGHT));
        let standing = &made.standing;
        let laid = standing.gauge.layout(width, Measure::shared());
        let name = tr!(cx.language, "scores-gauge", score = standing.value.as_str());
        scene::show(&mut panel::part(ui, "gauge", place), &laid, &name);
    }
    let facts = facts.with_min_y(inner.center().y - 54.0);
    let mut part = panel::part(ui, "facts", facts);
    part.spacing_mut().item_spacing.y = 0.0;
    facts::show(&mut part, &made.standing.facts, &made.rules);
    list(ui, inner, &made.frame);
}

/// What the customers of the list think together, in one line along the foot.
fn list(ui: &Ui, inner: Rect, words: &str) {
    if words.is_empty() {
        return;
    }
    let line = inner.with_min_y(inner.bottom() - FOOT);
    Hotspot::label(words).at(ui, line, "list");
    let ink = palette(ui).text_weak;
    text::paint(ui, line, Align2::LEFT_CENTER, (Face::Small, ink), words);
}

/// The figure and its interval; gives where they end.
fn index(mut ui: Ui, cx: &Cx<'_>, standing: &Standing) -> f32 {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Standing {
        label,
        value,
        interval,
        ..
    } = standing;
    text::weak(&mut ui, label.as_str());
    let name = format!("{label} {value} {interval}");
    if figure::figure(&mut ui, value, interval, name.trim()) {
        cx.ask(behind::score(cx, &Subject::Index).map(Action::Go));
    }
    ui.min_rect().right()
}
