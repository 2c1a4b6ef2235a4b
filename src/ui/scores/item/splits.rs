//! The item's figure for each part of the customers, side by side on one axis.

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::analysis::SegmentKey;
use crate::chart::{Area, Dots, Gauge, Measure, Part, Splits, Track};
use crate::model::LineageId;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, Segment as Choice, Select, panel, text};
use crate::ui::{Action, Common, Cx, Place, scene};

/// Height of one part.
const ROW: f32 = 60.0;

/// Names shown side by side; more become a list.
const SIDE_BY_SIDE: usize = 2;

/// Draws the column; `chosen` is what customers are split by from now on.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    item: LineageId,
    splits: &Splits,
    chosen: &mut Option<SegmentKey>,
) {
    panel::page(ui, |ui| {
        head(ui, cx, splits, chosen);
        let rows = (splits.parts.len() + splits.key.len()) as f32;
        let size = vec2(ui.available_width(), rows * ROW);
        let place = Rect::from_min_size(ui.cursor().min, size);
        let title = splits.title.as_str();
        scene::named(ui, place, &tr!(cx.language, "chart-picture", title = title));
        for part in &splits.parts {
            row(ui, cx, item, part);
        }
        if splits.without > 0 {
            let words = tr!(cx.language, "segment-none");
            text::weak(ui, format!("{words} {}", splits.without));
        }
        if !splits.key.is_empty() {
            ui.add_space(tokens().space.group_gap);
            panel::rule(ui);
            ui.add_space(tokens().space.control_gap);
        }
        for part in &splits.key {
            row(ui, cx, item, part);
        }
        scale(ui, splits);
        text::weak(ui, splits.note.as_str());
        ui.add_space(tokens().space.group_gap);
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, splits: &Splits, chosen: &mut Option<SegmentKey>) {
    panel::section_head(ui, &splits.title, |ui| {
        let names = splits.names.iter().enumerate();
        let at = splits.names.iter();
        let at = at.enumerate().find(|(_, (key, _))| *key == splits.chosen);
        let (at, shown) = at.map_or((0, ""), |(at, (_, name))| (at, name.as_str()));
        let picked = match splits.names.len() {
            0 | 1 => None,
            2..=SIDE_BY_SIDE => {
                let names: Vec<_> = names.map(|(at, (_, name))| (at, name.as_str())).collect();
                Choice::new(at, &names).small().show(ui)
            }
            _ => {
                let names: Vec<_> = names.map(|(at, (_, name))| (at, name.clone())).collect();
                let label = tr!(cx.language, "item-split-by");
                let select = Select::new(&label, shown).width(110.0).small();
                select.show(ui, &at, &names).1
            }
        };
        if let Some((key, _)) = picked.and_then(|at| splits.names.get(at)) {
            *chosen = Some(key.clone());
        }
    });
}

/// One part: its name and how many, its score, its dots.
fn row(ui: &mut Ui, cx: &Cx<'_>, item: LineageId, part: &Part) {
    let colors = palette(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let name = text::galley(ui, Face::Table, colors.text, &part.name, rect.width() * 0.6);
    let count = tr!(cx.language, "item-split-n", n = part.n);
    let count = text::galley(ui, Face::Small, colors.text_weak, &count, f32::INFINITY);
    let (face, ink) = if part.value.is_some() {
        (Face::Section, colors.text)
    } else {
        (Face::Small, colors.text_weak)
    };
    let score = text::galley(ui, face, ink, &part.score, f32::INFINITY);
    let line = rect.top() + 12.0;
    let at = pos2(rect.right() - score.size().x, line - score.size().y / 2.0);
    let spot = Rect::from_min_size(at, score.size());
    let said = format!("{} {} {}", part.name, part.n, part.score);
    let hotspot = Hotspot::link(said).underlined(ink);
    if hotspot.at(ui, spot, &part.name).clicked() {
        let common = match part.key {
            Some(key) => Common::Key { item, key },
            None => Common::Called {
                item,
                so: part.name.clone(),
            },
        };
        let returns = part.returns.clone();
        cx.ask(Action::Go(Place::Returns { common, returns }));
    }
    let after = rect.left() + name.size().x + 8.0;
    // Where there is no room for both, the dots say how many.
    let count = Some(count).filter(|count| after + count.size().x + 8.0 <= spot.left());
    let texts = [
        (rect.left(), Some(name)),
        (after, count),
        (spot.left(), Some(score)),
    ];
    for (x, galley) in texts {
        let Some(galley) = galley else { continue };
        let at = pos2(x, line - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink.into());
    }
    let track = track(rect);
    let area = Area::new(track.left, rect.top() + 24.0, track.right, rect.bottom());
    scene::marks(ui.painter(), &part.gauge.marks(area), colors);
}

fn track(rect: Rect) -> Track {
    Track {
        left: rect.left() + 8.0,
        right: rect.right() - 8.0,
    }
}

/// The marks of the axis, once below all rows.
fn scale(ui: &mut Ui, splits: &Splits) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let gauge = Gauge {
        axis: splits.axis.clone(),
        target: None,
        reference: None,
        dots: Dots::default(),
    };
    let marks = gauge.scale(track(rect), rect.top() + 17.0, Measure::shared());
    scene::marks(ui.painter(), &marks, palette(ui));
}
