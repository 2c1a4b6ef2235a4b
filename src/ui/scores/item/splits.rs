//! The item's figure for each part of the customers, side by side on one axis.

use egui::{Frame, Rect, Sense, Ui, pos2, vec2};

use super::Wish;
use super::made::Made;
use crate::analysis::{Figure, ItemFigures, Segment, SegmentKey, ratings, split_figures};
use crate::chart::words::score_written;
use crate::chart::{Area, Axis, Dots, Gauge, Measure, Track};
use crate::i18n::number;
use crate::model::{Item, ItemKind, Questionnaire, ReturnId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::overview::{segment_name, value_name};
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Hotspot, Segment as Choice, Select, panel, text};
use crate::ui::{Action, Common, Cx, Place, Sight, scene};

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

/// Draws the column.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made, splits: &Splits) -> Option<Wish> {
    let inset = margin(tokens().space.page_margin, 0.0);
    let shown = Frame::NONE.inner_margin(inset).show(ui, |ui| {
        let choice = head(ui, splits, cx);
        let mut pressed = None;
        for part in &splits.parts {
            pressed = pressed.or(row(ui, cx, made, part));
        }
        if !splits.key.is_empty() {
            ui.add_space(tokens().space.group_gap);
            panel::rule(ui);
            ui.add_space(tokens().space.control_gap);
        }
        for part in &splits.key {
            pressed = pressed.or(row(ui, cx, made, part));
        }
        scale(ui, splits);
        text::weak(ui, splits.note.as_str());
        ui.add_space(tokens().space.group_gap);
        choice.or(pressed)
    });
    shown.inner
}

fn head(ui: &mut Ui, splits: &Splits, cx: &Cx<'_>) -> Option<Wish> {
    let mut picked = None;
    panel::section_head(ui, &splits.title, |ui| {
        if splits.names.len() < 2 {
            return;
        }
        if splits.names.len() <= SIDE_BY_SIDE {
            let names: Vec<(usize, &str)> = splits
                .names
                .iter()
                .enumerate()
                .map(|(at, (_, name))| (at, name.as_str()))
                .collect();
            let chosen = splits
                .names
                .iter()
                .position(|(key, _)| *key == splits.chosen);
            let at = Choice::new(chosen.unwrap_or(0), &names).small().show(ui);
            picked = at
                .and_then(|at| splits.names.get(at))
                .map(|(key, _)| key.clone());
        } else {
            let mut names = splits.names.iter();
            let shown = names.find(|(key, _)| *key == splits.chosen);
            let shown = shown.map_or("", |(_, name)| name.as_str());
            let label = tr!(cx.language, "item-split-by");
            let select = Select::new(&label, shown).width(110.0).small();
            picked = select.show(ui, &splits.chosen, &splits.names).1;
        }
    });
    picked.map(Wish::Split)
}

/// One part: its name and how many, its score, its dots.
fn row(ui: &mut Ui, cx: &Cx<'_>, made: &Made, part: &Part) -> Option<Wish> {
    let colors = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), Sense::hover());
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
    let spot = Rect::from_min_size(
        pos2(rect.right() - score.size().x, line - score.size().y / 2.0),
        score.size(),
    );
    let said = format!("{} {} {}", part.name, part.n, part.score);
    let hotspot = Hotspot::link(said).underlined(ink);
    let response = hotspot.at(ui, spot, &part.name);
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
    response.clicked().then(|| {
        let item = made.item();
        let common = match part.key {
            Some(key) => Common::Key { item, key },
            None => Common::Called {
                item,
                so: part.name.clone(),
            },
        };
        let returns = part.returns.clone();
        Wish::Action(Action::Go(Place::Returns { common, returns }))
    })
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
