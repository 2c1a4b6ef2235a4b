//! The check boxes, option buttons and lists of one sheet, put together from the parts that speak of
//! them: the sheet, its drawings and a part for each control.

use std::collections::BTreeMap;

use super::parts::{Relations, Source};
use super::shapes::{self, Shape};
use super::sheet::{Anchor, Drawn, Listed, MOST};
use super::walk::{Step, attribute, walk};
use crate::intake::cell::cell_place;
use crate::intake::look::{Control, List, Tick};
use crate::intake::spreadsheet::stop::Stop;

/// Rows and columns of a form are far fewer.
const FARTHEST: u32 = 10_000;

/// A shape and the number it goes by.
type Numbered = (Option<u64>, Shape);

/// The controls of a sheet from left to right, line by line.
pub(super) fn read(
    source: &Source<'_>,
    drawn: &Drawn,
    relations: &Relations,
) -> Result<Vec<Control>, Stop> {
    let part = |relation: &Option<String>| {
        let key = relation.as_ref().and_then(|id| relations.get(id));
        key.map_or(Ok(None), |key| source.part(key))
    };
    let [old, new] = &drawn.drawings;
    let old = part(old)?.map(|bytes| shapes::old(&bytes));
    let mut described: Vec<(u64, Shape)> = Vec::new();
    for control in once_each(&drawn.controls) {
        let key = relations.get(&control.relation);
        let own = key.filter(|key| key.contains("ctrlprops/"));
        let bytes = own.map_or(Ok(None), |key| source.part(key))?;
        if let Some(mut shape) = bytes.and_then(|bytes| described_by(&bytes)) {
            shape.anchor = control.anchor.and_then(Anchor::known);
            described.push((control.shape, shape));
        }
    }
    let mut all = joined(described, old.unwrap_or_default());
    all.retain(|(_, shape)| shape.is_asked());
    if all.iter().any(|(_, shape)| shape.label.trim().is_empty()) {
        let labels = part(new)?.map(|bytes| shapes::labels(&bytes));
        let labels = labels.unwrap_or_default();
        for (number, shape) in &mut all {
            if shape.label.trim().is_empty() {
                let label = number.and_then(|number| labels.get(&number));
                shape.label = label.cloned().unwrap_or_default();
            }
        }
    }
    Ok(in_order(all, drawn))
}

/// Controls may be listed a second time for readers of old, with less said.
fn once_each(listed: &[Listed]) -> Vec<&Listed> {
    let mut once: Vec<&Listed> = Vec::new();
    let mut places: BTreeMap<u64, usize> = BTreeMap::new();
    for control in listed {
        let place = *places.entry(control.shape).or_insert(once.len());
        match once.get_mut(place) {
            Some(known) if known.anchor.is_none() => *known = control,
            Some(_) => {}
            None => once.push(control),
        }
    }
    once
}

/// What parts of their own and the drawing of old say of the same controls: they go by the same
/// numbers, or else stand in the same order.
fn joined(described: Vec<(u64, Shape)>, old: Vec<(Option<u64>, Shape)>) -> Vec<Numbered> {
    let mut by_number: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, (number, _)) in old.iter().enumerate() {
        if let Some(number) = number {
            by_number.entry(*number).or_default().push(at);
        }
    }
    let of = |number: u64| match by_number.get(&number).map(Vec::as_slice) {
        Some([one]) => Some(*one),
        _ => None,
    };
    let numbered = described.iter().any(|(number, _)| of(*number).is_some());
    let in_order = !numbered && described.len() == old.len();
    let mut old: Vec<Option<Numbered>> = old.into_iter().map(Some).collect();
    let mut all = Vec::new();
    for (place, (number, shape)) in described.into_iter().enumerate() {
        let at = if in_order { Some(place) } else { of(number) };
        let drawn = at.and_then(|at| old.get_mut(at)).and_then(Option::take);
        let drawn = drawn.map(|(_, drawn)| drawn).unwrap_or_default();
        let joined = Shape {
            label: drawn.label,
            link: shape.link.or(drawn.link),
            list: shape.list.or(drawn.list),
            anchor: shape.anchor.or(drawn.anchor),
            ..shape
        };
        all.push((Some(number), joined));
    }
    all.extend(old.into_iter().flatten());
    all
}

fn in_order(shapes: Vec<Numbered>, drawn: &Drawn) -> Vec<Control> {
    let anchored = shapes
        .into_iter()
        .enumerate()
        .filter_map(|(number, (_, shape))| {
            let anchor = shape.anchor?;
            let near = |(at, pixels): (u32, f64)| at <= FARTHEST && pixels.is_finite();
            let mut corners = anchor.from.into_iter().chain(anchor.to);
            corners.all(near).then_some((number, shape, anchor))
        });
    let placed = anchored.map(|(number, shape, anchor)| {
        let [(column, into), _] = anchor.from;
        let at = drawn.cell(&anchor);
        // Whole pixels order what lies in one cell.
        let order = (at.0, column, into.max(0.0) as u64, number);
        (order, control(shape, at))
    });
    let placed: BTreeMap<_, _> = placed.take(MOST).collect();
    placed.into_values().collect()
}

fn control(shape: Shape, at: (u32, u32)) -> Control {
    let words: Vec<&str> = shape.label.split_whitespace().collect();
    Control {
        at,
        label: words.join(" "),
        tick: shape.tick.unwrap_or(Tick::No),
        link: shape.link.and_then(|link| cell_place(&link)),
        list: shape.list,
    }
}

/// What the part of one control says.
fn described_by(bytes: &[u8]) -> Option<Shape> {
    let mut found = None;
    walk(bytes, |step| {
        if let Step::Begin("formControlPr", start) = step {
            let of = |name| attribute(start, name);
            let kind = of("objectType").unwrap_or_default();
            found.get_or_insert(Shape {
                is_box: matches!(kind.as_str(), "CheckBox" | "Radio"),
                tick: Some(match of("checked").as_deref() {
                    None | Some("Unchecked") => Tick::No,
                    Some("Checked") => Tick::Yes,
                    Some(_) => Tick::Unclear,
                }),
                link: of("fmlaLink"),
                list: (kind == "Drop").then(|| List {
                    range: of("fmlaRange").unwrap_or_default(),
                    chosen: of("sel").and_then(|it| it.parse().ok()).unwrap_or(0),
                }),
                ..Shape::default()
            });
        }
    });
    found
}
