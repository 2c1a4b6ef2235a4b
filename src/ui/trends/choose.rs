//! The panel that chooses the lines and what is drawn beside them.

use egui::{Align, Align2, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::contents::TrendContents;
use super::pick::MOST;
use super::{TrendsTab, View, entered};
use crate::analysis::Filter;
use crate::chart::{Drawable, Ink};
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::filter_in_words;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Checkbox, Hotspot, Segment, icon, icons, panel, text};
use crate::ui::{Action, Cx};

/// Height of one line of the list.
const ROW: f32 = 30.0;

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, tab: &mut TrendsTab) {
    ui.spacing_mut().item_spacing.y = 0.0;
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(cx.language, "trends-show"), |_| {});
        let language = cx.language;
        let views = [
            (View::Lines, tr!(language, "trends-view-lines")),
            (View::Multiples, tr!(language, "trends-view-multiples")),
            (View::Answers, tr!(language, "trends-view-answers")),
        ];
        let views = views
            .each_ref()
            .map(|(view, words)| (*view, words.as_str()));
        let segment = Segment::new(tab.view, &views).width(ui.available_width());
        tab.view = segment.small().show(ui).unwrap_or(tab.view);
        ui.add_space(tokens().space.control_gap);
    });
    ScrollArea::vertical()
        .id_salt("lines")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            panel::padded(ui, |ui| {
                if tab.picked.full() && tab.view != View::Multiples {
                    let color = palette(ui).warning;
                    let words = tr!(cx.language, "trends-full", most = MOST);
                    text::say(ui, Face::Small, color, words);
                    ui.add_space(tokens().space.control_gap);
                }
                // Side by side all are shown.
                if tab.view != View::Multiples {
                    for choice in &made.choices {
                        row(ui, cx, choice, tab);
                    }
                    rule(ui);
                }
                toggles(ui, cx, tab);
                filter(ui, cx);
                rule(ui);
                entered::show(ui, cx, made, tab);
            });
        });
}

fn rule(ui: &mut Ui) {
    ui.add_space(tokens().space.group_gap);
    panel::rule(ui);
    ui.add_space(tokens().space.group_gap);
}

/// One line to draw, with its colour while it is drawn.
fn row(ui: &mut Ui, cx: &Cx<'_>, choice: &Drawable, tab: &mut TrendsTab) {
    if let (Subject::Item(_), Some(code)) = (&choice.subject, &choice.above)
        && !tab.open.contains(code)
    {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let right = rect.right() - (ROW - 6.0);
    if let (Subject::Dimension(code), true) = (&choice.subject, choice.parent) {
        let place = Rect::from_min_max(pos2(right, rect.top()), rect.max);
        if arrow(ui, cx, choice, place, tab.open.contains(code)) && !tab.open.remove(code) {
            tab.open.insert(code.clone());
        }
    }
    let drawn = tab.picked.color(&choice.subject);
    if drawn.is_some() && ui.rect_contains_pointer(rect) {
        tab.looked_at = Some(choice.subject.clone());
    }
    if let Some(color) = drawn {
        let main = tab.picked.lines().first();
        let main = main.is_some_and(|(subject, _)| *subject == choice.subject);
        swatch(ui, color, main, pos2(right, rect.center().y));
    }
    // Words give way to what stands behind them.
    let end = match (drawn, choice.parent) {
        (Some(_), _) => right - SWATCH - 6.0,
        (None, true) => right - 6.0,
        (None, false) => rect.right(),
    };
    let indent = choice.depth as f32 * tokens().space.section_gap;
    let start = pos2(rect.left() + indent, rect.top());
    let place = Rect::from_min_max(start, pos2(end, rect.bottom()));
    let can = drawn.is_some() || !tab.picked.full();
    if tick(ui, choice, place, drawn.is_some(), can) {
        tab.picked.turn(&choice.subject);
    }
}

/// Length of a piece of line in its colour.
const SWATCH: f32 = 20.0;

fn swatch(ui: &Ui, color: usize, main: bool, end: egui::Pos2) {
    let ink = Ink::Series(color).color(palette(ui));
    let sizes = &tokens().chart;
    let width = if main { sizes.line_main } else { sizes.line };
    let line = egui::Rangef::new(end.x - SWATCH, end.x);
    ui.painter().hline(line, end.y, Stroke::new(width, ink));
}

/// The box and its words, either of which turns it; true when it was turned.
fn tick(ui: &mut Ui, choice: &Drawable, place: Rect, mut ticked: bool, can: bool) -> bool {
    let colors = palette(ui);
    let builder = UiBuilder::new()
        .id_salt(&choice.name)
        .max_rect(place)
        .layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(builder);
    let checkbox = Checkbox::new(&mut ticked, choice.name.as_str()).bare();
    let turned = ui.add_enabled(can, checkbox).changed();
    let ink = if can {
        colors.text
    } else {
        colors.text_disabled
    };
    let room = ui.available_width();
    let (words, response) = ui.allocate_exact_size(vec2(room, ROW), Sense::CLICK);
    let left = Align2::LEFT_CENTER;
    let cut = text::paint(&ui, words, left, (Face::Body, ink), &choice.name).cut;
    let pressed = response.clicked() && can;
    if cut {
        response.on_hover_text(choice.name.as_str());
    }
    turned || pressed
}

/// True when it was pressed.
fn arrow(ui: &mut Ui, cx: &Cx<'_>, choice: &Drawable, place: Rect, open: bool) -> bool {
    let name = choice.name.as_str();
    let (mark, words) = if open {
        (
            icons::ICON_KEYBOARD_ARROW_DOWN,
            tr!(cx.language, "trends-close", name = name),
        )
    } else {
        (
            icons::ICON_KEYBOARD_ARROW_RIGHT,
            tr!(cx.language, "trends-open", name = name),
        )
    };
    let hotspot = Hotspot::button(words).ring(place.shrink(3.0), 2.0);
    let response = hotspot.at(ui, place, ("arrow", name));
    let colors = palette(ui);
    let ink = if response.hovered() {
        colors.text
    } else {
        colors.text_weak
    };
    let size = tokens().icon.control;
    let at = pos2(place.right() - size / 2.0, place.center().y);
    icon::paint(ui.painter(), at, mark, size, ink);
    response.clicked()
}

/// What is drawn beside the lines, as far as the view has it.
fn toggles(ui: &mut Ui, cx: &Cx<'_>, tab: &mut TrendsTab) {
    let shown = &mut tab.shown;
    let toggles = [
        (&mut shown.target, tr!(cx.language, "trends-target")),
        (&mut shown.interval, tr!(cx.language, "trends-interval")),
        (&mut shown.values, tr!(cx.language, "trends-values")),
        (&mut shown.breaks, tr!(cx.language, "trends-breaks")),
        (&mut shown.same, tr!(cx.language, "trends-same")),
    ];
    let count = match tab.view {
        View::Lines => toggles.len(),
        View::Multiples => 2,
        View::Answers => 0,
    };
    for (on, words) in toggles.into_iter().take(count) {
        ui.add(Checkbox::new(on, words));
        ui.add_space(ROW - tokens().height.control_small);
    }
}

/// Says that not all customers are in the lines, and lets them all in again.
fn filter(ui: &mut Ui, cx: &Cx<'_>) {
    let words = filter_in_words(cx);
    if words.is_empty() {
        return;
    }
    rule(ui);
    let color = palette(ui).text;
    text::say(ui, Face::Table, color, words);
    ui.add_space(tokens().space.unit);
    let clear = text::link(ui, tr!(cx.language, "filter-clear"));
    if clear.clicked() {
        cx.ask(Action::Filter(Filter::default()));
    }
}
