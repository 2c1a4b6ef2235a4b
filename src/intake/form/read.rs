//! The answers of a form, by what it asked.
//!
//! Decisions:
//!
//! - Every item has to have its place; one that is gone, or two columns that became one, mean
//!   that nobody can say what was ticked, and nothing is read. Its words stand beside it, or the
//!   place is [that of its words](super::label).
//! - Two ticks where one is asked for are no answer, nor are two cells filled in behind a label.
//! - A form without any answer is no return.

use std::ops::Range;

use jiff::civil::Date;

use super::label::{Standing, Words};
use super::ticked::{Answered, Signs, TickBox, expected_of, is_sign, is_tick, ticked};
use super::{Form, Note, Printed};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::day::{day, day_within};
use crate::intake::interpret::Interpreter;
use crate::intake::platform::PLAIN;
use crate::model::{
    Answer, Expected, FormSpot, IssueKind, Item, ItemKind, LineageId, Questionnaire, Reading,
};

/// What forms asked, made ready once for all of them.
pub struct Asked<'a> {
    pub(super) items: Vec<(&'a Item, Interpreter<'a>)>,
    pub(super) words: Vec<Words>,
    /// What it says that nobody filled in; `None` where that is not known.
    printed: Option<Printed>,
}

impl<'a> Asked<'a> {
    pub fn of(questionnaire: &'a Questionnaire) -> Self {
        let items = questionnaire.items.iter();
        let ready = |item| (item, Interpreter::new(item, Reading::Labels, &PLAIN));
        Self {
            words: items.clone().map(Words::of).collect(),
            items: items.map(ready).collect(),
            printed: None,
        }
    }

    /// The same with what empty forms say: whatever else stands on one somebody wrote.
    pub fn on(self, printed: Printed) -> Self {
        Self {
            printed: Some(printed),
            ..self
        }
    }
}

/// What a form says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// One an item of what it asked, in its order.
    pub answers: Vec<Answer>,
    /// Where each stands, e.g. `F14`; where it would, if there is none.
    pub cells: Vec<String>,
    pub wrong: Vec<Wrong>,
    pub respondent: String,
    pub date: Option<Date>,
    /// What was written beside the answers; nothing where it is not known what is printed.
    pub notes: Vec<Note>,
    /// Another sheet on which the same form stands, filled in otherwise.
    pub elsewhere: Option<String>,
    /// What stands where the day is asked for, and in which cell.
    dated: (Cell, String),
}

/// One thing that could not be read, or is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub kind: IssueKind,
    /// `None`: a field of the head.
    pub item: Option<LineageId>,
    pub cell: String,
    pub found: String,
    pub expected: Expected,
}

impl Filled {
    /// Holds the day against the time of the survey: of several it could be the one within is
    /// meant, and one far from it is asked about.
    pub fn hold_date(&mut self, near: &Range<Date>) {
        let (on, cell) = self.dated.clone();
        let Some(day) = day_within(&on, near) else {
            return;
        };
        self.wrong
            .retain(|it| !(it.expected == Expected::Date && it.cell == cell));
        let within = near.contains(&day);
        self.date = within.then_some(day);
        if !within {
            self.unread(&on, cell, Expected::DateWithin(near.start, near.end));
        }
    }

    /// Where nothing that is scored is answered each of it is missed: what was ticked may not have
    /// been seen.
    pub fn miss_scored(&mut self, items: &[Item]) {
        let said = || items.iter().zip(&self.answers).zip(&self.cells);
        let scored = || said().filter(|((item, _), _)| item.scored);
        if scored().any(|((_, answer), _)| !answer.is_empty()) {
            return;
        }
        let known = |item: &Item| self.wrong.iter().any(|it| it.item == Some(item.lineage));
        let missed = scored().filter(|((item, _), _)| !known(item));
        let missed = missed.map(|((item, _), cell)| Wrong {
            kind: IssueKind::MissingAnswer,
            item: Some(item.lineage),
            cell: cell.clone(),
            found: String::new(),
            expected: Expected::Answer,
        });
        let missed: Vec<Wrong> = missed.collect();
        self.wrong.extend(missed);
    }

    /// Whether nobody filled it in.
    pub fn is_empty(&self) -> bool {
        self.answers.iter().all(Answer::is_empty)
    }
}

impl Form {
    /// What it says of what it asked.
    ///
    /// # Errors
    /// Codes of the items whose places are gone.
    pub fn read(&self, asked: &Asked<'_>) -> Result<Filled, Vec<String>> {
        let mut filled = Filled::default();
        let mut lost = Vec::new();
        let items: Vec<&Item> = asked.items.iter().map(|(item, _)| *item).collect();
        let standing = Standing::of(
            &self.grid,
            &self.places,
            (&items, &asked.words),
            asked.printed.as_ref(),
        );
        let signs = self.signs(&standing, &items);
        for (at, (item, interpreter)) in asked.items.iter().enumerate() {
            match self.answer(&standing, (at, item), (interpreter, signs)) {
                Some(answered) => filled.add(item, answered),
                None => lost.push(item.code.clone()),
            }
        }
        if !lost.is_empty() {
            return Err(lost);
        }
        let (by, cell) = self.behind(self.head(FormSpot::Respondent));
        match by.is_failed() {
            true => filled.unread(by, cell, Expected::Calculated),
            false => filled.respondent = by.found(),
        }
        let (on, cell) = self.behind(self.head(FormSpot::Date));
        filled.date = day(on);
        if filled.date.is_none() && !on.is_empty() {
            filled.unread(on, cell.clone(), Expected::Date);
        }
        filled.dated = (on.clone(), cell);
        let notes = |printed| self.notes(&standing, &items, printed);
        filled.notes = asked.printed.as_ref().map(notes).unwrap_or_default();
        let asked_of = (items.as_slice(), asked.words.as_slice());
        let printed = asked.printed.as_ref();
        filled.elsewhere = printed.and_then(|it| self.elsewhere(asked_of, it));
        Ok(filled)
    }

    /// The answer to an item, where it stands and what stands there; `None` where its place is
    /// gone.
    fn answer(
        &self,
        standing: &Standing<'_>,
        (number, item): (usize, &Item),
        (interpreter, signs): (&Interpreter<'_>, Signs),
    ) -> Option<Answered> {
        let expected = interpreter.expected();
        if self
            .places
            .of_spot(FormSpot::Answer(item.lineage))
            .is_some()
        {
            let place = standing.answer(number, item)?;
            let (cell, at) = self.behind(Some(place));
            let all = place
                .behind()
                .map(|column| self.grid.cell(place.row, column));
            let all: Vec<&Cell> = all.filter(|cell| !cell.is_empty()).collect();
            let found: Vec<String> = all.iter().map(|cell| cell.found()).collect();
            let below = || match item.kind {
                ItemKind::Text => standing.strayed(number, place),
                _ => None,
            };
            if let (true, Some((row, column))) = (all.is_empty(), below()) {
                return Some(Answered {
                    answer: Answer::Unreadable,
                    cell: cell_name(row, column),
                    found: self.grid.cell(row, column).found(),
                    expected,
                });
            }
            let answer = match all.len() {
                // Words beside an option would be lost.
                0 | 1 if interpreter.written(cell).is_none() => interpreter.read(cell),
                _ => Answer::Unreadable,
            };
            return Some(Answered {
                answer,
                cell: at,
                found: found.join(" "),
                expected: expected_of(cell, expected),
            });
        }
        let boxes = self.boxes(standing, (number, item))?;
        let says = boxes.iter().map(|one| {
            let cell = self.grid.cell(one.row, one.column);
            let ticks = is_tick(cell) || signs == Signs::Ticks && is_sign(cell);
            let says = match ticks {
                true => Answer::Options(vec![one.option]),
                false => interpreter.tick(one.option, cell),
            };
            (one, cell, says)
        });
        Some(ticked(item, &says.collect::<Vec<_>>(), expected))
    }

    /// What crosses and circles in boxes are, seen from the whole form.
    fn signs(&self, standing: &Standing<'_>, items: &[&Item]) -> Signs {
        let places = items.iter().enumerate();
        let boxes = places.filter_map(|(number, item)| self.boxes(standing, (number, item)));
        let cells = boxes.flatten().map(|it| self.grid.cell(it.row, it.column));
        let mut filled = cells.filter(|cell| !cell.is_empty());
        match filled.all(is_sign) {
            true => Signs::Ticks,
            false => Signs::Unclear,
        }
    }

    /// The boxes of an item, one an option.
    pub(super) fn boxes(
        &self,
        standing: &Standing<'_>,
        (number, item): (usize, &Item),
    ) -> Option<Vec<TickBox>> {
        let options = item.scale.as_ref()?.options.len();
        let in_columns = self.places.row(item.lineage).is_some();
        let boxes = (0..u8::try_from(options).ok()?).map(|option| {
            let (row, column) = match in_columns {
                true => standing.titled(number, item, option)?,
                false => {
                    let place = standing.option(number, item, option)?;
                    let filled = |column: &u32| !self.grid.cell(place.row, *column).is_empty();
                    let column = place.behind().find(filled).unwrap_or(place.first + 1);
                    (place.row, column)
                }
            };
            Some(TickBox {
                option,
                row,
                column,
            })
        });
        let boxes: Vec<TickBox> = boxes.collect::<Option<_>>()?;
        let mut cells: Vec<(u32, u32)> = boxes.iter().map(|it| (it.row, it.column)).collect();
        cells.sort_unstable();
        let apart = cells.windows(2).all(|pair| pair.first() != pair.last());
        (apart && !boxes.is_empty()).then_some(boxes)
    }
}

impl Filled {
    fn add(&mut self, item: &Item, answered: Answered) {
        let kind = match answered.answer {
            Answer::Unreadable => Some(IssueKind::UnreadableCell),
            Answer::Blank if item.required => Some(IssueKind::MissingAnswer),
            _ => None,
        };
        if let Some(kind) = kind {
            self.wrong.push(Wrong {
                kind,
                item: Some(item.lineage),
                cell: answered.cell.clone(),
                found: answered.found,
                expected: match kind {
                    IssueKind::MissingAnswer => Expected::Answer,
                    _ => answered.expected,
                },
            });
        }
        self.answers.push(answered.answer);
        self.cells.push(answered.cell);
    }

    /// A field of the head that says nothing anybody can read.
    fn unread(&mut self, found: &Cell, cell: String, expected: Expected) {
        self.wrong.push(Wrong {
            kind: IssueKind::UnreadableCell,
            item: None,
            cell,
            found: found.found(),
            expected,
        });
    }
}
