//! One cell of an item's column read as an answer.
//!
//! What no rule reads is [`Answer::Unreadable`]; nothing is guessed.

mod expected;
mod ticks;
mod written;

use self::ticks::{filled, joined, split, without_beside};
pub(in crate::intake) use self::ticks::{separators, without_written};
use self::written::Others;
use super::cell::Cell;
use super::day::day;
use super::days::Days;
use super::decimals::{Mark, decimal};
use super::normal::{self, flag, folded};
use super::options::Options;
use super::platform::{self, Platform};
use super::sheet::SheetColumn;
use super::tick::{Tick, ticks};
use crate::model::{Answer, Item, ItemKind, Reading};

const NOT_APPLICABLE: [&str; 7] = [
    "不适用",
    "不涉及",
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "notapplicable",
];
/// Numbers beyond this are no answer to any question.
const LARGEST: f64 = 1e9;
/// Different texts of a column that tell what the numbers beside its labels are.
const MOST_LEARNED: usize = 1_000;

/// Whether an option may have words beside it that say more than it does.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    None,
    Beside,
}

/// Reads the cells of one item under one reading.
pub(super) struct Interpreter<'a> {
    item: &'a Item,
    reading: Reading,
    platform: &'static Platform,
    options: Option<Options>,
    /// Options beside which words are written.
    others: Others,
    /// The option each number from 1 on means, where that is not its place.
    numbered: &'a [Option<u8>],
    /// Separators that no label contains.
    separators: Vec<char>,
    /// Some cells of the column say percents: what a bare number up to one is beside them, nobody
    /// can tell.
    percents: bool,
    /// How the days of the column are read, where days are asked for.
    days: Option<Days>,
}

impl<'a> Interpreter<'a> {
    pub fn new(item: &'a Item, reading: Reading, platform: &'static Platform) -> Self {
        let labels = || item.scale.iter().flat_map(|scale| &scale.options);
        let used = |separator: &char| {
            labels().any(|option| {
                option.label.contains(*separator)
                    || option
                        .aliases
                        .iter()
                        .any(|alias| alias.contains(*separator))
            })
        };
        Self {
            item,
            reading,
            platform,
            options: item.scale.as_ref().map(Options::of),
            others: Others::of(item),
            numbered: &[],
            separators: separators().filter(|c| !used(c)).collect(),
            percents: false,
            days: None,
        }
    }

    /// The same where somebody said which option each number from 1 on means.
    pub fn numbered(self, numbered: &'a [Option<u8>]) -> Self {
        Self { numbered, ..self }
    }

    /// The same for the cells of one column: what numbers beside labels are, all of them tell.
    pub fn learned(mut self, column: &SheetColumn) -> Self {
        let texts = column.values().filter_map(|(cell, count)| match cell {
            Cell::Text(text) => Some((text.as_ref(), count)),
            _ => None,
        });
        let mut cells = column.values();
        self.percents = self.options.is_none() && cells.any(|(cell, _)| is_percent(cell));
        if self.item.kind == ItemKind::Date {
            self.days = Some(Days::of(column, self.platform));
        }
        if let Some(options) = &mut self.options {
            options.learn(texts.take(MOST_LEARNED));
        }
        self
    }

    pub fn options(&self) -> Option<&Options> {
        self.options.as_ref()
    }

    /// The answer a cell holds.
    pub fn read(&self, cell: &Cell) -> Answer {
        self.marked(cell).unwrap_or_else(|| match &self.options {
            Some(options) => self.chosen(options, cell),
            None => self.open(cell),
        })
    }

    /// A cell that holds no answer, unless its text is an option.
    pub fn marked(&self, cell: &Cell) -> Option<Answer> {
        match cell {
            Cell::Empty => Some(Answer::Blank),
            Cell::Text(text) => {
                if self
                    .options
                    .as_ref()
                    .is_some_and(|o| o.by_label(text).is_some())
                {
                    return None;
                }
                let text = folded(text);
                let not_applicable = NOT_APPLICABLE.contains(&text.as_str());
                match platform::missing(&text) {
                    None if self.options.is_some() && not_applicable => Some(Answer::NotApplicable),
                    None => self.marked_number(cell),
                    missing => missing,
                }
            }
            Cell::Number(_) | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => {
                self.marked_number(cell)
            }
        }
    }

    fn marked_number(&self, cell: &Cell) -> Option<Answer> {
        self.platform.missing_number(normal::number(cell)?)
    }

    /// Whether a cell of the column of one option ticks it.
    pub fn tick(&self, option: u8, cell: &Cell) -> Answer {
        let ticked = || Answer::Options(vec![option]);
        let named = self.options.as_ref().and_then(|options| match cell {
            Cell::Text(text) => options.by_label(text),
            Cell::Empty
            | Cell::Number(_)
            | Cell::Bool(_)
            | Cell::Date(_)
            | Cell::Error(_)
            | Cell::Formula(_) => None,
        });
        let tick = Tick {
            cross: self.reading == Reading::Crosses,
            circle: false,
        };
        match (self.marked(cell), named, ticks(cell, "", tick)) {
            (_, Some(named), _) if named == option => ticked(),
            (Some(marked), ..) => marked,
            (None, None, Some(true)) => ticked(),
            (None, None, Some(false)) => Answer::Blank,
            _ => Answer::Unreadable,
        }
    }

    /// Words that somebody wrote beside the options of a cell that is read, with those options as
    /// they stand there.
    pub fn written(&self, cell: &Cell) -> Option<String> {
        let (options, Cell::Text(text)) = (self.options.as_ref()?, cell) else {
            return None;
        };
        let read = self.marked(cell).is_none() && self.chosen(options, cell) != Answer::Unreadable;
        let bare = || Cell::Text(filled(text).into());
        let plain = || self.chosen_with(options, &bare(), Words::None) != Answer::Unreadable;
        (read && !plain()).then(|| text.to_string())
    }

    fn chosen(&self, options: &Options, cell: &Cell) -> Answer {
        match self.chosen_with(options, cell, Words::None) {
            Answer::Unreadable => self.chosen_with(options, cell, Words::Beside),
            answer => answer,
        }
    }

    fn chosen_with(&self, options: &Options, cell: &Cell, words: Words) -> Answer {
        if self.item.kind == ItemKind::Multi {
            return self.ticked(options, cell, words);
        }
        let found = self.option(options, cell, words);
        found.map_or(Answer::Unreadable, Answer::Option)
    }

    /// The one option a cell names.
    fn option(&self, options: &Options, cell: &Cell, words: Words) -> Option<u8> {
        match (self.number(cell), self.reading) {
            (Some(number), Reading::Scores) => return options.by_score(number),
            (Some(number), Reading::OptionNumbers) => return self.by_number(options, number),
            (None, Reading::OptionNumbers) if let Some(number) = letter(cell) => {
                let labelled = options.by_label(&cell.found());
                return labelled.or_else(|| self.by_number(options, number));
            }
            _ => {}
        }
        match cell {
            Cell::Text(text) => {
                let named = |text: &str| {
                    let found = options.by_label(text);
                    found.or_else(|| options.by_worn_label(text))
                };
                let beside = without_beside(text);
                match words {
                    Words::None if beside.is_some() => options.by_label(text),
                    Words::None => named(text).or_else(|| self.yes_or_no(options, cell)),
                    Words::Beside => beside
                        .and_then(named)
                        .or_else(|| self.option(options, cell, Words::None))
                        .or_else(|| self.others.named(text)),
                }
            }
            Cell::Number(_) => options.by_label(&cell.found()),
            Cell::Bool(_) => self.yes_or_no(options, cell),
            Cell::Empty | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => None,
        }
    }

    /// The option a number from 1 on means; its place tells nothing where the order was assumed.
    fn by_number(&self, options: &Options, number: f64) -> Option<u8> {
        let assumed = self.item.scale.as_ref().is_some_and(|it| it.order_assumed);
        let whole = number.fract() == 0.0 && number >= 1.0;
        match self.numbered {
            [] => options.by_number(number).filter(|_| !assumed),
            numbered if whole => *numbered.get(number as usize - 1)?,
            _ => None,
        }
    }

    /// The number in a cell; a comma before decimals is one where it cannot stand between options.
    pub fn number(&self, cell: &Cell) -> Option<f64> {
        let plain = normal::number(cell);
        match self.item.kind {
            ItemKind::Multi => plain,
            _ => plain.or_else(|| normal::with_comma(cell)),
        }
    }

    /// `yes` for an option labelled 是, and the like.
    fn yes_or_no(&self, options: &Options, cell: &Cell) -> Option<u8> {
        if self.item.kind != ItemKind::YesNo || normal::number(cell).is_some() {
            return None;
        }
        let words = if flag(cell)? {
            ["是", "yes"]
        } else {
            ["否", "no"]
        };
        words.iter().find_map(|word| options.by_label(word))
    }

    fn ticked(&self, options: &Options, cell: &Cell, words: Words) -> Answer {
        if let Some(option) = self.option(options, cell, words) {
            return Answer::Options(vec![option]);
        }
        let Cell::Text(text) = cell else {
            return Answer::Unreadable;
        };
        let parts = split(text, &self.separators);
        let ticked = parts.map(|part| self.option(options, &Cell::Text(part.into()), words));
        match ticked.collect::<Option<Vec<u8>>>() {
            Some(ticked) if !ticked.is_empty() => Self::options_of(ticked),
            // A label may hold what stands between the others.
            _ => separators()
                .find_map(|it| {
                    joined(text, it, |part| {
                        self.option(options, &Cell::Text(part.into()), words)
                    })
                })
                .map_or(Answer::Unreadable, Self::options_of),
        }
    }

    fn options_of(mut ticked: Vec<u8>) -> Answer {
        ticked.sort_unstable();
        ticked.dedup();
        Answer::Options(ticked)
    }

    fn open(&self, cell: &Cell) -> Answer {
        match self.item.kind {
            ItemKind::Nps | ItemKind::Number => {
                let (low, high) = self.range();
                let whole = self.item.kind == ItemKind::Nps;
                let share = may_be_share(cell);
                if self.percents && share {
                    return Answer::Unreadable;
                }
                let mark = match self.reading {
                    Reading::CommaDecimals => Mark::Comma,
                    _ => Mark::Point,
                };
                decimal(cell, mark)
                    .filter(|number| (low..=high).contains(number))
                    .filter(|number| !whole || number.fract() == 0.0)
                    .map_or(Answer::Unreadable, Answer::Number)
            }
            ItemKind::Date => {
                let date = match self.days {
                    // Which of two it was is asked.
                    Some(days) if days.other(cell).is_some() => None,
                    Some(days) => days.read(cell),
                    None => day(cell),
                };
                date.map_or(Answer::Unreadable, |date| Answer::Text(date.to_string()))
            }
            ItemKind::Rating
            | ItemKind::YesNo
            | ItemKind::Single
            | ItemKind::Multi
            | ItemKind::Text => match cell {
                cell if cell.is_failed() => Answer::Unreadable,
                cell => Answer::Text(cell.found()),
            },
        }
    }

    /// A number that is scored is a percent of ten; one that is not may be anything.
    fn range(&self) -> (f64, f64) {
        range(self.item)
    }
}

/// Whether a cell says percents.
fn is_percent(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.trim_end().ends_with(['%', '％']))
}

/// Whether a cell holds a bare number that could be a share of one: 0.5 and 50 %.
fn may_be_share(cell: &Cell) -> bool {
    let number = decimal(cell, Mark::Point).filter(|_| !is_percent(cell));
    number.is_some_and(|it| it != 0.0 && it.abs() <= 1.0)
}

/// Lowest and highest number that answers an item.
fn range(item: &Item) -> (f64, f64) {
    match item.kind {
        ItemKind::Number if !item.scored => (-LARGEST, LARGEST),
        _ => item.range().unwrap_or((0.0, 10.0)),
    }
}

/// Whether a number can answer an item.
pub(super) fn may_answer(item: &Item, number: f64) -> bool {
    let (low, high) = range(item);
    (low..=high).contains(&number)
}

/// The place a single letter stands for in a list of options.
pub(super) fn letter(cell: &Cell) -> Option<f64> {
    let Cell::Text(text) = cell else { return None };
    match folded(text).trim_end_matches('.').as_bytes() {
        [letter @ b'a'..=b'z'] => Some(f64::from(letter - b'a' + 1)),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests;
