//! The options of one scale, found by label, by score or by number.

use rustc_hash::FxHashMap;

use super::decoration::{score_alone, taken_off};
use super::normal::{folded, number_in, numeral};
use super::spelling::{plainly, share, stars};
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
    /// What the numbers before and behind labels are, where other cells tell.
    worn: [Option<Worn>; 2],
}

/// What a number beside a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worn {
    Score,
    Place,
}

impl Options {
    pub fn of(scale: &Scale) -> Self {
        let mut options = Self {
            exact: FxHashMap::default(),
            folded: FxHashMap::default(),
            bare: FxHashMap::default(),
            worn: [None; 2],
            scores: scale
                .options
                .iter()
                .take(MAX_OPTIONS)
                .map(|option| option.score)
                .collect(),
            numbered: scale.options.iter().any(|option| {
                let label = folded(&option.label);
                let digits = label.contains(|c: char| c.is_ascii_digit());
                // One that is its own score says the same either way.
                let score = number_in(&label).is_some_and(|it| option.score == Some(it));
                digits && !score && taken_off(&label).next().is_none()
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

    /// Every label and alias, folded.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.folded.keys().map(String::as_str)
    }

    /// Option by label or alias, as written or else folded.
    pub fn by_label(&self, text: &str) -> Option<u8> {
        match self.exact.get(text.trim()) {
            Some(found) => *found,
            None if are_figures_apart(text) => None,
            None => self.folded.get(&folded(text)).copied().flatten(),
        }
    }

    /// The one option a text names that wears a letter, number or score, or that the scale has
    /// so; or the one whose score it is with its unit. A score that is another option's
    /// contradicts the label, and so nothing is named.
    pub fn by_worn_label(&self, text: &str) -> Option<u8> {
        if are_figures_apart(text) {
            return None;
        }
        let found = self.by_worn(&folded(text));
        let plain = || plainly(text);
        found.or_else(|| self.by_worn(&plain())).or_else(|| {
            let counted = self.by_share(&plain()).or_else(|| self.by_stars(&plain()));
            counted.filter(|_| !self.numbered)
        })
    }

    fn by_worn(&self, text: &str) -> Option<u8> {
        let worn = self.worn(text).next().and_then(|(found, numbers)| {
            let agrees = |(number, worn): (&Option<f64>, &Option<Worn>)| {
                number.is_none_or(|number| self.may_be_numbered(found, number, *worn))
            };
            let all = numbers.iter().zip(&self.worn).all(agrees);
            // Behind a label without any scores somebody wrote a number that says something.
            let unscored = self.scores.iter().all(Option::is_none);
            let [_, behind] = numbers;
            let said = unscored && behind.is_some_and(|it| self.by_number(it) != Some(found));
            Some(found).filter(|_| all && !said)
        });
        worn.or_else(|| self.bare(text))
            .or_else(|| self.by_score(score_alone(text).filter(|_| !self.numbered)?))
    }

    fn bare(&self, label: &str) -> Option<u8> {
        self.bare.get(label).copied().flatten()
    }

    /// The labels in a folded text, with the numbers before and behind them.
    fn worn(&self, text: &str) -> impl Iterator<Item = (u8, [Option<f64>; 2])> {
        taken_off(text).filter_map(|it| Some((self.bare(it.label)?, it.numbers)))
    }

    /// Learns from all texts of a column, and how many cells hold each, whether the numbers beside
    /// its labels are scores or places: one that is the other contradicts its label then.
    pub fn learn<'t>(&mut self, texts: impl Iterator<Item = (&'t str, u32)>) {
        let mut cells = [[0_u64; 2]; 2];
        for (text, count) in texts {
            let (whole, plain) = (folded(text), plainly(text));
            let Some((option, numbers)) = self.worn(&whole).chain(self.worn(&plain)).next() else {
                continue;
            };
            for (number, [scores, places]) in numbers.iter().zip(&mut cells) {
                let Some(number) = number else { continue };
                let is_score = self.scores_as(option, *number);
                let is_place = self.by_number(*number) == Some(option);
                *scores += u64::from(count) * u64::from(is_score && !is_place);
                *places += u64::from(count) * u64::from(is_place && !is_score);
            }
        }
        self.worn = cells.map(|cells| match cells {
            [0, 0] => None,
            [scores, places] if scores >= places => Some(Worn::Score),
            _ => Some(Worn::Place),
        });
    }

    /// `4/5`, where five is the most there is to get.
    fn by_share(&self, text: &str) -> Option<u8> {
        let (part, whole) = share(text)?;
        let most = self.scores.iter().flatten().copied().reduce(f64::max)?;
        self.by_score(part).filter(|_| (most - whole).abs() < SAME)
    }

    /// So many of as many stars as there are options; without empty ones the score they say.
    fn by_stars(&self, text: &str) -> Option<u8> {
        let (full, all) = stars(text)?;
        let mut scores: Vec<f64> = self.scores.iter().flatten().copied().collect();
        scores.sort_by(f64::total_cmp);
        let most = scores.last().copied()?;
        let count = scores.len();
        match () {
            () if all == count => self.by_score(scores.get(full - 1).copied()?),
            () if all == full && (most - count as f64).abs() < SAME => self.by_score(full as f64),
            () => None,
        }
    }

    /// Whether the number an option wears can be its own: its score, its place, or nobody's score.
    fn may_be_numbered(&self, option: u8, number: f64, worn: Option<Worn>) -> bool {
        let place = self.by_number(number) == Some(option);
        let score = self.scores_as(option, number);
        match worn {
            Some(Worn::Score) if score || place => score,
            Some(Worn::Place) if score || place => place,
            _ => {
                let is_score = |score: &f64| (score - number).abs() < SAME;
                place || score || !self.scores.iter().flatten().any(is_score)
            }
        }
    }

    /// Whether the number is the option's score.
    fn scores_as(&self, option: u8, number: f64) -> bool {
        let own = self.scores.get(usize::from(option)).copied().flatten();
        own.is_some_and(|own| (own - number).abs() < SAME)
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

/// Whether so many are all options of a scale, or all but those behind them that say there is no
/// answer.
pub(super) fn are_all(scale: &Scale, count: usize) -> bool {
    let behind = scale.options.get(count..).unwrap_or_default();
    count > 0
        && count <= scale.options.len()
        && (behind.is_empty()
            || behind.iter().all(|it| it.score.is_none())
                && scale
                    .options
                    .iter()
                    .take(count)
                    .all(|it| it.score.is_some()))
}

/// Whether numbers are the scores of all options of a scale that have one, each once.
pub(super) fn are_scores(scale: &Scale, numbers: &[f64]) -> bool {
    let scores = scale.options.iter().filter_map(|it| it.score);
    let mut scores: Vec<f64> = scores.collect();
    let mut numbers = numbers.to_vec();
    scores.sort_by(f64::total_cmp);
    numbers.sort_by(f64::total_cmp);
    !scores.is_empty() && scores == numbers && scores.windows(2).all(|it| it.first() != it.last())
}

/// `1 0`: no ten, though a ten is what it folds to.
fn are_figures_apart(text: &str) -> bool {
    let figures = |c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '.' | ',' | '\'');
    text.trim().contains(char::is_whitespace)
        && text.chars().all(figures)
        && numeral(text).is_none()
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
            order_assumed: false,
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
    fn figures_apart_are_no_option() {
        let labels: Vec<String> = (0..=12).map(|it| it.to_string()).collect();
        let pairs: Vec<(&str, Option<f64>)> = (0_u8..)
            .zip(&labels)
            .map(|(at, label)| (label.as_str(), Some(f64::from(at))))
            .collect();
        let options = Options::of(&scale(&pairs));
        assert_eq!(options.by_label(" 1２ "), Some(12));
        for apart in ["1 0", "1\u{a0}2", "1\n1", "1 2 "] {
            assert_eq!(options.by_label(apart), None, "{apart:?}");
            assert_eq!(options.by_worn_label(apart), None, "{apart:?}");
        }
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
