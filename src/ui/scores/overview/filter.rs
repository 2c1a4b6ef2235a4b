//! Chips that choose whose returns count, for every tab alike.

use egui::Ui;

use crate::analysis::{Filter, Segment, SegmentKey};
use crate::chart::words::{filter_in_words, segment_name, value_name};
use crate::i18n::number;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::menu::{self, MenuItem};
use crate::ui::widgets::{Chip, icons, text};
use crate::ui::{Action, Cx, Sight};

/// Attributes that have a chip of their own without being chosen.
const OWN_CHIPS: usize = 2;

/// Draws the chips in a row that wraps.
pub fn show(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(view) = cx.view else {
        return;
    };
    let all = Chip::new(tr!(cx.language, "filter-all"))
        .count(view.whole.counted)
        .chosen(cx.filter.is_empty());
    if ui.add(all).clicked() && !cx.filter.is_empty() {
        cx.ask(Action::Filter(Filter::default()));
    }
    let mut own = 0;
    let mut rest = Vec::new();
    for segment in view.segments.iter() {
        let active = !cx.filter.values(&segment.key).is_empty();
        let attribute = matches!(segment.key, SegmentKey::Attribute(_));
        let key = segment.key == SegmentKey::Key;
        let shown = active || key || (attribute && own < OWN_CHIPS);
        own += usize::from(attribute && shown);
        if !shown {
            rest.push(segment);
        } else if key {
            key_chip(ui, cx, segment);
        } else {
            chip(ui, cx, segment);
        }
    }
    if !rest.is_empty() {
        let adds = ui.add(Chip::new(tr!(cx.language, "filter-add")).adds());
        menu::choices(&adds, tokens().width.menu, |ui| {
            for segment in &rest {
                ui.add_space(tokens().space.unit);
                ui.horizontal(|ui| {
                    ui.add_space(10.0);
                    text::weak(ui, segment_name(segment, cx.language));
                });
                values(ui, cx, segment);
            }
        });
    }
}

/// Asks for the filter with a change.
fn ask(cx: &Cx<'_>, change: impl FnOnce(&mut Filter)) {
    let mut filter = cx.filter.clone();
    change(&mut filter);
    cx.ask(Action::Filter(filter));
}

/// Key accounts are chosen or not.
fn key_chip(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) {
    let chosen = cx.filter.has(&SegmentKey::Key, SegmentKey::YES);
    let mut values = segment.values.iter();
    let yes = values.find(|value| value.value == SegmentKey::YES);
    let chip = Chip::new(tr!(cx.language, "segment-key"))
        .count(yes.map_or(0, |value| value.returns))
        .chosen(chosen);
    if ui.add(chip).clicked() {
        ask(cx, |filter| {
            filter.clear(&SegmentKey::Key);
            if !chosen {
                filter.add(SegmentKey::Key, SegmentKey::YES);
            }
        });
    }
}

fn chip(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) {
    let chosen = cx.filter.values(&segment.key);
    let name = segment_name(segment, cx.language);
    let words = if chosen.is_empty() {
        name
    } else {
        let values = chosen.iter();
        let values = values.map(|value| value_name(&segment.key, value, cx.language));
        let values = values.collect::<Vec<_>>();
        let values = values.join(&tr!(cx.language, "list-comma"));
        tr!(cx.language, "filter-chosen", name = name, values = values)
    };
    let button = ui.add(Chip::new(words).arrow().chosen(!chosen.is_empty()));
    menu::choices(&button, tokens().width.menu, |ui| values(ui, cx, segment));
}

/// The values of one name, of which several can be chosen.
fn values(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) {
    let mut line = |value: &str, returns: usize| {
        let chosen = cx.filter.has(&segment.key, value);
        let count = number::count(returns);
        let words = value_name(&segment.key, value, cx.language);
        let mut item = MenuItem::new(words).key(&count).chosen(chosen);
        if chosen {
            item = item.icon(icons::ICON_CHECK);
        }
        if ui.add(item).clicked() {
            ask(cx, |filter| match chosen {
                true => filter.remove(&segment.key, value),
                false => filter.add(segment.key.clone(), value),
            });
        }
    };
    for value in &segment.values {
        line(&value.value, value.returns);
    }
    if segment.without > 0 {
        line(SegmentKey::NONE, segment.without);
    }
    if segment.values.is_empty() {
        let color = palette(ui).text_disabled;
        text::say(ui, Face::Table, color, number::MISSING);
    }
}

/// What the filter asks for, in words; empty without one.
pub fn in_words(cx: &Sight<'_>) -> String {
    let segments = cx.view.map_or(&[][..], |view| &view.segments);
    filter_in_words(cx.filter, segments, cx.language)
}
