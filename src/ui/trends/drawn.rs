//! The chart itself, and what a dot says under the pointer. A press on a dot keeps that in sight
//! and offers the way to its wave: a chart is looked at, it does not lead away by itself.

use egui::{Id, Popup, PopupAnchor, PopupCloseBehavior, Pos2, Ui, pos2, vec2};

use super::contents::TrendContents;
use super::{TrendsTab, reading};
use crate::analysis::TrendPoint;
use crate::chart::Line;
use crate::chart::words::{point_range, point_value};
use crate::i18n::period;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::plot::{Wanted, plot};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, text};
use crate::ui::{Action, Cx, Place, Tab};

/// Draws it over what room there is.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, tab: &mut TrendsTab) {
    let place = ui.available_rect_before_wrap();
    let size = vec2(place.width(), place.height() - 4.0);
    let name = tr!(
        cx.language,
        "trends-chart",
        title = made.chart.title.as_str(),
        subtitle = made.chart.subtitle.as_str()
    );
    let id = Id::unique("trend").with(cx.survey.map(|survey| survey.id));
    let looked_at = tab.looked_at.take();
    let mut lines = made.lines.iter();
    let looked_at = looked_at.and_then(|of| lines.position(|line| line.subject == of));
    let pinned_line = tab.pinned.map(|pinned| pinned.line);
    let wanted = Wanted {
        name: &name,
        whole: tab.whole,
        focus: looked_at.or(pinned_line).or(tab.hovered),
    };
    let plotted = plot(ui, id, &made.chart, size, wanted);
    tab.whole = false;
    tab.hovered = plotted.hovered.map(|(line, _)| line);
    if plotted.zoomed {
        let words = tr!(cx.language, "trends-whole");
        let button = Button::secondary(words)
            .icon(icons::ICON_ZOOM_OUT_MAP)
            .small();
        let at = egui::Rect::from_min_size(
            pos2(place.left() + 56.0, place.top() + 4.0),
            vec2(160.0, 28.0),
        );
        let mut over = ui.new_child(egui::UiBuilder::new().max_rect(at));
        tab.whole = over.add(button).clicked();
    }
    if let Some((line, dot)) = plotted.pressed
        && let Some(at) = ui.ctx().pointer_interact_pos()
    {
        tab.pinned = Some(Pinned { line, dot, at });
        tab.pressed = made.lines.get(line).map(|it| it.subject.clone());
    } else if tab.pinned.is_none()
        && let Some(time) = plotted.time
    {
        reading::tip(ui, cx, made, (time, tab.hovered));
    }
    pinned(ui, cx, made, &mut tab.pinned);
}

/// A dot that was pressed, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pinned {
    line: usize,
    dot: usize,
    at: Pos2,
}

/// What the pressed dot says, and the way to its wave, until something else is pressed.
fn pinned(ui: &Ui, cx: &Cx<'_>, made: &TrendContents, pinned: &mut Option<Pinned>) {
    let Some(Pinned { line, dot, at }) = *pinned else {
        return;
    };
    let known = made.chart.lines.get(line).zip(made.point(line, dot));
    let Some(((drawn, point), of)) = known.zip(made.lines.get(line)) else {
        *pinned = None;
        return;
    };
    let mut open = true;
    let id = Id::unique("trend point");
    let anchor = PopupAnchor::Position(at);
    let looked = Popup::new(id, ui.ctx().clone(), anchor, ui.layer_id())
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(10.0)
        .show(|ui| {
            say(ui, cx, drawn, point);
            ui.add_space(tokens().space.control_gap);
            let period = when(cx, point);
            let words = tr!(cx.language, "trends-look", period = period);
            let look = ui.add(Button::secondary(words).small()).clicked();
            cx.ask(look.then(|| leads(point, &of.subject)));
            look
        });
    if !open || looked.is_some_and(|looked| looked.inner) {
        *pinned = None;
    }
}

/// To the wave a value comes from: to the item's page, or to the scores.
pub(super) fn leads(point: &TrendPoint, subject: &Subject) -> Action {
    let place = match subject {
        Subject::Item(item) => Place::Item(*item),
        _ => Place::Tab(Tab::Scores),
    };
    Action::Look {
        wave: point.wave,
        place,
    }
}

fn say(ui: &mut Ui, cx: &Cx<'_>, line: &Line, point: &TrendPoint) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let colors = palette(ui);
    let ink = line.ink.color(colors);
    text::say(ui, Face::TableBold, ink, line.name.as_str());
    text::say(ui, Face::Small, colors.text_weak, when(cx, point));
    let rate = line.subject == Subject::Satisfied;
    let value = point_value(point, rate);
    text::say(ui, Face::Section, colors.text, value);
    if point.low.is_some() {
        let range = point_range(point, rate);
        text::weak(ui, tr!(cx.language, "scores-interval", range = range));
    }
    text::weak(ui, tr!(cx.language, "trends-n", n = point.n));
}

fn when(cx: &Cx<'_>, point: &TrendPoint) -> String {
    if point.label.is_empty() {
        period::name(cx.language, point.period)
    } else {
        point.label.clone()
    }
}
