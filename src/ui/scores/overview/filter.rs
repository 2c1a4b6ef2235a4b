//! Chips that choose whose returns count, for every tab alike.

use egui::Ui;

use crate::analysis::{Condition, Filter, Segment, SegmentKey, SegmentValue};
use crate::i18n::{Language, number};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::menu::{self, MenuItem};
use crate::ui::widgets::{Chip, icons, text};
use crate::ui::{Action, Cx};

/// Attributes that have a chip of their own without being chosen.
const OWN_CHIPS: usize = 2;

/// Draws the chips in a row that wraps.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) {
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
                    text::weak(ui, name(segment, cx.language));
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
    let name = name(segment, cx.language);
    let words = if chosen.is_empty() {
        name
    } else {
        let values = chosen.join(&tr!(cx.language, "list-comma"));
        tr!(cx.language, "filter-chosen", name = name, values = values)
    };
    let button = ui.add(Chip::new(words).arrow().chosen(!chosen.is_empty()));
    menu::choices(&button, tokens().width.menu, |ui| values(ui, cx, segment));
}

/// The values of one name, of which several can be chosen.
fn values(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) {
    for value in &segment.values {
        let chosen = cx.filter.has(&segment.key, &value.value);
        let count = value.returns.to_string();
        let words = value_name(&segment.key, value, cx.language);
        let mut item = MenuItem::new(words).key(&count).chosen(chosen);
        if chosen {
            item = item.icon(icons::ICON_CHECK);
        }
        if ui.add(item).clicked() {
            ask(cx, |filter| match chosen {
                true => filter.remove(&segment.key, &value.value),
                false => filter.add(segment.key.clone(), value.value.clone()),
            });
        }
    }
    if segment.without > 0 {
        let words = tr!(cx.language, "segment-none");
        let count = segment.without.to_string();
        ui.add_enabled(false, MenuItem::new(words).key(&count));
    }
    if segment.values.is_empty() {
        let color = palette(ui).text_disabled;
        text::say(ui, Face::Table, color, number::MISSING);
    }
}

/// What a segment is called.
pub fn name(segment: &Segment, language: Language) -> String {
    match segment.key {
        SegmentKey::Key => tr!(language, "segment-key"),
        SegmentKey::Customer => tr!(language, "segment-customer"),
        SegmentKey::Attribute(_) | SegmentKey::Item(_) => segment.name.clone(),
    }
}

/// What one of its values is called.
pub fn value_name(key: &SegmentKey, value: &SegmentValue, language: Language) -> String {
    match key {
        SegmentKey::Key => key_value(&value.value, language),
        _ => value.value.clone(),
    }
}

/// What the filter asks for, in words; empty without one.
pub fn in_words(cx: &Cx<'_>) -> String {
    let segments = cx.view.map(|view| view.segments.as_slice());
    let known = |key: &SegmentKey| {
        let mut segments = segments.unwrap_or_default().iter();
        segments.find(|segment| segment.key == *key)
    };
    let say = |condition: &Condition| {
        let segment = known(&condition.key);
        if condition.key == SegmentKey::Key {
            return condition
                .values
                .iter()
                .map(|value| key_value(value, cx.language))
                .collect();
        }
        let name = segment.map_or(String::new(), |segment| name(segment, cx.language));
        let values = condition.values.join(&tr!(cx.language, "list-comma"));
        tr!(cx.language, "filter-chosen", name = name, values = values)
    };
    let parts: Vec<String> = cx.filter.conditions().iter().map(say).collect();
    if parts.is_empty() {
        return String::new();
    }
    let filter = parts.join(&tr!(cx.language, "title-comma"));
    tr!(cx.language, "filter-on", filter = filter)
}

fn key_value(value: &str, language: Language) -> String {
    key_name(value == SegmentKey::YES, language)
}

/// What key accounts, or all others, are called.
pub fn key_name(key: bool, language: Language) -> String {
    if key {
        tr!(language, "segment-key")
    } else {
        tr!(language, "segment-not-key")
    }
}
