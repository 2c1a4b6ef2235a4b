//! A tick in the column of one option, the options named above.

use std::ops::Range;

use super::answer::{Answers, Beside, option_of};
use super::mark::{Mark, unboxed};
use super::question::Question;
use super::tick::{circled, is_drawn, lettered, tick};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::look::At;
use crate::intake::normal::folded;
use crate::intake::options::Options;

/// Rows above a question in which its options are looked for.
pub(super) const ABOVE: u32 = 60;

/// A row that names the options of a question, and in which column each.
pub(super) struct Head {
    pub row: u32,
    pub options: Vec<(u32, u8)>,
}

/// An option with the cell in which it is ticked.
pub(super) struct Choice {
    pub at: At,
    pub option: u8,
    /// What it is called on the form.
    pub label: String,
    /// What stands in its cell whether it is ticked or not, without a box.
    pub printed: String,
}

impl Choice {
    fn is_untouched(&self, cell: &Cell) -> bool {
        !self.printed.is_empty() && folded(&cell.found()) == folded(&self.printed)
    }
}

impl Answers<'_> {
    /// The nearest row above that names two of the options.
    pub(super) fn head(&self, question: &Question, options: &Options) -> Option<Head> {
        let (row, _) = question.at;
        // What stands beside another question is its answer.
        let rows = (row.saturating_sub(ABOVE)..row).rev();
        let mut rows = rows.filter(|row| !self.questions.iter().any(|it| it.at.0 == *row));
        let option = |cell: &Cell| option_of(options, cell);
        rows.find_map(|row| self.named(row, question, option))
    }

    /// The options a row names above the answers of a question, each once; `None` for fewer than
    /// two.
    pub(super) fn named(
        &self,
        row: u32,
        question: &Question,
        option: impl Fn(&Cell) -> Option<u8>,
    ) -> Option<Head> {
        let columns = self.columns_in(question, row);
        let named = columns.filter_map(|at| Some((at, option(self.grid.cell(row, at))?)));
        let mut head: Vec<(u32, u8)> = Vec::new();
        for (column, option) in named {
            if !head.iter().any(|(_, before)| *before == option) {
                head.push((column, option));
            }
        }
        // Two scores above may be answers of their own.
        let all_numbers = head
            .iter()
            .all(|(at, _)| matches!(self.grid.cell(row, *at), Cell::Number(_)));
        let least = if all_numbers { 3 } else { 2 };
        (head.len() >= least).then_some(Head { row, options: head })
    }

    /// The option in whose column a row holds a tick.
    pub(super) fn under(
        &self,
        question: &Question,
        options: &Options,
        (head, row): (&Head, u32),
    ) -> Beside {
        if let Some(stray) = self.stray(question, (head, row)) {
            return stray;
        }
        let columns = self.columns_in(question, row).filter_map(|column| {
            let option = self.option_above(head, column)?;
            let first = head.options.iter().any(|(at, _)| *at == column);
            let choice = || Choice {
                at: (row, column),
                option,
                label: bare(self.grid.looks(head.row, column)).found(),
                printed: String::new(),
            };
            (first || !self.grid.cell(row, column).is_empty()).then(choice)
        });
        self.ticked(question, options, &columns.collect::<Vec<_>>())
    }

    /// The option of several whose cell holds a tick.
    pub(super) fn ticked(
        &self,
        question: &Question,
        options: &Options,
        choices: &[Choice],
    ) -> Beside {
        let own = |choice: &Choice| {
            let (option, printed) = (choice.option, folded(&choice.printed));
            move |cell: &Cell| match cell {
                Cell::Text(text) => {
                    options.by_label(text) == Some(option)
                        || (!printed.is_empty() && folded(text) == printed)
                }
                Cell::Number(number) => options.by_score(*number) == Some(option),
                _ => false,
            }
        };
        let cell = |choice: &Choice| self.grid.cell(choice.at.0, choice.at.1);
        let boxed = choices
            .iter()
            .any(|it| lettered(cell(it)) == Some(Mark::Empty));
        let marks = choices.iter().map(|choice| {
            let cell = cell(choice);
            let mark = match lettered(cell) {
                Some(mark) if boxed => mark,
                _ if choice.is_untouched(cell) => Mark::Empty,
                _ => tick(cell, own(choice)),
            };
            (cell, mark)
        });
        let mut marks: Vec<(&Cell, Mark)> = marks.collect();
        circled(&mut marks);
        let mut said: Vec<Mark> = marks.iter().map(|(_, mark)| *mark).collect();
        self.resolve(&mut said);
        let all = || choices.iter().zip(&said);
        let yes = all().filter(|(_, mark)| **mark == Mark::Tick);
        let yes: Vec<&Choice> = yes.map(|(choice, _)| choice).collect();
        let first = choices.first().map_or(question.at, |it| it.at);
        let unclear = all().find(|(_, mark)| **mark == Mark::Unclear);
        match (unclear, yes.as_slice()) {
            (Some((one, _)), _) => {
                let marked = all().filter(|(_, mark)| **mark != Mark::Empty);
                let said = marked.map(|(it, _)| format!("{} {}", it.label, cell(it).found()));
                let said = said.collect::<Vec<_>>().join("; ");
                // Counts and shares stand under options too.
                match marks.iter().all(|(_, mark)| *mark != Mark::Unclear) {
                    true => Beside::doubtful(one.at, said),
                    false => Beside::unclear(one.at, said),
                }
            }
            (None, []) => Beside::clear(first, Cell::Empty).open(),
            (None, [one]) => Beside::clear(one.at, Cell::Text(one.label.as_str().into())),
            (None, [one, ..]) => {
                let labels = yes.iter().map(|it| it.label.clone());
                let several = self.several(question, one.at, labels);
                let several = several.ticked_in(yes.iter().map(|it| it.at));
                // Options that are written once more below are there to be chosen from.
                let open = yes.iter().all(|it| own(it)(cell(it)));
                if open { several.open() } else { several }
            }
        }
    }

    /// Where a question may be answered in a row: right of it, or anywhere below it up to the next
    /// question beside it.
    pub(super) fn columns_in(&self, question: &Question, row: u32) -> Range<u32> {
        let right = self.right_of(question);
        let alone = !self
            .questions
            .iter()
            .any(|it| it.at.0 == question.at.0 && it.at.1 < question.at.1);
        match row > question.at.0 {
            true if alone => 0..right.end,
            true => question.at.1..right.end,
            false => right,
        }
    }

    /// The option named above a column, by a cell that may be merged over several.
    fn option_above(&self, head: &Head, column: u32) -> Option<u8> {
        let mut named = head.options.iter();
        if let Some((_, option)) = named.find(|(at, _)| *at == column) {
            return Some(*option);
        }
        let mut merges = self.grid.merges.iter();
        let merge = merges.find(|it| it.covers(head.row, column))?;
        let mut named = head.options.iter();
        let found = named.find(|(at, _)| merge.covers(head.row, *at));
        found.map(|(_, option)| *option)
    }

    /// A mark in a column that nothing is named above: nobody can know whose it is.
    fn stray(&self, question: &Question, (head, row): (&Head, u32)) -> Option<Beside> {
        let asks = |column: u32| head.row == question.at.0 && column <= question.at.1;
        let mut columns = self.columns_in(question, row).filter(|column| {
            let cell = self.grid.cell(row, *column);
            let above = self.grid.looks(head.row, *column);
            is_drawn(cell) && (above.is_empty() || asks(*column))
        });
        let column = columns.next()?;
        let at = (row, column);
        Some(Beside::doubtful(
            at,
            placed(self.grid.cell(row, column), at),
        ))
    }
}

/// What a cell holds, and which cell that is.
pub(super) fn placed(cell: &Cell, (row, column): (u32, u32)) -> String {
    format!("{} ({})", cell.found(), cell_name(row, column))
}

/// A cell without the boxes its text may wear.
pub(super) fn bare(cell: &Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(unboxed(text).into()),
        other => other.clone(),
    }
}
