//! Questionnaires: what cannot be in a draft either.
//!
//! Much that looks wrong is allowed while somebody works on it (an item without words, bands
//! out of order) and none of this file's business.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{broken, is_id, short};
use crate::model::{
    Dimension, Influence, Item, MAX_SCORE, MAX_WEIGHT, Questionnaire, Rules, Scale, ScaleOption,
    Translations,
};

/// Items and dimensions: more than the columns of the widest sheet.
const MAX_ITEMS: usize = 5_000;

/// Options of a scale, and bands: as many as the byte of an answer tells apart.
const MAX_CHOICES: usize = 256;

/// How deep dimensions may lie. Three levels is what can be made; a few more do no harm.
const MAX_LEVELS: usize = 10;

pub(super) fn fault(all: &Questionnaire) -> Option<&'static str> {
    broken([
        ("title", short(&all.title)),
        ("translations", translations(&all.translations)),
        ("rules", rules(&all.rules)),
        ("dimensions", all.dimensions.len() <= MAX_ITEMS),
        ("items", all.items.len() <= MAX_ITEMS),
        ("a dimension", all.dimensions.iter().all(dimension)),
        ("influences", all.influences.len() <= MAX_ITEMS),
        ("an influence", all.influences.iter().all(influence)),
        ("an item", all.items.iter().all(item)),
        (
            "a lineage twice",
            distinct(all.items.iter().map(|it| it.lineage)),
        ),
        (
            "a code twice",
            distinct(all.items.iter().map(|it| &it.code)),
        ),
        (
            "a dimension twice",
            distinct(all.dimensions.iter().map(|it| &it.code)),
        ),
        ("dimensions in a circle", ends(&all.dimensions)),
    ])
}

fn translations(all: &Translations) -> bool {
    let mut texts = all.values().flatten();
    texts.all(|(text, translated)| short(text) && short(translated))
}

fn rules(rules: &Rules) -> bool {
    let percent = |value: f64| (0.0..=100.0).contains(&value);
    percent(rules.target)
        && percent(rules.no_change_within)
        && (0.0..=1.0).contains(&rules.min_answered)
        && (0.0..=1.0).contains(&rules.validity.least)
        && (0.0..=1e6).contains(&rules.validity.seconds)
        && rules.bands.len() <= MAX_CHOICES
        && rules
            .bands
            .iter()
            .all(|band| percent(band.from) && short(&band.name))
}

fn dimension(it: &Dimension) -> bool {
    weight(it.weight) && short(&it.code) && short(&it.name)
}

fn influence(it: &Influence) -> bool {
    short(&it.from) && short(&it.to)
}

fn item(it: &Item) -> bool {
    is_id(it.lineage.0)
        && weight(it.weight)
        && short(&it.code)
        && short(&it.text)
        && it.scale.as_ref().is_none_or(scale)
        && texts(&it.aliases)
}

fn scale(scale: &Scale) -> bool {
    short(&scale.name) && scale.options.len() <= MAX_CHOICES && scale.options.iter().all(option)
}

fn option(option: &ScaleOption) -> bool {
    let score = option.score.is_none_or(|score| score.abs() <= MAX_SCORE);
    score && short(&option.label) && texts(&option.aliases)
}

fn texts(texts: &[String]) -> bool {
    texts.len() <= MAX_ITEMS && texts.iter().all(|text| short(text))
}

fn weight(weight: f64) -> bool {
    weight > 0.0 && weight <= MAX_WEIGHT
}

fn distinct<T: std::hash::Hash + Eq>(things: impl Iterator<Item = T>) -> bool {
    let mut seen = FxHashSet::default();
    let mut things = things;
    things.all(|thing| seen.insert(thing))
}

/// Whether going upwards from each ends.
fn ends(dimensions: &[Dimension]) -> bool {
    let above: FxHashMap<&str, &str> = dimensions
        .iter()
        .filter_map(|it| Some((it.code.as_str(), it.parent.as_deref()?)))
        .collect();
    let ends = |it: &Dimension| {
        let mut at = Some(it.code.as_str());
        for _ in 0..MAX_LEVELS {
            at = at.and_then(|code| above.get(code).copied());
        }
        at.is_none()
    };
    dimensions.iter().all(ends)
}
