//! A tick in the column of one option, the options named above.

use super::answer::{Answers, Beside, option_of};
use super::question::Question;
use super::tick::{circled, lettered, tick};
use crate::intake::cell::Cell;
use crate::intake::look::Tick;
use crate::intake::options::Options;

/// Rows above a question in which its options are looked for.
pub(super) const ABOVE: u32 = 60;

/// A row that names the options of a question, and in which column each.
pub(super) struct Head {
    pub row: u32,
    pub options: Vec<(u32, u8)>,
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
        let row = question.at.0;
        let own = |option: u8| {
            move |cell: &Cell| match cell {
                Cell::Text(text) => options.by_label(text) == Some(option),
                Cell::Number(number) => options.by_score(*number) == Some(option),
                _ => false,
            }
        };
        let cells = || head.options.iter().map(|(at, _)| self.grid.cell(row, *at));
        let boxed = cells().any(|cell| lettered(cell) == Some(Tick::No));
        let ticks = head.options.iter().map(|(column, option)| {
            let cell = self.grid.cell(row, *column);
            let tick = match lettered(cell) {
                Some(tick) if boxed => tick,
                _ => tick(cell, own(*option)),
            };
            (*column, cell, tick)
        });
        let mut ticks: Vec<(u32, &Cell, Tick)> = ticks.collect();
        circled(&mut ticks);
        let unclear = ticks.iter().find(|(.., tick)| *tick == Tick::Unclear);
        let yes: Vec<u32> = ticks
            .iter()
            .filter(|(.., tick)| *tick == Tick::Yes)
            .map(|(column, ..)| *column)
            .collect();
        let first = head
            .options
            .first()
            .map_or(question.at, |(column, _)| (row, *column));
        let label = |column: u32| self.grid.cell(head.row, column).found();
        match (unclear, yes.as_slice()) {
            (Some((at, ..)), _) => {
                let at = (row, *at);
                let marked = ticks.iter().filter(|(.., tick)| *tick != Tick::No);
                let said = marked.map(|(at, cell, _)| format!("{} {}", label(*at), cell.found()));
                Beside::unclear(at, said.collect::<Vec<_>>().join("; "))
            }
            (None, []) => Beside::clear(first, Cell::Empty).open(),
            (None, [one]) => Beside::clear((row, *one), Cell::Text(label(*one).into())),
            (None, [one, ..]) => {
                let several = self.several(question, (row, *one), yes.iter().map(|at| label(*at)));
                // Options that are written once more below are there to be chosen from.
                let mut written = head.options.iter().filter(|(at, _)| yes.contains(at));
                let open = written.all(|(at, option)| own(*option)(self.grid.cell(row, *at)));
                if open { several.open() } else { several }
            }
        }
    }
}
