//! A tick in the column of one option, the options named above.

use super::answer::{Answers, Beside, option_of};
use super::question::Question;
use super::tick::{circled, lettered, tick};
use crate::intake::cell::Cell;
use crate::intake::look::{At, Tick};
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
        let rows = (row.saturating_sub(ABOVE)..row).rev();
        let mut heads = rows.map(|row| Head {
            row,
            options: self.named(row, question, options),
        });
        heads.find(|head| head.options.len() > 1)
    }

    /// The options a row names above the answers of a question, each once.
    fn named(&self, row: u32, question: &Question, options: &Options) -> Vec<(u32, u8)> {
        // What stands beside another question is its answer.
        if self.questions.iter().any(|it| it.at.0 == row) {
            return Vec::new();
        }
        let option = |cell: &Cell| option_of(options, cell);
        let columns = self.right_of(question);
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
        match all_numbers && head.len() < 3 {
            true => Vec::new(),
            false => head,
        }
    }

    /// The option whose column holds a tick.
    pub(super) fn under(&self, question: &Question, options: &Options, head: &Head) -> Beside {
        let choices = head.options.iter().map(|(column, option)| Choice {
            at: (question.at.0, *column),
            option: *option,
            label: self.grid.cell(head.row, *column).found(),
            printed: String::new(),
        });
        self.ticked(question, options, &choices.collect::<Vec<_>>())
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
            .any(|it| lettered(cell(it)) == Some(Tick::No));
        let ticks = choices.iter().map(|choice| {
            let cell = cell(choice);
            let tick = match lettered(cell) {
                Some(tick) if boxed => tick,
                _ if choice.is_untouched(cell) => Tick::No,
                _ => tick(cell, own(choice)),
            };
            (choice, cell, tick)
        });
        let mut ticks: Vec<(&Choice, &Cell, Tick)> = ticks.collect();
        circled(&mut ticks);
        let unclear = ticks.iter().find(|(.., tick)| *tick == Tick::Unclear);
        let yes: Vec<&Choice> = ticks
            .iter()
            .filter(|(.., tick)| *tick == Tick::Yes)
            .map(|(choice, ..)| *choice)
            .collect();
        let first = choices.first().map_or(question.at, |it| it.at);
        match (unclear, yes.as_slice()) {
            (Some((one, ..)), _) => {
                let marked = ticks.iter().filter(|(.., tick)| *tick != Tick::No);
                let said = marked.map(|(it, cell, _)| format!("{} {}", it.label, cell.found()));
                Beside::unclear(one.at, said.collect::<Vec<_>>().join("; "))
            }
            (None, []) => Beside::clear(first, Cell::Empty).open(),
            (None, [one]) => Beside::clear(one.at, Cell::Text(one.label.as_str().into())),
            (None, [one, ..]) => {
                let labels = yes.iter().map(|it| it.label.clone());
                let several = self.several(question, one.at, labels);
                // Options that are written once more below are there to be chosen from.
                let open = yes.iter().all(|it| own(it)(cell(it)));
                if open { several.open() } else { several }
            }
        }
    }
}
