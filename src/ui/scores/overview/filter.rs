//! Chips that choose whose returns count, for every tab alike.

use egui::{Response, Ui};

use crate::analysis::{Condition, Filter, Segment, SegmentKey, SegmentValue};
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::menu::{self, MenuItem};
use crate::ui::widgets::{Chip, icons, text};
use crate::ui::{Action, Cx};

/// Attributes that have a chip of their own without being chosen.
const OWN_CHIPS: usize = 2;

/// Draws the chips in a row that wraps.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let view = cx.view?;
    let mut action = None;
    let all = Chip::new(tr!(cx.language, "filter-all"))
        .count(view.whole.counted)
        .chosen(cx.filter.is_empty());
    if ui.add(all).clicked() && !cx.filter.is_empty() {
        action = Some(Action::Filter(Filter::default()));
    }
    let mut own = 0;
    let mut rest = Vec::new();
    for segment in view.segments.iter() {
        let active = !cx.filter.values(&segment.key).is_empty();
        let attribute = matches!(segment.key, SegmentKey::Attribute(_));
        let shown = active || segment.key == SegmentKey::Key || (attribute && own < OWN_CHIPS);
        own += usize::from(attribute && shown);
        if !shown {
            rest.push(segment);
            continue;
        }
        let wish = if segment.key == SegmentKey::Key {
            key_chip(ui, cx, segment)
        } else {
            chip(ui, cx, segment)
        };
        action = action.or(wish.map(Action::Filter));
    }
    if !rest.is_empty() {
        let adds = ui.add(Chip::new(tr!(cx.language, "filter-add")).adds());
        let wish = menu::choices(&adds, tokens().width.menu, |ui| {
            let mut wish = None;
            for segment in &rest {
                ui.add_space(tokens().space.unit);
                ui.horizontal(|ui| {
                    ui.add_space(10.0);
                    text::weak(ui, name(segment, cx.language));
                });
                wish = wish.or(values(ui, cx, segment));
            }
            wish
        });
        action = action.or(wish.flatten().map(Action::Filter));
    }
    action
}

/// Key accounts are chosen or not.
fn key_chip(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) -> Option<Filter> {
    let chosen = cx.filter.has(&SegmentKey::Key, SegmentKey::YES);
    let mut values = segment.values.iter();
    let yes = values.find(|value| value.value == SegmentKey::YES);
    let chip = Chip::new(tr!(cx.language, "segment-key"))
        .count(yes.map_or(0, |value| value.returns))
        .chosen(chosen);
    ui.add(chip).clicked().then(|| {
        let mut filter = cx.filter.clone();
        filter.clear(&SegmentKey::Key);
        if !chosen {
            filter.add(SegmentKey::Key, SegmentKey::YES);
        }
        filter
    })
}

fn chip(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) -> Option<Filter> {
    let chosen = cx.filter.values(&segment.key);
    let name = name(segment, cx.language);
    let words = if chosen.is_empty() {
        name
    } else {
        let values = chosen.join(&tr!(cx.language, "list-comma"));
        tr!(cx.language, "filter-chosen", name = name, values = values)
    };
    let chip = Chip::new(words).arrow().chosen(!chosen.is_empty());
    let button: Response = ui.add(chip);
    menu::choices(&button, tokens().width.menu, |ui| values(ui, cx, segment)).flatten()
}

/// The values of one name, of which several can be chosen.
fn values(ui: &mut Ui, cx: &Cx<'_>, segment: &Segment) -> Option<Filter> {
    let mut wish = None;
    for value in &segment.values {
        let chosen = cx.filter.has(&segment.key, &value.value);
        let count = value.returns.to_string();
        let words = value_name(&segment.key, value, cx.language);
        let mut item = MenuItem::new(words).key(&count).chosen(chosen);
        if chosen {
            item = item.icon(icons::ICON_CHECK);
        }
        if ui.add(item).clicked() {
            let mut filter = cx.filter.clone();
            if chosen {
                filter.remove(&segment.key, &value.value);
            } else {
                filter.add(segment.key.clone(), value.value.clone());
            }
            wish = Some(filter);
        }
    }
    if segment.values.is_empty() {
        let color = palette(ui).text_disabled;
        text::say(ui, crate::ui::style::Face::Table, color, "–");
    }
    wish
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
