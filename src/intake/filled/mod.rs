//! A form one customer filled in: questions below each other, the answer to each beside it.
//!
//! A firm's own form of many years, as a workbook or a table of a text document. It becomes the
//! titles and the one row of a [`Sheet`](super::Sheet), each answer with the cell it stands in, so
//! that everything behind is the same as for a table of returns.
//!
//! A label of an option, a score and a tick are told apart from each other here; what they are
//! worth is not known. Two ticks, a cross or a word no option has are handed on as they stand, for
//! somebody to decide. Controls that lie on the sheet are boxes as those that are typed; where no
//! option of a line is ticked, the one that is bold or filled alone is meant.

mod answer;
mod below;
mod between;
mod controls;
mod emphasis;
mod fields;
mod inline;
mod letters;
mod mark;
pub(super) mod marked;
mod pairs;
mod question;
mod single;
mod tick;
mod under;

use std::collections::BTreeSet;

use self::answer::{Answers, Beside};
use self::question::Question;
use super::cell::{Cell, cell_name};
use super::grid::Grid;
use super::look::{At, Looks};
use super::options::Options;
use crate::model::{BlankSheet, Item, Reading, Target};

/// Rows and columns a form has at most. What is larger is no form.
const MOST_ROWS: u32 = BlankSheet::MOST.0;
const MOST_COLUMNS: u32 = BlankSheet::MOST.1;
/// Longest text of a cell that is looked at, in bytes.
const LONGEST: usize = 4_000;

/// One title of a form and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub title: String,
    /// Where the title stands.
    pub title_cell: String,
    pub value: Cell,
    /// Where the answer stands, or would, and further cells of one that stands in several.
    pub cell: String,
    pub further: Vec<String>,
    /// What it is, where somebody said so; else its title tells.
    pub target: Option<Target>,
    /// How it is read, where that is known.
    pub reading: Option<Reading>,
}

/// What a filled form says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Filled {
    /// Row of the first question, counted from 0.
    pub row: u32,
    pub entries: Vec<Entry>,
    /// Whether anything stands beside any of the questions that offer options.
    pub answered: bool,
    /// Row in which the same questions begin once more, counted from 0.
    pub again: Option<u32>,
}

/// Reads a sheet as a filled form of these items; `None` where it is none: a table with the items
/// in its header, a summary, returns of several customers beside each other.
pub(super) fn read(grid: &Grid, items: &[Item], looks: &dyn Looks) -> Option<Filled> {
    if !is_small(grid) || items.is_empty() {
        return None;
    }
    let questions = question::questions(grid, items);
    if !below_each_other(&questions, items) {
        return None;
    }
    let asks = |at| questions.iter().any(|it| it.at == at);
    let Some(drawn) = drawn(grid, items, looks, asks) else {
        return filled(grid, &questions, items, looks);
    };
    // A box ends a question in whose cell it lies.
    let questions = question::questions(&drawn, items);
    filled(&drawn, &questions, items, looks)
}

/// Whether a sheet is of a size a form has.
fn is_small(grid: &Grid) -> bool {
    grid.rows() <= MOST_ROWS && grid.width() <= MOST_COLUMNS
}

/// The sheet with the controls that lie on it drawn in; `None` where none do. `asks` says of a
/// cell that a question stands in it.
fn drawn(
    grid: &Grid,
    items: &[Item],
    looks: &dyn Looks,
    asks: impl Fn(At) -> bool,
) -> Option<Grid> {
    let controls = looks.controls();
    if controls.is_empty() {
        return None;
    }
    let scales = items.iter().filter_map(|item| item.scale.as_ref());
    let options: Vec<Options> = scales.map(Options::of).collect();
    let known = |text: &str| {
        options
            .iter()
            .any(|it| answer::label_of(it, text).is_some())
    };
    let size = (MOST_ROWS, MOST_COLUMNS);
    Some(controls::drawn(grid, &controls, size, asks, known))
}

/// Reads what stands beside the questions; `None` where it is no form for certain.
fn filled(
    grid: &Grid,
    questions: &[Question],
    items: &[Item],
    looks: &dyn Looks,
) -> Option<Filled> {
    let mut answers = Answers::new(grid, questions, items, looks);
    let chosen = |question: &Question| {
        items
            .get(question.item)
            .is_some_and(|item| item.kind.has_scale())
    };
    let ticked = |(question, beside): &(&Question, Beside)| chosen(question) && beside.is_answer();
    let beside = answers.with_crosses(Answers::all, |all| all.iter().any(ticked));
    let asked = beside.iter().filter(|(question, _)| chosen(question));
    let (all, of_a_form) = asked.fold((0, 0), |(all, sure), (_, beside)| {
        (all + 1, sure + usize::from(beside.is_of_a_form()))
    });
    // Counts, means and returns beside each other stand where nothing can be told.
    if of_a_form * 2 < all {
        return None;
    }
    let answered = beside
        .iter()
        .any(|(question, beside)| chosen(question) && !beside.value.is_empty());
    let mut entries = fields::fields(grid, questions);
    let place = |(row, column): (u32, u32)| cell_name(row, column);
    entries.extend(beside.into_iter().map(|(question, beside)| Entry {
        title: question.label.clone(),
        title_cell: place(question.at),
        cell: place(beside.at),
        further: beside.further.into_iter().map(place).collect(),
        value: beside.value,
        target: None,
        reading: None,
    }));
    Some(Filled {
        row: questions.first().map_or(0, |first| first.at.0),
        entries,
        answered,
        again: question::again(grid, items, questions),
    })
}

/// Whether most of what is chosen from options is asked, and not side by side as in a table.
fn below_each_other(questions: &[Question], items: &[Item]) -> bool {
    let chosen = |at: usize| items.get(at).is_some_and(|item| item.kind.has_scale());
    let asked = questions.iter().filter(|it| chosen(it.item)).count();
    let all = items.iter().filter(|item| item.kind.has_scale()).count();
    let in_row = |row: u32| questions.iter().filter(|it| it.at.0 == row).count();
    let widest = questions.iter().map(|it| in_row(it.at.0)).max();
    let narrow = widest.is_some_and(|widest| widest * 2 <= questions.len());
    let columns: BTreeSet<u32> = questions.iter().map(|it| it.at.1).collect();
    asked > 1 && asked * 2 >= all && narrow && columns.len() * 2 <= questions.len()
}

/// The text of a cell, where it is one of a length a form has.
fn text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) if text.len() <= LONGEST => Some(text),
        Cell::Text(_)
        | Cell::Empty
        | Cell::Number(_)
        | Cell::Bool(_)
        | Cell::Date(_)
        | Cell::Error(_)
        | Cell::Formula(_) => None,
    }
}
