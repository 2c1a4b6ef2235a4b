//! The item's figure for each part of the customers, side by side on one axis.

use std::collections::BTreeSet;

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::analysis::{Figure, ItemFigures, Segment, SegmentKey, ratings, split_figures};
use crate::chart::words::score_written;
use crate::chart::{Area, Axis, Dots, Gauge, Measure, Track};
use crate::i18n::number;
use crate::model::{Item, ItemKind, LineageId, Questionnaire, ReturnId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::overview::{segment_name, value_name};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, Segment as Choice, Select, panel, text};
use crate::ui::{Action, Common, Cx, Place, Sight, scene};

/// Height of one part.
const ROW: f32 = 60.0;

/// Names shown side by side; more become a list.
const SIDE_BY_SIDE: usize = 2;

/// The parts of the customers.
#[derive(Debug)]
pub(super) struct Splits {
    /// What they can be split by.
    names: Vec<(SegmentKey, String)>,
    chosen: SegmentKey,
    title: String,
    parts: Vec<Part>,
    /// Returns that are of none of the parts.
    without: usize,
    /// Key accounts and the others below it, if they are not what is chosen.
    key: Vec<Part>,
    axis: Axis,
    note: String,
}

/// One part.
#[derive(Debug)]
struct Part {
    name: String,
    /// Of key accounts, or of all others.
    key: Option<bool>,
    n: usize,
    score: String,
    value: Option<f64>,
    gauge: Gauge,
    /// Those behind it.
    returns: Vec<ReturnId>,
}

/// The item by the chosen name, or by the first. `None` where customers cannot be split or the
/// item has no score.
pub(super) fn of(
    cx: &Sight<'_>,
    item: &Item,
    figures: &ItemFigures,
    chosen: Option<&SegmentKey>,
) -> Option<Splits> {
    let view = cx.view?;
    if item.kind == ItemKind::Nps || figures.figure.score.is_none() {
        return None;
    }
    let fits = |segment: &&Segment| segment.key != SegmentKey::Item(item.lineage);
    let segments: Vec<&Segment> = view.segments.iter().filter(fits).collect();
    let named = |wanted: &SegmentKey| segments.iter().find(|segment| segment.key == *wanted);
    let segment = *chosen.and_then(named).or(segments.first())?;
    let mut parts = parts(cx, item, segment);
    let told: BTreeSet<ReturnId> = parts.iter().flat_map(|it| it.returns.clone()).collect();
    let all = cx.filter.values(&segment.key).is_empty();
    let without = Some(figures.figure.n).filter(|_| all);
    let key = segments
        .iter()
        .find(|other| other.key == SegmentKey::Key && other.key != segment.key);
    let mut key = key.map_or_else(Vec::new, |segment| self::parts(cx, item, segment));
    let rules = &cx.revision()?.questionnaire.rules;
    let overall = figures.figure.score;
    let values = parts
        .iter()
        .chain(&key)
        .flat_map(|part| shown(&part.gauge.dots));
    let axis = Axis::of_dots(values.chain(overall).chain([rules.target]));
    for part in parts.iter_mut().chain(&mut key) {
        part.gauge.axis = axis.clone();
        part.gauge.reference = overall;
        part.gauge.target = Some((rules.target, String::new()));
    }
    let target = number::plain(rules.target);
    let note = match overall {
        Some(all) => {
            let all = score_written(Some(all), rules);
            tr!(cx.language, "item-split-note", target = target, all = all)
        }
        None => tr!(cx.language, "item-split-target", target = target),
    };
    Some(Splits {
        names: segments
            .iter()
            .filter(|other| key.is_empty() || other.key != SegmentKey::Key)
            .map(|segment| (segment.key.clone(), segment_name(segment, cx.language)))
            .collect(),
        chosen: segment.key.clone(),
        title: title(cx, &parts, &segment_name(segment, cx.language)),
        note,
        without: without.map_or(0, |n| n.saturating_sub(told.len())),
        parts,
        key,
        axis,
    })
}

/// The values a row shows, within the scale.
fn shown(dots: &Dots) -> Vec<f64> {
    let single = [dots.score, dots.low, dots.high];
    let all = single
        .into_iter()
        .flatten()
        .chain(dots.each.iter().copied());
    all.map(|value| value.clamp(0.0, 100.0)).collect()
}

fn title(cx: &Sight<'_>, parts: &[Part], name: &str) -> String {
    let known = parts.iter().filter_map(|part| Some((part.value?, part)));
    let lowest = known.min_by(|a, b| a.0.total_cmp(&b.0));
    match lowest {
        Some((_, part)) if parts.len() > 1 => {
            let (part, score) = (part.name.as_str(), part.score.as_str());
            tr!(cx.language, "item-split-lowest", part = part, score = score)
        }
        _ => tr!(cx.language, "item-split", name = name),
    }
}

/// Those of a name that somebody answered in and the filter does not leave out.
fn parts(cx: &Sight<'_>, item: &Item, segment: &Segment) -> Vec<Part> {
    let (Some(revision), Some(view)) = (cx.revision(), cx.view) else {
        return Vec::new();
    };
    let people = (cx.data.frame(view.wave), cx.data.customers.as_slice());
    let (questionnaire, returns) = (&revision.questionnaire, &view.returns);
    let lineage = item.lineage;
    let figures = split_figures(questionnaire, returns, people, cx.filter, lineage, segment);
    let wanted = cx.filter.values(&segment.key);
    let parts = segment.values.iter().zip(figures);
    parts
        .filter(|(value, _)| wanted.is_empty() || wanted.contains(&value.value))
        .filter(|(_, (figures, _))| figures.figure.n > 0)
        .map(|(value, (figures, rows))| {
            let name = value_name(&segment.key, value, cx.language);
            let of_key = segment.key == SegmentKey::Key;
            let key = of_key.then(|| value.value == SegmentKey::YES);
            let name = (name, key);
            part(cx, (item, questionnaire), name, (&figures.figure, &rows))
        })
        .collect()
}

fn part(
    cx: &Sight<'_>,
    (item, questionnaire): (&Item, &Questionnaire),
    (name, key): (String, Option<bool>),
    (figure, rows): (&Figure, &[usize]),
) -> Part {
    let few = figure.few();
    let each = cx.view.map_or_else(Vec::new, |view| {
        ratings(questionnaire, &view.returns, rows, item.lineage)
    });
    let dots = Dots {
        score: figure.score,
        low: figure.low,
        high: figure.high,
        previous: None,
        each: if few {
            each.iter().filter_map(|rating| rating.percent).collect()
        } else {
            Vec::new()
        },
    };
    Part {
        name,
        key,
        n: figure.n,
        score: if few {
            tr!(cx.language, "item-split-few")
        } else {
            score_written(figure.score, &questionnaire.rules)
        },
        value: figure.score,
        gauge: Gauge {
            axis: Axis::full(),
            target: None,
            reference: None,
            dots,
        },
        returns: cx.view.map_or_else(Vec::new, |view| {
            let places = each.iter().map(|rating| rating.row);
            let returned = places.filter_map(|at| view.returns.returns.get(at));
            returned.map(|returned| returned.id).collect()
        }),
    }
}

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
