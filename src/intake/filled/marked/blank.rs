//! The blank of a marking, as far as reading a copy of it asks: what stands in its cells before
//! anybody fills it in, and whether somebody did.

use super::text::plain;
use crate::intake::cell::Cell;
use crate::intake::filled::letters::drawn;
use crate::intake::filled::mark::{Mark as Sign, mark as mark_of};
use crate::intake::filled::tick::tick;
use crate::intake::look::At;
use crate::model::{Item, Mark, Marking, Meant, PlainLook, Printed, ScaleOption};

/// A blank, or the first form that was filled in, marked in its place.
pub(super) struct Blank<'m> {
    marking: &'m Marking,
    /// Answers stand in its cells: what is there is not part of the form.
    pub filled: bool,
}

impl<'m> Blank<'m> {
    pub fn of(marking: &'m Marking, items: &[Item]) -> Self {
        let answers = |item: &Item| answered(marking, item);
        let filled = items.iter().any(answers) || emphasised(marking);
        Self { marking, filled }
    }

    /// What stands in a cell.
    pub fn printed(&self, at: At) -> &'m str {
        let printed = self.marking.sheet.printed.iter();
        let mut own = printed.filter(|it| it.at == at);
        own.next().map_or("", |it| it.text.as_str())
    }

    /// How a cell looks, if it looks like anything.
    pub fn look(&self, at: At) -> Option<PlainLook> {
        let mut looks = self.marking.sheet.looks.iter();
        looks.find(|it| it.at == at).copied()
    }

    /// Whether a text is the label of a mark in a cell.
    pub fn names(&self, at: At, label: &str) -> bool {
        let label = plain(label);
        let marks = self.marking.marks.iter().filter(|it| it.at == at);
        let own = |mark: &Mark| plain(&mark.label).trim_end_matches(':') == label;
        !label.is_empty() && marks.into_iter().any(own)
    }

    /// What is written in the cell of an option whether it is chosen or not.
    pub fn option_text(&self, mark: &Mark) -> &'m str {
        option_text(self.marking, mark, self.filled)
    }

    /// What a mark is called by, and the cell that says it: its label, or the words beside it.
    pub fn title(&self, mark: &Mark) -> (String, At) {
        if !mark.label.is_empty() {
            return (mark.label.clone(), mark.at);
        }
        let (row, column) = mark.at;
        let marked = |it: &&Printed| !self.marking.marks.iter().any(|mark| mark.at == it.at);
        let words = |it: &&Printed| it.text.chars().any(char::is_alphabetic);
        let all = || {
            self.marking
                .sheet
                .printed
                .iter()
                .filter(marked)
                .filter(words)
        };
        let left = all().filter(|it| it.covers((row, it.to.1)) && it.to.1 < column);
        let above = || all().filter(|it| it.covers((it.to.0, column)) && it.to.0 < row);
        let beside = left
            .max_by_key(|it| it.to.1)
            .or_else(|| above().max_by_key(|it| it.to.0));
        match beside {
            Some(it) => (it.text.clone(), it.at),
            None => (String::new(), mark.at),
        }
    }
}

/// The marks of the options of an item.
fn options<'m>(marking: &'m Marking, mark: &Mark) -> impl Iterator<Item = &'m Mark> {
    let item = mark.meant.item();
    let marks = marking.marks.iter();
    marks.filter(move |it| it.meant.item() == item && matches!(it.meant, Meant::Option(..)))
}

fn at<'m>(marking: &'m Marking, mark: &Mark) -> &'m str {
    let mut printed = marking.sheet.printed.iter();
    let own = printed.find(|it| it.at == mark.at);
    own.map_or("", |it| it.text.as_str())
}

/// A text without a box before or behind it.
pub(super) fn bare(text: &str) -> &str {
    let text = text.trim();
    let before = mark_of(text).and_then(|(_, length)| text.get(length..));
    let text = before.unwrap_or(text).trim();
    let behind = text.char_indices().rev().find_map(|(at, _)| {
        let (_, length) = mark_of(text.get(at..)?)?;
        (at + length == text.len()).then(|| text.get(..at))?
    });
    behind.unwrap_or(text).trim()
}

/// What the cells of the options of an item say beside their boxes has to differ to be part of
/// the form: else it may be how somebody ticked one of them.
fn option_text<'m>(marking: &'m Marking, mark: &Mark, filled: bool) -> &'m str {
    let own = bare(at(marking, mark));
    let all = options(marking, mark).map(|it| bare(at(marking, it)));
    let mut texts: Vec<&str> = all.filter(|it| !it.is_empty()).collect();
    let count = texts.len();
    texts.sort_unstable();
    texts.dedup();
    let sign = |text: &&str| tick(&Cell::Text((*text).into()), |_| false);
    let is_tick = |text: &&str| matches!(sign(text), Sign::Tick | Sign::Empty);
    let differ = texts.len() == count && (count > 2 || !texts.iter().all(is_tick));
    match (count > 1 && differ) || !filled {
        true => own,
        false => "",
    }
}

/// Whether an answer to an item stands on the blank.
fn answered(marking: &Marking, item: &Item) -> bool {
    let Some(scale) = item.scale.as_ref().filter(|_| item.kind.has_scale()) else {
        return false;
    };
    let known = |text: &str| {
        let text = plain(text);
        let names = |label: &str| plain(label) == text;
        let of = |it: &ScaleOption| {
            names(&it.label)
                || it.aliases.iter().any(|it| names(it))
                || it.score.is_some_and(|score| score.to_string() == text)
        };
        scale.options.iter().any(of)
    };
    let own = marking.marks.iter();
    let mut own = own.filter(|it| it.meant.item() == Some(item.lineage));
    own.any(|mark| {
        let text = at(marking, mark);
        let text = drawn(text.strip_prefix(&mark.label).unwrap_or(text).trim());
        let ticked = text.char_indices().any(|(at, _)| {
            let found = text.get(at..).and_then(mark_of);
            found.is_some_and(|(sign, _)| sign != Sign::Empty)
        });
        match mark.meant {
            Meant::Option(..) => {
                let alone = option_text(marking, mark, true).is_empty();
                ticked || (alone && !plain(&text).is_empty())
            }
            _ => ticked || known(&text),
        }
    })
}

/// Whether options look unlike the others of their line, in several lines and not the same one:
/// somebody chose so. A column that looks so is how the form is made.
fn emphasised(marking: &Marking) -> bool {
    let look = |mark: &Mark| {
        let mut looks = marking.sheet.looks.iter();
        looks
            .find(|it| it.at == mark.at)
            .map(|it| (it.bold, it.fill))
    };
    let mut lines: Vec<&str> = Vec::new();
    let mut seen = Vec::new();
    for mark in &marking.marks {
        let Meant::Option(lineage, _) = &mark.meant else {
            continue;
        };
        if seen.contains(lineage) {
            continue;
        }
        seen.push(*lineage);
        let all: Vec<&Mark> = options(marking, mark).collect();
        let alike = |it: &&Mark| all.iter().filter(|other| look(other) == look(it)).count();
        let mut alone = all.iter().filter(|it| alike(it) == 1 && all.len() > 2);
        if let (Some(one), None) = (alone.next(), alone.next())
            && let Meant::Option(_, label) = &one.meant
        {
            lines.push(label);
        }
    }
    let first = lines.first();
    lines.iter().any(|it| Some(it) != first)
}
