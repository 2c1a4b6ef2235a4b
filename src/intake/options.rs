//! The options of one scale, found by label, by score or by number.

use rustc_hash::FxHashMap;

use super::decoration::{score_alone, taken_off};
use super::normal::folded;
use crate::model::{MAX_OPTIONS, Scale, ScaleOption};

/// Scores closer than this are one.
const SAME: f64 = 1e-9;

/// A scale turned inside out. What stands for two options stands for none.
pub(super) struct Options {
    exact: FxHashMap<String, Option<u8>>,
    folded: FxHashMap<String, Option<u8>>,
    /// Labels without what they wear.
    bare: FxHashMap<String, Option<u8>>,
    scores: Vec<Option<f64>>,
    /// Labels hold numbers of their own: one in a cell is no score then.
    numbered: bool,
}

impl Options {
    pub fn of(scale: &Scale) -> Self {
        let mut options = Self {
            exact: FxHashMap::default(),
            folded: FxHashMap::default(),
            bare: FxHashMap::default(),
            scores: scale
                .options
                .iter()
                .take(MAX_OPTIONS)
                .map(|option| option.score)
                .collect(),
            numbered: scale.options.iter().any(|option| {
                let label = folded(&option.label);
                let digits = label.contains(|c: char| c.is_ascii_digit());
                digits && taken_off(&label).next().is_none()
            }),
        };
        for (at, option) in (0_u8..).zip(scale.options.iter().take(MAX_OPTIONS)) {
            for name in names(option) {
                note(&mut options.exact, name.trim().to_owned(), at);
                let name = folded(name);
                for way in taken_off(&name) {
                    note(&mut options.bare, way.label.to_owned(), at);
                }
                note(&mut options.bare, name.clone(), at);
                note(&mut options.folded, name, at);
            }
        }
        options
    }

    /// Option by label or alias, as written or else folded.
    pub fn by_label(&self, text: &str) -> Option<u8> {
        match self.exact.get(text.trim()) {
            Some(found) => *found,
            None => self.folded.get(&folded(text)).copied().flatten(),
        }
    }

    /// The one option a text names that wears a letter, number or score, or that the scale has
    /// so; or the one whose score it is with its unit. A score that is another option's
    /// contradicts the label, and so nothing is named.
    pub fn by_worn_label(&self, text: &str) -> Option<u8> {
        let text = folded(text);
        let label = |label: &str| self.bare.get(label).copied().flatten();
        let worn = taken_off(&text).find_map(|bare| {
            let found = label(bare.label)?;
            let agrees = |number: &f64| self.may_be_numbered(found, *number);
            let numbers = bare.numbers.iter().flatten();
            Some(found).filter(|_| numbers.clone().all(agrees))
        });
        worn.or_else(|| label(&text))
            .or_else(|| self.by_score(score_alone(&text).filter(|_| !self.numbered)?))
    }

    /// Whether the number an option wears can be its own: its score, its place, or nobody's score.
    fn may_be_numbered(&self, option: u8, number: f64) -> bool {
        let own = self.by_number(number) == Some(option);
        let is_score = |score: &f64| (score - number).abs() < SAME;
        let scores = |at: &Option<f64>| at.as_ref().is_some_and(is_score);
        let of_option = self.scores.get(usize::from(option)).is_some_and(scores);
        own || of_option || !self.scores.iter().any(scores)
    }

    /// The only option with this score.
    pub fn by_score(&self, score: f64) -> Option<u8> {
        let mut found = (0_u8..)
            .zip(&self.scores)
            .filter(|(_, own)| own.is_some_and(|own| (own - score).abs() < SAME));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    }

    /// Option by its place in the scale, counted from 1.
    pub fn by_number(&self, number: f64) -> Option<u8> {
        let whole = number.fract() == 0.0 && number >= 1.0 && number <= self.scores.len() as f64;
        whole.then(|| number as u8 - 1)
    }

    /// Percent of the maximum an option is worth; `None` without a score.
    pub fn percent(&self, option: u8) -> Option<f64> {
        let max = self.scores.iter().flatten().copied().reduce(f64::max)?;
        let score = self.scores.get(usize::from(option)).copied().flatten()?;
        (max > 0.0).then_some(100.0 * score / max)
    }
}

fn names(option: &ScaleOption) -> impl Iterator<Item = &str> {
    let label = std::iter::once(option.label.as_str());
    label.chain(option.aliases.iter().map(String::as_str))
}

fn note(names: &mut FxHashMap<String, Option<u8>>, name: String, at: u8) {
    names
        .entry(name)
        .and_modify(|known| {
            if *known != Some(at) {
                *known = None;
            }
        })
        .or_insert(Some(at));
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A scale of labels with scores and no aliases.
    pub fn scale(options: &[(&str, Option<f64>)]) -> Scale {
        Scale {
            name: "scale".to_owned(),
            options: options
                .iter()
                .map(|(label, score)| ScaleOption {
                    label: (*label).to_owned(),
                    score: *score,
                    satisfied: false,
                    aliases: Vec::new(),
                })
                .collect(),
        }
    }

    #[test]
    fn an_option_is_found_three_ways() {
        let mut scale = scale(&[
            ("很满意", Some(5.0)),
            ("满意", Some(3.0)),
            ("不满意", Some(1.0)),
            ("不清楚", None),
        ]);
        scale.options[0].aliases.push("非常满意".to_owned());
        let options = Options::of(&scale);
        assert_eq!(options.by_label(" 很 满意"), Some(0));
        assert_eq!(options.by_label("非常满意"), Some(0));
        assert_eq!(options.by_label("一般"), None);
        assert_eq!(options.by_score(3.0), Some(1));
        assert_eq!(options.by_score(4.0), None);
        assert_eq!(options.by_number(3.0), Some(2));
        assert_eq!(options.by_number(4.0), Some(3));
        for wrong in [0.0, 5.0, 1.5, -1.0] {
            assert_eq!(options.by_number(wrong), None, "{wrong}");
        }
        assert_eq!(options.percent(1), Some(60.0));
        assert_eq!(options.percent(3), None);
    }

    #[test]
    fn what_stands_for_two_options_stands_for_none() {
        let options = Options::of(&scale(&[
            ("好", Some(3.0)),
            ("好 ", Some(3.0)),
            ("差", Some(1.0)),
        ]));
        assert_eq!(options.by_label("好"), None);
        assert_eq!(options.by_score(3.0), None);
        assert_eq!(options.by_score(1.0), Some(2));
    }
}
