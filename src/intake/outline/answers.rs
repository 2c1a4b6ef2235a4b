//! What kind of answers stand in one column, decided from all of them at once.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::degree::{Family, Says, opposite, says};
use super::several;
use crate::intake::cell::Cell;
use crate::intake::day::days;
use crate::intake::decimals::{Mark, decimal};
use crate::intake::decoration::{score_alone, taken_off};
use crate::intake::interpret::without_written;
use crate::intake::normal::{folded, number};
use crate::intake::platform::{self, Platform};
use crate::intake::spelling::plainly;
use crate::intake::tick::Marks;

/// What the cells of a column come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answers {
    /// Nothing stands there.
    Nothing,
    Dates,
    /// Whole numbers of a short scale.
    Steps(Steps),
    /// Ones and zeros, or true and false.
    Flags,
    Number,
    /// Labels whose words say in which order they stand.
    Words(Vec<(String, Says)>),
    /// As they are written.
    YesNo([Option<String>; 2]),
    /// One of a few options, the most chosen first.
    One(Vec<String>),
    /// Some of a few options, the most chosen first.
    Several(Vec<String>),
    Text,
}

/// Whole numbers of a short scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Steps {
    pub low: u8,
    pub high: u8,
    /// How many cells hold each number.
    pub found: BTreeMap<u8, u32>,
    /// What is written at a number, where it is more than the number.
    pub labels: BTreeMap<u8, String>,
    /// They say they are points, of which more are better.
    pub points: bool,
}

/// The highest number of a short scale.
const MOST_STEPS: u8 = 10;
/// Options of a question with one answer, and letters of the longest.
const MOST_OPTIONS: usize = 30;
const LONGEST: usize = 120;
const YES: [&str; 6] = ["是", "有", "yes", "y", "true", "ja"];
const NO: [&str; 8] = ["否", "没有", "无", "不是", "no", "n", "false", "nein"];

/// Cells beside a clear scale that stand on none, of so many on it: one of a few, a tenth of many.
pub(super) fn are_rare(strays: u32, held: u32) -> bool {
    const FEW: u32 = 4;
    strays <= 1.max((strays + held) / 10) && held >= FEW
}

/// Cells of a column and how many rows hold each, what is no answer left out.
pub(super) struct Values<'a> {
    cells: Vec<(&'a Cell, u32)>,
    all: u32,
    /// Share of the cells a kind must hold for.
    share: f64,
}

impl<'a> Values<'a> {
    pub fn of(cells: Vec<(&'a Cell, u32)>, platform: &Platform, share: f64) -> Self {
        let no_answer = |cell: &Cell| {
            let text = folded(&cell.found());
            let number = number(cell);
            platform::missing(&text).is_some()
                || cell.is_failed()
                || number.is_some_and(|it| platform.missing_number(it).is_some())
        };
        let cells: Vec<_> = cells.into_iter().filter(|(it, _)| !no_answer(it)).collect();
        let all = cells.iter().map(|(_, count)| count).sum();
        Self { cells, all, share }
    }

    pub fn is_empty(&self) -> bool {
        self.all == 0
    }

    /// Every distinct text, the most frequent first.
    pub fn labels(&self) -> Vec<(String, u32)> {
        let mut counts: FxHashMap<String, (String, u32)> = FxHashMap::default();
        for (cell, count) in &self.cells {
            let text = without_written(&cell.found());
            let entry = counts.entry(folded(&text)).or_insert((text, 0));
            entry.1 = entry.1.saturating_add(*count);
        }
        let mut labels: Vec<(String, u32)> = counts.into_values().collect();
        labels.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        labels
    }

    /// Whether enough cells are so.
    fn mostly(&self, is: impl Fn(&Cell) -> bool) -> bool {
        let held = self.cells.iter().filter(|(cell, _)| is(cell));
        let held: u32 = held.map(|(_, count)| count).sum();
        self.is_most(held)
    }

    fn is_most(&self, held: u32) -> bool {
        held > 0 && f64::from(held) >= self.share * f64::from(self.all)
    }

    /// Whether so many cells stand on a scale, and the others are too few to make it anything else.
    fn is_clear(&self, held: u32) -> bool {
        self.is_most(held) || are_rare(self.all.saturating_sub(held), held)
    }

    /// Adds what stands in the column of an option.
    pub fn mark(&self, option: &str, marks: &mut Marks) {
        for (cell, _) in &self.cells {
            marks.add(cell, option);
        }
    }

    /// What they come to.
    pub fn answers(&self, platform: &Platform) -> Answers {
        if self.is_empty() {
            return Answers::Nothing;
        }
        let date = |cell: &Cell| match cell {
            Cell::Date(_) => true,
            Cell::Text(_) => number(cell).is_none() && !days(cell).is_empty(),
            _ => false,
        };
        if self.mostly(date) {
            return Answers::Dates;
        }
        self.numbers().unwrap_or_else(|| self.texts(platform))
    }

    fn numbers(&self) -> Option<Answers> {
        let words = self
            .cells
            .iter()
            .filter(|(cell, _)| matches!(cell, Cell::Text(text) if says(text).is_some()));
        if words.count() > 1 {
            return None;
        }
        let stand = self.cells.iter().filter(|(cell, _)| step(cell).is_some());
        if self.is_clear(stand.map(|(_, count)| count).sum()) {
            return Some(self.steps());
        }
        let is_flag = |cell: &Cell| matches!(cell, Cell::Bool(_));
        match () {
            () if self.mostly(is_flag) => Some(Answers::Flags),
            () if self.mostly(|cell| decimal(cell, Mark::Point).is_some()) => Some(Answers::Number),
            () => None,
        }
    }

    fn steps(&self) -> Answers {
        let mut steps = Steps::default();
        let mut bare = false;
        for (cell, count) in &self.cells {
            let Some(at) = step(cell) else { continue };
            *steps.found.entry(at).or_default() += *count;
            let text = folded(&cell.found());
            steps.points |= score_alone(&text).is_some();
            let plain = number(cell).is_some() || score_alone(&text).is_some();
            bare |= plain;
            if !plain {
                steps.labels.insert(at, cell.found());
            }
        }
        steps.end();
        match steps.found.keys().copied().eq([0, 1]) && bare {
            true => Answers::Flags,
            // A number before every label is that of its option.
            false if !bare => Answers::One(self.names()),
            false => Answers::Steps(steps),
        }
    }

    fn texts(&self, platform: &Platform) -> Answers {
        let labels = self.labels();
        if let Some(words) = self.words(&labels) {
            return Answers::Words(words);
        }
        let is = |words: &[&str], label: &str| words.contains(&folded(label).as_str());
        if labels.len() <= 2 && labels.iter().all(|(it, _)| is(&YES, it) || is(&NO, it)) {
            let find = |words: &[&str]| {
                let mut labels = labels.iter();
                labels
                    .find(|(it, _)| is(words, it))
                    .map(|(it, _)| it.clone())
            };
            return Answers::YesNo([find(&YES), find(&NO)]);
        }
        if let Some(options) = several::options(&labels, platform) {
            return Answers::Several(options);
        }
        let short = labels.iter().all(|(it, _)| it.chars().count() <= LONGEST);
        let once = labels.iter().filter(|(_, count)| *count == 1).count();
        let often = self.all as usize >= 2 * labels.len() && once * 2 < labels.len().max(2);
        match labels.len() <= MOST_OPTIONS && short && often {
            true => Answers::One(self.names()),
            false => Answers::Text,
        }
    }

    fn names(&self) -> Vec<String> {
        let labels = self.labels().into_iter();
        labels.take(MOST_OPTIONS).map(|(label, _)| label).collect()
    }

    /// The labels as a ladder, if enough of them say where on one they stand. `labels` are the most
    /// frequent first: a few words of another kind, or the same in other words, are no part of it.
    fn words(&self, labels: &[(String, u32)]) -> Option<Vec<(String, Says)>> {
        let found = labels.iter().filter_map(|(label, count)| {
            let said = says(label)?;
            Some((label, said, *count))
        });
        let found: Vec<(&String, Says, u32)> = found.collect();
        let own = family(found.iter().map(|(_, said, count)| (*said, *count)))?;
        let mut counted = 0_u32;
        let mut words: Vec<(String, Says)> = Vec::new();
        let mut worn: Vec<(f64, usize)> = Vec::new();
        for (label, said, count) in found {
            let (bare, numbers) = bare_label(label);
            let known = words.iter().position(|(it, _)| folded(it) == folded(&bare));
            let same = |other: &Says| said.degree().is_some() && said.degree() == other.degree();
            let strange = matches!(said, Says::Degree(family, _) if family != own)
                || (known.is_none() && words.iter().any(|(_, other)| same(other)));
            if strange {
                continue;
            }
            counted = counted.saturating_add(count);
            let at = known.unwrap_or(words.len());
            if known.is_none() {
                words.push((bare, said));
            }
            worn.extend(numbers.map(|number| (number, at)));
        }
        if !self.is_clear(counted) {
            return None;
        }
        words.extend(below(&words, &worn));
        Some(words)
    }
}

/// What most cells whose words say how much of it are about.
fn family(said: impl Iterator<Item = (Says, u32)>) -> Option<Family> {
    let mut counts: FxHashMap<Family, u32> = FxHashMap::default();
    for (said, count) in said {
        if let Says::Degree(family, _) = said {
            *counts.entry(family).or_default() += count;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(family, _)| family)
}

/// Labels nobody chose below those that wear a number each, where more is better: the opposite of
/// the one as far from the other end. Without them `2 不满意` would become the lowest.
fn below(words: &[(String, Says)], worn: &[(f64, usize)]) -> Vec<(String, Says)> {
    let graded = words.iter().filter(|(_, said)| said.degree().is_some());
    let mut worn: Vec<(f64, usize)> = worn.to_vec();
    worn.sort_by(|one, other| one.0.total_cmp(&other.0));
    worn.dedup();
    let degree = |at: usize| words.get(at).and_then(|(_, said)| said.degree());
    let rise = |pair: &[(f64, usize)]| matches!(pair, [one, next] if one.0 + 1.0 == next.0 && degree(one.1) < degree(next.1));
    let (Some((low, _)), Some((high, _))) = (worn.first(), worn.last()) else {
        return Vec::new();
    };
    if worn.len() != graded.count() || !worn.windows(2).all(rise) || !(2.0..=3.0).contains(low) {
        return Vec::new();
    }
    let mirror = |missing: f64| {
        let as_far = high + 1.0 - missing;
        let (_, at) = worn.iter().find(|(number, _)| *number == as_far)?;
        let label = opposite(&words.get(*at)?.0)?;
        let said = says(&label)?;
        let lower = said.degree() < degree(worn.first()?.1);
        lower.then_some((label, said))
    };
    let missing = [1.0, 2.0].into_iter().filter(|it| it < low);
    let found: Option<Vec<_>> = missing.map(mirror).collect();
    found.unwrap_or_default()
}

impl Steps {
    /// Leaves out numbers, and says anew where the scale ends.
    pub fn without(&mut self, strange: impl Fn(u8) -> bool) {
        self.found.retain(|at, _| !strange(*at));
        self.labels.retain(|at, _| !strange(*at));
        self.end();
    }

    /// Ends the scale with the numbers there are.
    pub fn end(&mut self) {
        let ends = (self.found.keys().next(), self.found.keys().next_back());
        self.low = ends.0.copied().unwrap_or_default();
        self.high = ends.1.copied().unwrap_or_default();
    }
}

/// A label without the letter, number or score it wears, where that leaves one whose words are
/// known; and the number.
fn bare_label(label: &str) -> (String, Option<f64>) {
    let (text, plain) = (folded(label), plainly(label));
    let whole = says(label);
    let ways = taken_off(&text).chain(taken_off(&plain));
    let mut ways = ways.filter(|it| says(it.label) == whole);
    let Some(bare) = ways.next() else {
        return (label.to_owned(), None);
    };
    let number = bare.numbers.into_iter().flatten().next();
    // Only what stands so in the label as it is written can be cut out of it.
    let cut = label
        .find(bare.label)
        .and_then(|at| label.get(at..at + bare.label.len()));
    (cut.unwrap_or(label).to_owned(), number)
}

/// The number of a short scale a cell stands for: itself, points, or a number with its label.
fn step(cell: &Cell) -> Option<u8> {
    let text = folded(&cell.found());
    let worn = || taken_off(&text).find_map(|it| it.numbers.into_iter().flatten().next());
    let ended = || match cell {
        Cell::Text(_) => text.split_once('-').and_then(|(number, label)| {
            let words = label.chars().any(char::is_alphabetic);
            number.parse::<f64>().ok().filter(|_| words)
        }),
        _ => None,
    };
    let found = number(cell)
        .or_else(|| score_alone(&text))
        .or_else(worn)
        .or_else(ended)?;
    let whole = found.fract() == 0.0 && (0.0..=f64::from(MOST_STEPS)).contains(&found);
    whole.then_some(found as u8)
}
