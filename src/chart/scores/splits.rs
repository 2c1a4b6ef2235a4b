//! A score for each part of the customers, side by side on one axis.

use std::collections::BTreeSet;

use super::{Dots, Gauge};
use crate::analysis::{Evidence, FEW, ItemFigures, Segment, SegmentKey, ratings, split_figures};
use crate::chart::Axis;
use crate::chart::words::{score_written, segment_name, value_name};
use crate::i18n::{Language, number};
use crate::model::{Item, ItemKind, ReturnId};
use crate::tr;

/// The parts of the customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Splits {
    /// What they can be split by.
    pub names: Vec<(SegmentKey, String)>,
    pub chosen: SegmentKey,
    pub title: String,
    pub parts: Vec<Part>,
    /// Returns that are of none of the parts.
    pub without: usize,
    /// Key accounts and the others below it, if they are not what is chosen.
    pub key: Vec<Part>,
    pub axis: Axis,
    /// What its marks mean.
    pub note: String,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub name: String,
    /// Of key accounts, or of all others.
    pub key: Option<bool>,
    pub n: usize,
    /// As written; that they are few where they are.
    pub score: String,
    /// `None` where they are few.
    pub value: Option<f64>,
    pub gauge: Gauge,
    /// Those behind it.
    pub returns: Vec<ReturnId>,
}

impl Splits {
    /// An item by the chosen name of those there are, or by the first. `None` where customers
    /// cannot be split or the item has no score.
    pub fn build(
        evidence: &Evidence<'_>,
        (item, figures): (&Item, &ItemFigures),
        segments: &[Segment],
        chosen: Option<&SegmentKey>,
        language: Language,
    ) -> Option<Self> {
        let overall = figures.figure.score?;
        if item.kind == ItemKind::Nps {
            return None;
        }
        let fits = |segment: &&Segment| segment.key != SegmentKey::Item(item.lineage);
        let segments: Vec<&Segment> = segments.iter().filter(fits).collect();
        let named = |wanted: &SegmentKey| segments.iter().find(|segment| segment.key == *wanted);
        let segment = *chosen.and_then(named).or(segments.first())?;
        let of = |segment: &Segment| parts(evidence, item, segment, language);
        let mut parts = of(segment);
        let told: BTreeSet<ReturnId> = parts.iter().flat_map(|it| it.returns.clone()).collect();
        let all = evidence.filter.values(&segment.key).is_empty();
        let key = named(&SegmentKey::Key).filter(|key| key.key != segment.key);
        let mut key = key.map_or_else(Vec::new, |key| of(key));
        let rules = &evidence.current.revision.questionnaire.rules;
        let values = parts.iter().chain(&key);
        let values = values.flat_map(|part| part.gauge.dots.values());
        let axis = Axis::of_dots(values.chain([overall, rules.target]));
        for part in parts.iter_mut().chain(&mut key) {
            part.gauge.axis = axis.clone();
            part.gauge.reference = Some(overall);
            part.gauge.target = Some((rules.target, String::new()));
        }
        let target = number::plain(rules.target);
        let whole = score_written(Some(overall), rules);
        let name = segment_name(segment, language);
        let names = segments.iter();
        let names = names.filter(|other| key.is_empty() || other.key != SegmentKey::Key);
        let names = names.map(|it| (it.key.clone(), segment_name(it, language)));
        let without = if all { figures.figure.n } else { 0 };
        Some(Self {
            names: names.collect(),
            chosen: segment.key.clone(),
            title: title(&parts, &name, language),
            note: tr!(language, "item-split-note", target = target, all = whole),
            without: without.saturating_sub(told.len()),
            parts,
            key,
            axis,
        })
    }
}

fn title(parts: &[Part], name: &str, language: Language) -> String {
    let known = parts.iter().filter_map(|part| Some((part.value?, part)));
    let lowest = known.min_by(|a, b| a.0.total_cmp(&b.0));
    match lowest {
        Some((_, part)) if parts.len() > 1 => {
            let (part, score) = (part.name.as_str(), part.score.as_str());
            tr!(language, "item-split-lowest", part = part, score = score)
        }
        _ => tr!(language, "item-split", name = name),
    }
}

/// Those of a name that somebody answered in and the filter does not leave out.
fn parts(evidence: &Evidence<'_>, item: &Item, segment: &Segment, language: Language) -> Vec<Part> {
    let questionnaire = &evidence.current.revision.questionnaire;
    let figures = split_figures(
        questionnaire,
        evidence.returns,
        (evidence.frame, evidence.customers),
        evidence.filter,
        item.lineage,
        segment,
    );
    let wanted = evidence.filter.values(&segment.key);
    let parts = segment.values.iter().zip(figures);
    parts
        .filter(|(value, _)| wanted.is_empty() || wanted.contains(&value.value))
        .filter(|(_, (figures, _))| figures.figure.n > 0)
        .map(|(value, (figures, rows))| {
            let of_key = segment.key == SegmentKey::Key;
            Part {
                name: value_name(&segment.key, &value.value, language),
                key: of_key.then(|| value.value == SegmentKey::YES),
                ..part(evidence, item, &figures, &rows, language)
            }
        })
        .collect()
}

/// One without its name.
fn part(
    evidence: &Evidence<'_>,
    item: &Item,
    figures: &ItemFigures,
    rows: &[usize],
    language: Language,
) -> Part {
    let questionnaire = &evidence.current.revision.questionnaire;
    let figure = &figures.figure;
    let few = figure.few();
    let each = ratings(questionnaire, evidence.returns, rows, item.lineage);
    let returns = each
        .iter()
        .filter_map(|rating| evidence.returns.returns.get(rating.row));
    Part {
        name: String::new(),
        key: None,
        n: figure.n,
        score: match few {
            true if figure.n < FEW => tr!(language, "item-split-few"),
            true => tr!(language, "item-split-hidden"),
            false => score_written(figure.score, &questionnaire.rules),
        },
        value: figure.score,
        gauge: Gauge {
            axis: Axis::full(),
            target: None,
            reference: None,
            dots: Dots {
                score: figure.score,
                low: figure.low,
                high: figure.high,
                previous: None,
                // One by one they would tell the score, and by subtraction that of the others.
                each: Vec::new(),
            },
        },
        returns: returns.map(|returned| returned.id).collect(),
    }
}
