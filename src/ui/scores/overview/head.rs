//! The head of the page: the index with its interval, on a line with target and last wave,
//! and what it means.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::facts;
use super::made::Made;
use crate::chart::Measure;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::{behind, figure};
use crate::ui::style::palette;
use crate::ui::widgets::text;
use crate::ui::{Action, Cx, scene};

/// Height of the head.
const HEIGHT: f32 = 112.0;

/// Widest the gauge gets.
const GAUGE: f32 = 520.0;

/// Draws it; pressing the figure leads to its returns.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made) -> Option<Action> {
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), egui::Sense::hover());
    let inner = rect.shrink2(vec2(tokens().space.page_margin, 0.0));
    let left = part(
        ui,
        Rect::from_min_size(inner.min + vec2(0.0, 23.0), vec2(inner.width(), 70.0)),
    );
    let (pressed, after) = index(left, cx, made);
    let gap = tokens().space.section_gap * 1.5;
    let facts_width = (inner.width() * 0.36).clamp(250.0, 400.0);
    let facts_left = inner.right() - facts_width;
    let between = facts_left - after - 2.0 * gap;
    if between > 120.0 {
        let width = between.min(GAUGE);
        let at = pos2(after + gap, inner.top() + 18.0);
        let mut ui = part(ui, Rect::from_min_size(at, vec2(width, HEIGHT)));
        let laid = made.gauge.layout(width, Measure::shared());
        let name = tr!(cx.language, "scores-gauge", score = made.index.0.as_str());
        scene::show(&mut ui, &laid, &name);
    }
    let facts_top = inner.center().y - 44.0;
    let place = Rect::from_min_max(pos2(facts_left, facts_top), inner.max);
    let mut at_right = part(ui, place);
    facts::show(&mut at_right, &made.facts);
    pressed.then(|| behind::score(cx, &Subject::Index).map(Action::Go))?
}

fn part(ui: &mut Ui, rect: Rect) -> Ui {
    let layout = Layout::top_down(Align::Min);
    ui.new_child(UiBuilder::new().max_rect(rect).layout(layout))
}

/// Whether the figure was pressed, and where it ends.
fn index(mut ui: Ui, cx: &Cx<'_>, made: &Made) -> (bool, f32) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let label = tr!(cx.language, "subject-index");
    let color = palette(&ui).text_weak;
    text::say(
        &mut ui,
        crate::ui::style::Face::Small,
        color,
        label.as_str(),
    );
    let (value, interval) = &made.index;
    let name = format!("{label} {value} {interval}");
    let pressed = figure::figure(&mut ui, value, interval, name.trim());
    (pressed, ui.min_rect().right())
}
